// How a link to a note is written, so that it leads exactly there.
import { exactKey, folderOf, titleKey, withoutExtension } from "../core/key";
import type { Note, WikiReference } from "../core/note";
import type { LinkStyle } from "../core/settings";
import type { Vault } from "../index/vault";

/**
 * The text of a link from one note to another in the given style. A title that cannot stand in a link (`[ ] | # ^`, an empty key)
 * or that leads elsewhere is replaced by the file's name, then by its path, with the title as label.
 */
export function linkText(vault: Vault, from: Note, to: Note, style: LinkStyle): string {
  const title = exactKey(to.title.text);
  if (style === "markdown") return `[${title.replace(/([\\[\]])/g, "\\$1")}](${relativePath(from, to)})`;
  const targets = style === "title" && canBeTarget(title) ? [title, ...namesOf(to)] : namesOf(to);
  const target = targets.find((it) => leadsTo(vault, from, to, it)) ?? withoutExtension(to.path);
  const label = title.replace(/\]\]|\|/g, " ").replace(/\[\[/g, " ");
  return target === title ? `[[${title}]]` : `[[${target}|${label}]]`;
}

/** The file's name, then ever more of its path, then the path from the root. */
function namesOf(note: Note): readonly string[] {
  const segments = withoutExtension(note.path).split("/");
  return [...segments.map((_, index) => segments.slice(segments.length - 1 - index).join("/")), `/${segments.join("/")}`];
}

const canBeTarget = (title: string) => !/[[\]|#^]/.test(title) && titleKey(title) !== "";

function leadsTo(vault: Vault, from: Note, to: Note, target: string): boolean {
  const nowhere = { start: 0, end: 0 };
  const reference: WikiReference = {
    kind: "wiki",
    place: "body",
    embed: false,
    target,
    label: undefined,
    range: nowhere,
    targetRange: nowhere,
  };
  const meaning = vault.resolve(from, reference);
  return meaning.kind === "note" && meaning.note.uri === to.uri && meaning.part === undefined && meaning.rivals.length === 0;
}

/** The path of a note as seen from another, percent-encoded where Markdown would break it. */
function relativePath(from: Note, to: Note): string {
  const here = folderOf(from.path).split("/").filter(Boolean);
  const there = to.path.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const path = [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/");
  return path.replace(/[%\s()<>#?\\"]/g, (char) => encodeURIComponent(char).replace("(", "%28").replace(")", "%29"));
}
