// What a reference says when pointed at: the question, its topics, its summary, its counts, or why it leads nowhere.
import type { Note, Range } from "../core/note";
import { counted } from "../core/order";
import type { Rule, Vault } from "../index/vault";
import { cursorAt } from "./cursor";
import { linkingTo } from "./navigation";
import { topicLabels } from "./topics";

export interface Hover {
  readonly range: Range;
  /** Markdown of our own making: all that comes from notes is escaped. */
  readonly markdown: string;
}

/** The hover of the reference at an offset; undefined where there is none or it leads to no note. */
export function hoverAt(vault: Vault, note: Note, offset: number): Hover | undefined {
  const cursor = cursorAt(note, offset);
  if (cursor.kind !== "reference") return undefined;
  const meaning = vault.resolve(note, cursor.reference);
  if (meaning.kind === "file") return { range: cursor.range, markdown: `File \`${meaning.path.replaceAll("`", "'")}\`` };
  if (meaning.kind !== "note" && meaning.kind !== "missingPart") return undefined;
  const part = meaning.kind === "note" && meaning.part?.kind === "heading" ? meaning.part.heading.text : undefined;
  return { range: cursor.range, markdown: describe(vault, meaning.note, part, meaning.rule) };
}

const found: Readonly<Record<Rule, string>> = {
  self: "In this note",
  path: "Found by its path",
  title: "Found by its title",
  alias: "Found by an alias",
  stem: "Found by its file name",
};

function describe(vault: Vault, note: Note, part: string | undefined, rule: Rule): string {
  const papers = new Set(note.sources.map(({ paper }) => paper)).size;
  const linking = linkingTo(vault, note).size;
  const counts = [counted(papers, "source paper"), `${counted(linking, "note")} ${linking === 1 ? "links" : "link"} here`];
  return [
    `**${escaped(note.title.text)}**${part === undefined ? "" : ` › ${escaped(part)}`}`,
    escaped(topicLabels(vault, note).join(" · ")),
    escaped(note.summary),
    counts.join(" · "),
    `*${found[rule]}: ${escaped(note.path)}*`,
  ]
    .filter((line) => line !== "")
    .join("\n\n");
}

/** Text of a note as plain text in Markdown: no link, image, tag or entity in it stays alive. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|~<>&:@$%^=]/g, "\\$&");
}
