// What a new note begins with where a vault has a template: its text with the placeholders filled, tried by reading it as a note.
import { paperOf } from "../core/citations";
import { bodyStartOf, parseFrontMatter } from "../core/frontMatter";
import type { Note } from "../core/note";
import { parseNote } from "../core/parseNote";
import type { Dialect } from "../core/wikiLink";
import type { Vault } from "../index/vault";
import { filled } from "./filledTemplate";

export interface NoteTemplate {
  /** In its workspace folder, for people. */
  readonly path: string;
  readonly text: string;
  /** The day of today, as `2026-02-23`. */
  readonly today: string;
}

/** What a note is to say of itself. */
export interface Sayings {
  readonly title: string;
  /** Topic ids. */
  readonly topics: readonly string[];
  /** Items of `sources:`, as they are written. */
  readonly sources: readonly string[];
  /** Links to other notes, as they are written. */
  readonly links: readonly string[];
}

/** Where a note is to lie, and how links are written there. */
interface Place extends Pick<Note, "uri" | "folder" | "path"> {
  readonly dialect: Dialect;
}

/** The text of a note; or a sentence that says why the template gives none. */
export type Templated = { readonly text: string } | { readonly fault: string };

/**
 * A template filled for a note. What it has no placeholder for is added to its front matter. The text counts only if, read as a note, it has
 * the title, the topics, the sources and links that lead to the notes in `related`.
 */
export function templated(
  vault: Pick<Vault, "resolve">,
  template: NoteTemplate,
  place: Place,
  sayings: Sayings,
  related: readonly Note[],
): Templated {
  const { dialect, ...about } = place;
  const read = (text: string) => parseNote({ ...about, modified: 0 }, text, { topicsFromTags: false, dialect });
  const lacks = (note: Note): readonly Field[] => {
    const ids = new Set(note.topics.flatMap(({ id, range }) => (range ? [id] : [])));
    const hasAll = sayings.topics.every((id) => ids.has(id));
    const isLinked = (to: Note) => note.references.some((it) => leadsTo(vault, note, it, to));
    const isTitled = note.title.text === sayings.title;
    const weighed = new Set(note.sources.map(({ paper }) => paper));
    const weighsAll = sayings.sources.every((it) => ((paper) => paper === undefined || weighed.has(paper))(paperOf(it)));
    const present = { title: isTitled, topics: hasAll, sources: weighsAll, related: related.every(isLinked) };
    return Object.values(fields).filter(({ key }) => !present[key]);
  };
  let text = filled(template.text, { ...sayings, today: template.today });
  for (const field of lacks(read(text))) text = withField(text, field, sayings);
  const note = read(text);
  const [missing] = lacks(note);
  const isBroken = note.problems.some(({ code, severity }) => code === "front-matter" && severity === "error");
  if (!isBroken && !missing) return { text };
  const why = isBroken ? "the front matter could not be read" : `the note would not have its ${missing?.name}`;
  return { fault: `The template ${template.path} was not used: with it ${why}.` };
}

function leadsTo(vault: Pick<Vault, "resolve">, from: Note, reference: Note["references"][number], to: Note): boolean {
  const meaning = vault.resolve(from, reference);
  return meaning.kind === "note" && meaning.note.uri === to.uri;
}

/** Why new notes cannot begin with a template, in a sentence; undefined where they can, as far as an awkward title shows it. */
export function faultOf(template: NoteTemplate, place: Place): string | undefined {
  const sayings: Sayings = { title: `Is "it": so, or 'not' [#1]?`, topics: ["a-topic/below"], sources: [], links: [] };
  const made = templated({ resolve: () => ({ kind: "missing" }) }, template, place, sayings, []);
  return "fault" in made ? made.fault : undefined;
}

interface Field {
  readonly key: "title" | "topics" | "sources" | "related";
  /** For people. */
  readonly name: string;
  /** Its value in YAML; JSON is YAML as well (https://yaml.org/spec/1.2.2/#12-overview). */
  items(sayings: Sayings): readonly string[];
}

const fields = {
  title: { key: "title", name: "title", items: ({ title }) => [title] },
  topics: { key: "topics", name: "topics", items: ({ topics }) => topics },
  sources: { key: "sources", name: "sources", items: ({ sources }) => sources },
  related: { key: "related", name: "links", items: ({ links }) => links },
} as const satisfies Record<string, Field>;

/** With a field in the front matter that the template does not fill, or with more items in its list. */
function withField(text: string, { key, items }: Field, sayings: Sayings): string {
  const newline = /\r?\n/.exec(text)?.[0] ?? "\n";
  const written = items(sayings).map((it) => JSON.stringify(it));
  const line = `${key}: ${key === "title" ? written.join() : `[${written.join(", ")}]`}${newline}`;
  const bodyStart = bodyStartOf(text);
  if (bodyStart === 0) return `---${newline}${line}---${newline}${/^\r?\n|^$/.test(text) ? "" : newline}${text}`;
  const block = text.slice(0, bodyStart);
  const body = text.slice(bodyStart);
  if (parseFrontMatter(text).keys.includes(key)) {
    const list = new RegExp(`^${key}[ \\t]*:[ \\t]*(?:\\[(.*)\\][ \\t]*)?(?=\\r?$)`, "m");
    const extended = (_: string, inner = "") => `${key}: [${[inner.trim().replace(/,$/, ""), ...written].filter(Boolean).join(", ")}]`;
    return key === "title" ? text : block.replace(list, extended) + body;
  }
  const close = block.lastIndexOf("---");
  return block.slice(0, close) + line + block.slice(close) + body;
}
