// Questions that another note asks in other words. Who asks the same in the same words has a duplicate title.
import { titleKey } from "../core/key";
import type { Note, Problem } from "../core/note";
import { byPlace } from "../core/order";
import { asksTheSame } from "../core/sameQuestion";
import { isVoid, questionIn } from "../index/keys";
import type { Vault } from "../index/vault";
import { areEditions } from "./editions";
import { linkedFrom } from "./navigation";

/** No problem names more other places. */
const mostPlaces = 10;

/** The hint that other notes of the workspace folder ask what a note asks. Of those it is linked with its author knows. */
export function askedBefore(vault: Vault, note: Note): readonly Problem[] {
  const key = questionIn(note);
  if (isVoid(key)) return [];
  const holders = vault.holders(key);
  if (holders.size < 2) return [];
  const others = [...holders]
    .filter((other) => asksLike(note, other) && !links(vault, note, other) && !links(vault, other, note))
    .sort(byPlace);
  const first = others[0];
  if (!first) return [];
  const message =
    others.length === 1
      ? `“${first.title.text}” asks the same in other words.`
      : `${others.length} other notes ask the same in other words, “${first.title.text}” among them.`;
  const related = others
    .slice(0, mostPlaces)
    .map((other) => ({ note: other, range: other.title.range, message: `${other.path} asks “${other.title.text}”.` }));
  return [{ code: "asked-before", severity: "hint", range: note.title.range, message, related }];
}

const asksLike = (note: Note, other: Note): boolean =>
  other.folder === note.folder &&
  titleKey(other.title.text) !== titleKey(note.title.text) &&
  !areEditions(note, other) &&
  asksTheSame(note.title.text, other.title.text);

const links = (vault: Vault, from: Note, to: Note): boolean => [...linkedFrom(vault, from)].some(({ uri }) => uri === to.uri);
