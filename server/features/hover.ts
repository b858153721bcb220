// What a reference says when pointed at: the question, its topics, its summary, its counts, or why it leads nowhere.
import { writtenId } from "../core/citations";
import type { Note, PaperId, Range } from "../core/note";
import { byPlace, counted } from "../core/order";
import type { Rule, Vault } from "../index/vault";
import { linksText } from "./lens";
import { definitionAt, linkingTo } from "./navigation";
import { paperText } from "./paperText";
import { topicLabels } from "./topics";

export interface Hover {
  readonly range: Range;
  /** Markdown of our own making: all that comes from notes is escaped. */
  readonly markdown: string;
}

/** The hover of the reference or source at an offset; undefined where there is none or it leads nowhere. */
export function hoverAt(vault: Vault, note: Note, offset: number): Hover | undefined {
  const found = definitionAt(vault, note, offset);
  if (!found) return undefined;
  const { origin: range, target } = found;
  if (target.kind === "file") return { range, markdown: `File \`${target.path.replaceAll("`", "'")}\`` };
  if (target.kind === "paper") return { range, markdown: describePaper(vault, target.paper) };
  if (target.kind !== "note" && target.kind !== "missingPart") return undefined;
  const part = target.kind === "note" && target.part?.kind === "heading" ? target.part.heading.text : undefined;
  return { range, markdown: describe(vault, target.note, part, target.rule) };
}

const found: Readonly<Record<Rule, string>> = {
  self: "In this note",
  path: "Found by its path",
  title: "Found by its title",
  alias: "Found by an alias",
  stem: "Found by its file name",
};

function describe(vault: Vault, note: Note, part: string | undefined, rule: Rule): string {
  const papers = vault.papers.citedBy(note).size;
  const linking = linkingTo(vault, note).size;
  const counts = [counted(papers, "source paper"), linksText(linking)];
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

/** A hover names no more notes than these. */
const mostNotes = 5;

/** A paper: its title, who wrote it and when, where to read it, and the notes that cite it. */
export function describePaper(vault: Vault, paper: PaperId): string {
  const { title, authors, year, address, id } = paperText(vault.papers, paper);
  const keys = vault.papers.describing(paper).map(({ entry }) => entry.key);
  const notes = [...vault.papers.citing(paper)].sort(byPlace);
  const named = notes.slice(0, mostNotes).map((note) => `- ${escaped(note.title.text)}`);
  const rest = notes.length > named.length ? [`- and ${notes.length - named.length} more`] : [];
  return [
    `**${escaped(title)}**`,
    escaped([authors, year].filter(Boolean).join(" · ")),
    [address === undefined ? "" : linked(id, address), ...new Set(keys.map((key) => escaped(`@${key}`)))].filter(Boolean).join(" · "),
    keys.length === 0 && title === writtenId(paper) ? "*No bibliography describes it.*" : "",
    [`Cited by ${counted(notes.length, "note")}${notes.length === 0 ? "." : ":"}`, "", ...named, ...rest].join("\n").trim(),
  ]
    .filter((line) => line !== "")
    .join("\n\n");
}

/** A link whose address can neither end it nor begin anything else. */
function linked(text: string, address: string): string {
  return `[${escaped(text)}](<${address.replace(/[\s<>\\]/g, (char) => encodeURIComponent(char))}>)`;
}

/** Text of a note as plain text in Markdown: no link, image, tag or entity in it stays alive. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|~<>&:@$%^=]/g, "\\$&");
}
