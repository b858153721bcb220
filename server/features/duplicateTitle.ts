// Titles that several notes have: found once for all of them, and told to each.
import { titleKey } from "../core/key";
import type { Note, Problem } from "../core/note";
import { byPlace } from "../core/order";
import { type Key, referencesSeeking, titleIn } from "../index/keys";
import type { Vault } from "../index/vault";
import { areEditions } from "./editions";

/** No problem names more other places. */
const mostPlaces = 10;

/** The notes of one workspace folder that have one title. */
interface Namesakes {
  /** By path. */
  readonly notes: readonly Note[];
  /** Those a link by the title could mean. */
  readonly linked: ReadonlySet<Note>;
}

interface Known {
  readonly version: number;
  readonly namesakes: Map<string, Namesakes>;
}

const known = new WeakMap<Vault, Known>();

/** The problem of a note whose title another declares as well, or by which somebody links although two notes have it. */
export function duplicateTitle(vault: Vault, note: Note): readonly Problem[] {
  if (note.title.from === "stem" || note.kind === "topic" || titleKey(note.title.text) === "") return [];
  const { count, others } = clashing(vault, note, namesakesOf(vault, note));
  const first = others[0];
  if (!first) return [];
  return [
    {
      code: "duplicate-title",
      severity: "warning",
      range: note.title.range,
      message: count === 1 ? `${first.path} has the same title.` : `${count} other notes have the same title, ${first.path} among them.`,
      related: others.map((other) => ({
        note: other,
        range: other.title.range,
        message: `${other.path} has the title “${other.title.text}”.`,
      })),
    },
  ];
}

/** How many of the namesakes share the title to somebody's harm, and the first of them. */
function clashing(vault: Vault, note: Note, { notes, linked }: Namesakes): { readonly count: number; readonly others: readonly Note[] } {
  if (linked.has(note)) {
    // All others count: of a title that thousands of notes have, none need look at more than it names.
    const first = notes.slice(0, mostPlaces + 1).filter((other) => other !== note);
    return { count: notes.length - 1, others: first.slice(0, mostPlaces) };
  }
  if (!declares(note) || vault.folderOf(note)?.dialect === "dendron") return { count: 0, others: [] };
  const all = notes.filter((other) => other !== note && declares(other) && !areEditions(note, other));
  return { count: all.length, others: all.slice(0, mostPlaces) };
}

const declares = (note: Note) => note.title.from === "frontMatter";

/** Worked out once for each title and state of the vault: of a title that a thousand notes have, each asks for all others. */
function namesakesOf(vault: Vault, note: Note): Namesakes {
  let state = known.get(vault);
  if (state?.version !== vault.version) {
    state = { version: vault.version, namesakes: new Map() };
    known.set(vault, state);
  }
  const key = titleIn(note.title.text);
  const name = `${note.folder}\n${key}`;
  const remembered = state.namesakes.get(name);
  if (remembered) return remembered;
  const holders = vault.holders(key);
  // Nearly every title is one note's alone, and not worth remembering.
  if (holders.size < 2) return none;
  const found = gathered(vault, note, key, holders);
  state.namesakes.set(name, found);
  return found;
}

const none: Namesakes = { notes: [], linked: new Set() };

function gathered(vault: Vault, note: Note, key: Key, holders: ReadonlySet<Note>): Namesakes {
  const isNamesake = (other: Note) =>
    other.folder === note.folder && other.kind === "note" && other.title.from !== "stem" && titleIn(other.title.text) === key;
  const notes = [...holders].filter(isNamesake).sort(byPlace);
  return { notes, linked: notes.length < 2 ? new Set() : meantByTitle(vault, key) };
}

/** Every note that somebody's link by the title could mean as well as another. */
function meantByTitle(vault: Vault, key: Key): ReadonlySet<Note> {
  const meant = new Set<Note>();
  const keys = new Set([key]);
  for (const seeker of vault.seekers(key)) {
    for (const reference of referencesSeeking(seeker, keys)) {
      const meaning = vault.resolve(seeker, reference);
      const isNote = meaning.kind === "note" || meaning.kind === "missingPart";
      if (isNote && meaning.rule === "title" && meaning.rivals.length > 0)
        for (const it of [meaning.note, ...meaning.rivals]) meant.add(it);
    }
  }
  return meant;
}
