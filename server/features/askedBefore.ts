// Questions that another note asks in other words. Who asks the same in the same words has a duplicate title.
import { titleKey } from "../core/key";
import type { Note, NoteUri, Problem } from "../core/note";
import { byPlace } from "../core/order";
import { askTheSame, type TakenApart, takenApart } from "../core/sameQuestion";
import { isVoid, type Key, questionIn } from "../index/keys";
import type { Vault } from "../index/vault";
import { areEditions } from "./editions";
import { linkedFrom } from "./navigation";

/** No problem names more other places. */
const mostPlaces = 10;

/**
 * A note is compared with no more others. Of a thousand notes that ask one question in as many orders of words each would be compared with
 * each, and nobody reads on behind the tenth.
 */
const mostCompared = 50;

/** The notes of one workspace folder that may ask the same, by the key of their titles; the titles and the notes of each by place. */
type Askers = ReadonlyMap<string, readonly Note[]>;

interface Known {
  readonly version: number;
  readonly askers: Map<string, Askers>;
}

const known = new WeakMap<Vault, Known>();

/** The hint that other notes of the workspace folder ask what a note asks. Of those it is linked with its author knows. */
export function askedBefore(vault: Vault, note: Note): readonly Problem[] {
  const key = questionIn(note);
  if (isVoid(key)) return [];
  const compared = othersIn(askersOf(vault, note, key), note);
  const alike = compared.filter((other) => asksLike(note, other));
  if (alike.length === 0) return [];
  const linked = linksOf(vault, note);
  const others = alike.filter((other) => !linked.has(other.uri) && !linksOf(vault, other).has(note.uri)).sort(byPlace);
  const first = others[0];
  if (!first) return [];
  const message =
    others.length === 1
      ? `“${first.title.text}” asks the same in other words.`
      : `${compared.length < mostCompared ? "" : "At least "}${others.length} other notes ask the same in other words, “${first.title.text}” among them.`;
  const related = others
    .slice(0, mostPlaces)
    .map((other) => ({ note: other, range: other.title.range, message: `${other.path} asks “${other.title.text}”.` }));
  return [{ code: "asked-before", severity: "hint", range: note.title.range, message, related }];
}

/** Gathered once for each question and state of the vault. */
function askersOf(vault: Vault, note: Note, key: Key): Askers {
  let state = known.get(vault);
  if (state?.version !== vault.version) {
    state = { version: vault.version, askers: new Map() };
    known.set(vault, state);
  }
  const name = `${note.folder}\n${key}`;
  const remembered = state.askers.get(name);
  if (remembered) return remembered;
  const holders = vault.holders(key);
  // Nearly every question is one note's alone, and not worth remembering.
  if (holders.size < 2) return nobody;
  const askers = new Map<string, Note[]>();
  for (const holder of [...holders].filter((it) => it.folder === note.folder).sort(byPlace)) {
    const title = titleKey(holder.title.text);
    const same = askers.get(title);
    if (same) same.push(holder);
    else askers.set(title, [holder]);
  }
  state.askers.set(name, askers);
  return askers;
}

const nobody: Askers = new Map();

/** The notes to compare a note with. Those of its own title, which may be thousands, are passed over at once. */
function othersIn(askers: Askers, note: Note): readonly Note[] {
  const own = titleKey(note.title.text);
  const others: Note[] = [];
  for (const [title, notes] of askers) {
    if (title !== own) others.push(...notes.slice(0, mostCompared - others.length));
    if (others.length === mostCompared) break;
  }
  return others;
}

const questions = new WeakMap<Note, TakenApart>();

function questionOf(note: Note): TakenApart {
  const taken = questions.get(note) ?? takenApart(note.title.text);
  questions.set(note, taken);
  return taken;
}

const asksLike = (note: Note, other: Note): boolean => !areEditions(note, other) && askTheSame(questionOf(note), questionOf(other));

const linksOf = (vault: Vault, from: Note): ReadonlySet<NoteUri> => new Set([...linkedFrom(vault, from)].map(({ uri }) => uri));
