// Read first: the words of the domain. One file's text becomes a Note; everything else asks Notes.

declare const brand: unique symbol;

/** The only identity of a note or folder: see `noteUri`. Two spellings of one file give one NoteUri. */
export type NoteUri = string & { readonly [brand]: "NoteUri" };

/** A stretch of a note's text: UTF-16 offsets from its start (a byte order mark is not part of the text), end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text as a person wrote it, and where. */
export interface Written {
  readonly text: string;
  readonly range: Range;
}

/** A text file by its name and its lines: what it takes to point into it. */
export interface TextFile {
  readonly uri: NoteUri;
  /** Relative to its workspace folder, with `/`. */
  readonly path: string;
  /** Offset of the first character of every line. */
  readonly lineStarts: Uint32Array;
}

/** What a note offers (title, aliases, headings, its path) and what it seeks (references, topics, papers). */
export interface Note {
  readonly uri: NoteUri;
  /** The workspace folder it lies in; undefined for a document outside every folder. */
  readonly folder: NoteUri | undefined;
  /** Relative to the folder, with `/`, spelled as on disk. */
  readonly path: string;
  /** `topic`: a note with `type: topic`, which describes a topic and is not counted as a note. */
  readonly kind: "note" | "topic";
  readonly title: Title;
  readonly summary: string;
  readonly aliases: readonly Written[];
  readonly topics: readonly TopicMembership[];
  readonly sources: readonly Source[];
  readonly headings: readonly Heading[];
  readonly anchors: readonly Anchor[];
  readonly references: readonly Reference[];
  readonly silences: readonly Silence[];
  /** What parsing alone can tell; see `diagnosticsOf` for all problems. */
  readonly problems: readonly Problem[];
  /** Whether a field of ours stands in its front matter, which makes its folder a vault. */
  readonly hasOwnFields: boolean;
  /** Whether one of its references may name a paper: a citation or a link such as `[[@key]]`. */
  readonly citesInText: boolean;
  /** Milliseconds since 1970: the front matter's date, else the file's. */
  readonly modified: number;
  /** Milliseconds since 1970, the file's own. */
  readonly fileModified: number;
  /** Bytes, the file's own; −1 where another text of the file could look the same from outside. */
  readonly fileSize: number;
  /** Offset of the first character of every line; turns a Range into lines and columns without keeping the text. */
  readonly lineStarts: Uint32Array;
}

export interface Title {
  readonly text: string;
  /** What gave the title. A `stem` title is only a file name made readable, and yields to real titles. */
  readonly from: "frontMatter" | "heading" | "stem";
  /** Where it is written; the start of the note when it comes from the file's name. */
  readonly range: Range;
}

export interface Heading {
  readonly level: number;
  /** Without its marks: `## Is *it*?` gives `Is it?`. */
  readonly text: string;
  readonly range: Range;
}

/** A place inside a note that a link can name besides a heading: `^block-id` or an HTML `id`. */
export interface Anchor {
  readonly kind: "block" | "html";
  readonly id: string;
  readonly range: Range;
}

/** A comment that silences problems: `<!-- quaestio-ignore broken-reference -->` for the line below, `quaestio-ignore-file` for all. */
export interface Silence {
  /** The codes it names; none of them means every code. */
  readonly codes: readonly string[];
  /** Where problems that begin there are silenced. */
  readonly range: Range;
}

export interface TopicMembership {
  /** The path of slugs, such as `reinforcement-learning/systems`. */
  readonly id: string;
  /** The range in the front matter; undefined when the folder gave the topic. */
  readonly range: Range | undefined;
}

/** A paper named in `sources:`. Two spellings of one paper have one `paper`. */
export interface Source {
  readonly paper: PaperId;
  readonly text: string;
  readonly range: Range;
}

/** `arxiv:2505.24298`, `doi:10.1000/xyz`, `url:https://…` or `key:fu2025areal`. */
export type PaperId = `${"arxiv" | "doi" | "url" | "key"}:${string}`;

export type Reference = WikiReference | MarkdownReference | CitationReference;

/** `[[target]]`, `![[target|label]]` and the items of `related:`. */
export interface WikiReference {
  readonly kind: "wiki";
  /** `cell`: in a table, where a `|` is written `\|`. */
  readonly place: "body" | "cell" | "related";
  readonly embed: boolean;
  /** All before `|`, so with `#Heading`: only the vault knows whether a `#` belongs to a title. */
  readonly target: string;
  readonly label: string | undefined;
  /** With its brackets. */
  readonly range: Range;
  /** The target alone. */
  readonly targetRange: Range;
}

/** `[text](path.md#slug)`, `![alt](image.png)` and the definition `[ref]: path`. External addresses are no references. */
export interface MarkdownReference {
  readonly kind: "markdown";
  readonly image: boolean;
  /** Percent-decoded once, relative to the note or, with `/`, to the vault; empty for a link inside the note. */
  readonly path: string;
  readonly fragment: string | undefined;
  readonly range: Range;
  /** The destination as written, without angle brackets. */
  readonly targetRange: Range;
}

/** `[@key]`, `[see @a, p. 3; -@b]` (one reference a key) and a bare `@key`, which means a paper only where the key is known. */
export interface CitationReference {
  readonly kind: "citation";
  readonly key: string;
  /** The paper that the key alone gives: `@doi:10.1000/xyz` needs no bibliography. */
  readonly paper: PaperId;
  readonly isBracketed: boolean;
  /** With its `@`. */
  readonly range: Range;
  /** The key alone. */
  readonly targetRange: Range;
}

export const severities = ["error", "warning", "information", "hint"] as const;
export type Severity = (typeof severities)[number];

/** How grave a problem is, or that it is not reported at all. */
export type Level = Severity | "off";

/** Each problem's code and how grave it is where no setting says otherwise. What is `off` is for those who ask for it. */
export const defaultSeverity = {
  "broken-reference": "error",
  "open-question": "information",
  "broken-heading": "error",
  "broken-block": "error",
  "ambiguous-reference": "warning",
  "path-case": "hint",
  "front-matter": "error",
  "unknown-citation": "error",
  "invalid-source": "error",
  "duplicate-source": "warning",
  "duplicate-title": "warning",
  "duplicate-alias": "warning",
  "asked-before": "hint",
  "unreadable-note": "warning",
  "missing-title": "off",
  "missing-summary": "off",
  "no-source": "off",
  "not-a-question": "off",
  "orphan-note": "off",
} as const satisfies Record<string, Level>;

/** A word a severity can be set for. `open-question` is the severity of a broken reference that asks a question. */
export type SeverityKey = keyof typeof defaultSeverity;
export type ProblemCode = Exclude<SeverityKey, "open-question">;

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly range: Range;
  /** A whole sentence. */
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly data?: { readonly openQuestion: true };
}

/** What a reference names, as written: a wiki link's target, a path, a key. */
export const targetText = (reference: Reference): string =>
  reference.kind === "wiki" ? reference.target : reference.kind === "markdown" ? reference.path : reference.key;

/** Another place that a problem is about. */
export interface RelatedPlace {
  readonly note: Note;
  readonly range: Range;
  readonly message: string;
}
