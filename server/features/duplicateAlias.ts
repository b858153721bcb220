// Aliases that another note goes by as well: a link by such a name could mean either.
import { titleKey } from "../core/key";
import type { Note, Problem, Written } from "../core/note";
import { byPlace } from "../core/order";
import { isVoid, titleIn } from "../index/keys";
import type { Vault } from "../index/vault";
import { areEditions } from "./editions";

/** No problem names more other places. */
const mostPlaces = 10;

/** The aliases of a note that are a title or an alias of another note of its workspace folder. */
export function duplicateAliases(vault: Vault, note: Note): readonly Problem[] {
  return note.aliases.flatMap((alias) => shared(vault, note, alias));
}

function shared(vault: Vault, note: Note, { text, range }: Written): readonly Problem[] {
  const key = titleIn(text);
  const goesBy = (other: Note) =>
    other.uri !== note.uri &&
    other.folder === note.folder &&
    !areEditions(note, other) &&
    (other.title.from !== "stem" || hasAlias(other, text));
  const others = isVoid(key) ? [] : [...vault.holders(key)].filter(goesBy).sort(byPlace);
  const first = others[0];
  if (!first) return [];
  const related = others
    .slice(0, mostPlaces)
    .map((other) => ({ note: other, range: other.title.range, message: `${other.path} is “${other.title.text}”.` }));
  const message =
    others.length === 1
      ? `${first.path} goes by “${text}” as well.`
      : `${others.length} other notes go by “${text}” as well, ${first.path} among them.`;
  return [{ code: "duplicate-alias", severity: "warning", range, message, related }];
}

const hasAlias = ({ aliases }: Note, text: string) => aliases.some((alias) => titleKey(alias.text) === titleKey(text));
