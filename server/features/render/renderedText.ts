// What the references of a text mean to a reader, by what is written: a page that is shown finds them there by their words, so that it
// stays right while the text around them is being typed.
import type { CitationReference, MarkdownReference, Note, PaperId, Reference, WikiReference } from "../../core/note";
import type { Dialect } from "../../core/wikiLink";
import type { Part, Resolution, Vault } from "../../index/vault";
import { problemOf } from "../diagnostics";
import { paperText, shortByline } from "../paperText";
import { hrefOf } from "./hrefs";

/** What stands in place of a reference. All of it is plain text. */
export interface RenderedLink {
  /** What is read. */
  readonly text: string;
  /** The year alone, for a citation that leaves the authors out. */
  readonly year?: string;
  /** Relative to the note that is shown, percent-encoded; or the page of a paper. */
  readonly href?: string;
  /** What pointing at it tells. */
  readonly tip?: string;
  readonly state: "found" | "broken" | "question";
  /** Which of the embedded texts stands there, where it is embedded. */
  readonly embed?: string;
  readonly isImage?: true;
}

/** A text's references, each once under what is written: the target in double brackets, a citation's key, a Markdown link's destination. */
export interface RenderedText {
  readonly links: readonly (readonly [written: string, link: RenderedLink])[];
  readonly citations: readonly (readonly [key: string, link: RenderedLink])[];
  /** Only those that the editor would not open as they are. */
  readonly destinations: readonly (readonly [written: string, link: RenderedLink])[];
  /** Labels stand before targets, as in Dendron. */
  readonly isLabelFirst: boolean;
}

/** A text that another embeds. */
export interface Embedded {
  readonly id: string;
  readonly note: Note;
  readonly part: Part | undefined;
}

/** A note's text, as it is read on the page of `page`: the note itself or one that embeds it. */
export interface Shown {
  readonly note: Note;
  readonly text: string;
  readonly page: Note;
}

/** The references of a text, and the texts it embeds. */
export function renderedText(vault: Vault, shown: Shown): { readonly rendered: RenderedText; readonly embedded: readonly Embedded[] } {
  const { note, text } = shown;
  const dialect = vault.folderOf(note)?.dialect ?? "usual";
  const links = new Map<string, RenderedLink>();
  const citations = new Map<string, RenderedLink>();
  const destinations = new Map<string, RenderedLink>();
  const embedded: Embedded[] = [];
  for (const reference of note.references) {
    const meaning = vault.resolve(note, reference);
    if (reference.kind === "citation") addTo(citations, reference.key, citation(vault, shown, reference, meaning));
    if (reference.kind === "markdown") addTo(destinations, writtenIn(text, reference), destination(vault, shown, reference, meaning));
    if (reference.kind !== "wiki" || reference.place === "related") continue;
    const target = targetIn(text, reference, dialect);
    const source = reference.embed ? embeddedBy(meaning) : undefined;
    if (source) embedded.push(source);
    const link = wikiLink(vault, shown.page, { from: note, reference }, meaning);
    addTo(links, target, source ? { ...link, embed: source.id } : (links.get(target) ?? link));
  }
  return {
    rendered: { links: [...links], citations: [...citations], destinations: [...destinations], isLabelFirst: dialect === "dendron" },
    embedded,
  };
}

function addTo(links: Map<string, RenderedLink>, written: string, link: RenderedLink | undefined): void {
  if (link) links.set(written, link);
}

const writtenIn = (text: string, { targetRange }: Reference) => text.slice(targetRange.start, targetRange.end);

/** The target as it stands between the brackets; a parser of tables has taken the backslash before `|` away. */
function targetIn(text: string, { range, embed, place }: WikiReference, dialect: Dialect): string {
  const inside = text.slice(range.start + (embed ? 3 : 2), range.end - 2);
  const plain = place === "cell" ? inside.replaceAll("\\|", "|") : inside;
  const bar = plain.indexOf("|");
  if (bar < 0) return plain.trim();
  return (dialect === "dendron" ? plain.slice(bar + 1) : plain.slice(0, bar).replace(/\\$/, "")).trim();
}

function embeddedBy(meaning: Resolution): Embedded | undefined {
  if (meaning.kind !== "note") return undefined;
  const { note, part } = meaning;
  const name = part === undefined ? "" : `#${part.kind === "heading" ? part.heading.range.start : part.anchor.range.start}`;
  return { id: note.uri + name, note, part };
}

const image = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i;

/** What stands in place of a wiki link or of an item of `related:`, on the page of a note. */
export function wikiLink(vault: Vault, page: Note, { from, reference }: LinkOf, meaning: Resolution): RenderedLink {
  const broken = brokenLink(vault, from, reference, reference.target);
  if (broken) return meaning.kind === "missingPart" ? { ...broken, ...withHref(hrefOf(vault, page, meaning)) } : broken;
  const found = { state: "found", ...withHref(hrefOf(vault, page, meaning)) } as const;
  if (meaning.kind === "paper") return { ...found, ...paperLabel(vault, meaning.paper) };
  if (meaning.kind === "file") return { ...found, text: reference.target, ...(image.test(meaning.path) ? { isImage: true } : {}) };
  if (meaning.kind !== "note") return { ...found, text: reference.target };
  const { note, part } = meaning;
  const text = part ? reference.target.split("#").filter(Boolean).join(" › ") : reference.target;
  if (note.uri === page.uri) return { ...found, text };
  return { ...found, text, tip: note.summary === "" ? note.title.text : `${note.title.text} — ${note.summary}` };
}

/** A wiki link and the note it stands in. */
export interface LinkOf {
  readonly from: Note;
  readonly reference: WikiReference;
}

const withHref = (href: string | undefined) => (href === undefined ? {} : { href });

/** Codes of problems that make a link lead nowhere. */
const breaking: ReadonlySet<string> = new Set(["broken-reference", "broken-heading", "broken-block", "unknown-citation"]);

function brokenLink(vault: Vault, note: Note, reference: Reference, text: string): RenderedLink | undefined {
  const problem = problemOf(vault, note, reference);
  if (!problem || !breaking.has(problem.code)) return undefined;
  return { text, tip: problem.message, state: problem.data?.openQuestion ? "question" : "broken" };
}

/** The label of a paper, `Fu et al., 2025`, and its title. */
export function paperLabel(vault: Vault, paper: PaperId): Pick<RenderedLink, "text" | "year" | "tip"> {
  const { title } = paperText(vault.papers, paper);
  const described = vault.papers.describing(paper).map(({ entry }) => entry);
  const entry = described.find((it) => shortByline(it) !== "");
  return { text: entry ? shortByline(entry) : title, tip: title, ...(entry?.year ? { year: entry.year } : {}) };
}

function citation(vault: Vault, { note, page }: Shown, reference: CitationReference, meaning: Resolution): RenderedLink | undefined {
  if (meaning.kind !== "paper") return brokenLink(vault, note, reference, `@${reference.key}`);
  return { ...paperLabel(vault, meaning.paper), ...withHref(hrefOf(vault, page, meaning)), state: "found" };
}

/** A link that works as it is written needs nothing; one in an embedded text leads on from where it is embedded. */
function destination(vault: Vault, { note, page }: Shown, reference: MarkdownReference, meaning: Resolution): RenderedLink | undefined {
  const broken = brokenLink(vault, note, reference, reference.path);
  if (broken || note.uri === page.uri) return broken;
  const href = hrefOf(vault, page, meaning);
  return href === undefined ? undefined : { text: reference.path, href, state: "found" };
}
