// The custom messages between client and server: one interface each way, name -> params and result. No imports at all, so that
// client, server, webviews and tests can share it.

/** Zero-based, in UTF-16 units, as in the Language Server Protocol. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

/** A place in a document. */
export interface ProtocolLocation {
  readonly uri: string;
  readonly range: { readonly start: ProtocolPosition; readonly end: ProtocolPosition };
}

/** A note as lists show it. */
export interface NoteCard {
  readonly uri: string;
  readonly title: string;
  readonly summary: string;
  /** Topic ids, such as `reinforcement-learning/systems`. */
  readonly topics: readonly string[];
  /** Distinct papers among its sources. */
  readonly sourceCount: number;
  /** How many other notes link to it. */
  readonly incoming: number;
  /** How many errors and warnings it has. */
  readonly problems: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** A topic with its counts: distinct notes and distinct papers in it and below it. */
export interface TopicNode {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly noteCount: number;
  readonly sourceCount: number;
  readonly children: readonly TopicNode[];
}

/** A source paper as lists show it. */
export interface PaperCard {
  /** The one spelling that stands for all, such as `arxiv:2505.24298`. */
  readonly id: string;
  /** Its title, else its id as one writes it. */
  readonly title: string;
  readonly authors: readonly string[];
  readonly year?: number;
  /** Its page at arXiv, a publisher or elsewhere. */
  readonly url?: string;
  /** The notes that cite it, of those asked about. */
  readonly notes: readonly string[];
}

/** A topic by its name alone. */
export interface TopicName {
  readonly id: string;
  readonly label: string;
}

/** All that a topic's page shows. */
export interface TopicPage extends Omit<TopicNode, "children"> {
  /** Outermost first. */
  readonly parents: readonly TopicName[];
  readonly children: readonly Omit<TopicNode, "children">[];
  /** In it and below it, by title. */
  readonly notes: readonly NoteCard[];
  /** By title. */
  readonly papers: readonly PaperCard[];
}

/** A topic's page on its own: its notes are named by their paths in the vault, and nothing of the disk they lie on is told. */
export interface TopicAlone {
  readonly topic: TopicPage;
  /** Topic id -> label, of all that its notes are filed under. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Notes and what ties them; nodes are named by their place in the list. */
export interface Graph {
  /** The sub-topics that nodes are told apart by. */
  readonly groups: readonly TopicName[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphNode {
  readonly uri: string;
  readonly title: string;
  /** The place of its group; −1 for a note of the topic itself. */
  readonly group: number;
  /** How many other notes of the whole vault link to it. */
  readonly incoming: number;
}

/** `link`: one refers to the other. `papers`: both cite `weight` papers that few cite. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly kind: "link" | "papers";
  readonly weight: number;
}

export interface TopicNotesParams {
  readonly id: string;
  readonly offset?: number;
  readonly limit?: number;
  readonly sort?: "title" | "modified" | "sources" | "incoming";
  /** `direct`: only notes that name this very topic; `all`, the default: those of its sub-topics too. */
  readonly depth?: "direct" | "all";
}

export interface TopicNotes {
  readonly total: number;
  readonly notes: readonly NoteCard[];
}

/** What to find relations of: a note or, without one, a text such as a question. */
export interface RelatedParams {
  readonly uri?: string;
  readonly text?: string;
  /** A place in the note: then the paragraph there counts most. */
  readonly position?: ProtocolPosition;
  readonly limit?: number;
}

export interface RelatedReason {
  readonly kind:
    | "links-here"
    | "linked-from-here"
    | "asked-before"
    | "mentioned-here"
    | "mentions-this"
    | "shared-words"
    | "shared-papers"
    | "close-notes"
    | "common-link"
    | "shared-topic"
    | "same-folder";
  /** A few words a person can check. */
  readonly text: string;
  /** Its share in the score. */
  readonly weight: number;
  /** Where the note asked about says what the reason is. */
  readonly range?: { readonly start: ProtocolPosition; readonly end: ProtocolPosition };
}

export interface RelatedNote {
  readonly card: NoteCard;
  readonly score: number;
  /** Whether either note links to the other already. */
  readonly linked: boolean;
  readonly reasons: readonly RelatedReason[];
}

/** A place of a note, with what a list shows of it. All of it is plain text. */
export interface PlaceInNote {
  readonly range: { readonly start: ProtocolPosition; readonly end: ProtocolPosition };
  /** The sentence around it, in one line. */
  readonly sentence: string;
  /** Where in the sentence it is, in UTF-16 units. */
  readonly mark: readonly [start: number, end: number];
  /** The headings it stands under, outermost first. */
  readonly headings: readonly string[];
}

/** Places of one note. */
export interface PlacesInNote {
  readonly uri: string;
  readonly title: string;
  readonly places: readonly PlaceInNote[];
}

/** A link of a note, and where it leads. */
export interface OutgoingLink extends PlaceInNote {
  /** `question`: a question that no note answers yet. */
  readonly state: "broken" | "question" | "found";
  /** The title of the note it leads to; what is written where it leads nowhere. */
  readonly title: string;
  /** Absent for what leads nowhere, and for a file that is no note. */
  readonly target?: ProtocolLocation;
  /** What is wrong with it, in a sentence. */
  readonly why?: string;
}

/** Where a note is tied to others. Each `total` counts what is left out of a long list, too. */
export interface NoteLinks {
  readonly title: string;
  readonly incoming: { readonly total: number; readonly notes: readonly PlacesInNote[] };
  /** Broken ones first, then open questions. */
  readonly outgoing: { readonly total: number; readonly links: readonly OutgoingLink[] };
  /** Where other notes name it without a link. */
  readonly mentions: { readonly total: number; readonly notes: readonly PlacesInNote[] };
}

/** A place where a note names another, `named`, without a link. */
export interface MentionParams extends ProtocolLocation {
  readonly named: string;
}

/** A question that links ask and no note answers yet. */
export interface OpenQuestion {
  readonly title: string;
  /** How many notes ask it. */
  readonly noteCount: number;
  /** How many topics these are filed under. */
  readonly topicCount: number;
  /** Some of them, each with the first place where it asks. */
  readonly notes: readonly (ProtocolLocation & { readonly title: string })[];
}

export interface OpenQuestions {
  /** How many there are, those left out of a long list, too. */
  readonly total: number;
  /** Those first that most notes ask. */
  readonly questions: readonly OpenQuestion[];
}

/** A note that somebody wants to write. */
export interface NewNoteParams {
  readonly title: string;
  /** The note beside which it is to lie; else it lies where the first of its topics has most notes, else at the top of the first folder. */
  readonly beside?: string;
  /** Topic ids. */
  readonly topics?: readonly string[];
  /** Notes to link in `related:`. */
  readonly related?: readonly string[];
}

/**
 * `new`: a file to be written; nothing is written yet, and `fault` says why it does not begin with the vault's template. `exists`: a note bears that
 * title. `impossible`: `why` is a sentence for a person.
 */
export type NewNoteAnswer =
  | { readonly kind: "new"; readonly uri: string; readonly text: string; readonly fault?: string }
  | { readonly kind: "exists"; readonly uri: string; readonly title: string; readonly path: string }
  | { readonly kind: "impossible"; readonly why: string };

/** A note found by words of its title. */
export interface FoundQuestion {
  readonly uri: string;
  readonly title: string;
  /** The alias that was meant, where it was not the title. */
  readonly alias?: string;
  readonly summary: string;
  /** The labels of its topics. */
  readonly topics: readonly string[];
}

/** What of a note a link is to lead to: the heading whose section a place lies in, the block of an id, or all of it. */
export interface LinkParams {
  readonly uri: string;
  readonly heading?: ProtocolPosition;
  readonly block?: string;
}

/** The id of a block, and the edit that makes it where the block has none. */
export interface BlockIdAnswer {
  readonly id: string;
  readonly insert?: { readonly position: ProtocolPosition; readonly text: string };
}

/** A text that is to be pasted in place of what stands between two places of an open note. */
export interface PasteParams {
  readonly uri: string;
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
  /** An address or id of a paper, URIs of notes (a line each) or the title of one. */
  readonly text: string;
}

export interface PasteAnswer {
  readonly kind: "citation" | "source" | "link";
  readonly text: string;
}

/** A note that is to become a section of another. */
export interface MergeParams {
  readonly uri: string;
  readonly into: string;
}

/** `edit`: a `WorkspaceEdit` of the protocol, with how many notes beside the two it changes. `impossible`: `why` is a sentence for a person. */
export type MergeAnswer =
  | { readonly kind: "edit"; readonly edit: object; readonly notes: number }
  | { readonly kind: "impossible"; readonly why: string };

/** What stands in place of a reference where a note is shown. All of it is plain text. */
export interface RenderLink {
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

/** A text's references, each once under what is written there. */
export interface RenderText {
  /** By what stands in double brackets without its label. */
  readonly links: readonly (readonly [target: string, link: RenderLink])[];
  readonly citations: readonly (readonly [key: string, link: RenderLink])[];
  /** Markdown links that the editor would not open as they are, by destination. */
  readonly destinations: readonly (readonly [written: string, link: RenderLink])[];
  /** Labels stand before targets, as in Dendron. */
  readonly isLabelFirst: boolean;
}

/** A text that is embedded somewhere in what is shown. */
export interface RenderEmbed extends RenderText {
  readonly id: string;
  readonly title: string;
  readonly href?: string;
  readonly markdown: string;
}

/** What a preview shows in place of a note's front matter. */
export interface RenderHeader {
  /** Empty where a heading of the note says it. */
  readonly title: string;
  readonly summary: string;
  readonly topics: readonly RenderLink[];
  readonly sources: readonly RenderLink[];
  readonly related: readonly RenderLink[];
}

/** What a preview needs, besides the text of its note. */
export interface RenderModel extends RenderText {
  /** The id that its whole text has where it is embedded. */
  readonly id: string;
  /** Absent where the front matter has nothing of ours. */
  readonly header?: RenderHeader;
  /** Each text once, however often it is embedded; too many or too long ones are left out. */
  readonly embeds: readonly RenderEmbed[];
}

/** What the server tells when the index has changed. */
export interface VaultChanged {
  readonly topicsChanged: boolean;
  /** Notes whose content or problems changed. */
  readonly notes: readonly string[] | "all";
}

/** Requests from client to server. */
export interface Requests {
  "quaestio/topics": { params: Record<string, never>; result: readonly TopicNode[] };
  "quaestio/topicNotes": { params: TopicNotesParams; result: TopicNotes };
  /** The page of a topic; null where no note names it any more. */
  "quaestio/topic": { params: { readonly id: string }; result: TopicPage | null };
  /** The same to be taken along; null likewise. */
  "quaestio/topicAlone": { params: { readonly id: string }; result: TopicAlone | null };
  /** All papers that notes of a topic, or of the whole vault, cite; by title. */
  "quaestio/papers": { params: { readonly topic?: string }; result: readonly PaperCard[] };
  /** The notes of a topic, or of the whole vault, and what ties them. */
  "quaestio/graph": { params: { readonly topic?: string }; result: Graph };
  /** The card of one note of a vault; null for any other document. */
  "quaestio/note": { params: { readonly uri: string }; result: NoteCard | null };
  /** Whether the caret stands in the target of a wiki link, a citation or a source, where titles or papers are suggested. */
  "quaestio/inLinkTarget": { params: { readonly uri: string; readonly position: ProtocolPosition }; result: boolean };
  /** The places that a lens at a position counted: of links to the note or, in a bibliography, of citations of the entry there. */
  "quaestio/counted": { params: { readonly uri: string; readonly position: ProtocolPosition }; result: readonly ProtocolLocation[] };
  "quaestio/related": { params: RelatedParams; result: readonly RelatedNote[] };
  /** Who links to a note, where its links lead, and who names it without a link; null for what is no note of a vault. */
  "quaestio/links": { params: { readonly uri: string }; result: NoteLinks | null };
  /** The link that takes the place of a mention, in the text as it is now; null where there is none that changes nothing else. */
  "quaestio/linkMention": { params: MentionParams; result: string | null };
  /** What the notes of a topic, or of the whole vault, ask and no note answers yet. */
  "quaestio/openQuestions": { params: { readonly topic?: string }; result: OpenQuestions };
  "quaestio/newNote": { params: NewNoteParams; result: NewNoteAnswer };
  /** The edit that merges a note into another and has all links follow. */
  "quaestio/merge": { params: MergeParams; result: MergeAnswer };
  /** Notes by words of their titles, in any order and as far as they were typed; those changed last where nothing was. */
  "quaestio/questions": { params: { readonly typed: string; readonly limit?: number }; result: readonly FoundQuestion[] };
  /** The URI of any note, but for one where there is another; null where there is none. */
  "quaestio/randomNote": { params: { readonly except?: string }; result: string | null };
  /** A link that leads there from every note, in the style that the folder's settings want; null where none can. */
  "quaestio/linkTo": { params: LinkParams; result: string | null };
  /** The id of the block at a place of an open note; null where there is none that a link could name. */
  "quaestio/blockId": { params: { readonly uri: string; readonly position: ProtocolPosition }; result: BlockIdAnswer | null };
  /** What a text is to be pasted as; null for as it is. */
  "quaestio/pasted": { params: PasteParams; result: PasteAnswer | null };
  /** What the preview of a note of a vault needs; null for any other document. */
  "quaestio/renderModel": { params: { readonly uri: string }; result: RenderModel | null };
}

/** Notifications from server to client. */
export interface Notifications {
  "quaestio/vaultChanged": VaultChanged;
}
