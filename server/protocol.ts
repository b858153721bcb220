// The custom messages between client and server: one interface each way, name -> params and result. Their shapes stand in `protocol/`, and all of it
// is types without any import from elsewhere, so that client, server, webviews and tests can share it.
import type { RescanParams } from "./protocol/files";
import type {
  FoundQuestion,
  Graph,
  GroupNotesParams,
  NoteCard,
  NoteGroups,
  NoteGroupsParams,
  PaperCard,
  TopicAlone,
  TopicNode,
  TopicNotes,
  TopicNotesParams,
  TopicPage,
  VaultCounts,
} from "./protocol/lists";
import type { CandidateSource, CitingNotes, PaperList, PaperListParams } from "./protocol/papers";
import type { ProtocolLocation, ProtocolPosition } from "./protocol/places";
import type { MentionParams, NoteLinks, OpenQuestions, RelatedNote, RelatedParams } from "./protocol/relations";
import type { RenderModel } from "./protocol/render";
import type { ServerStatus } from "./protocol/status";
import type { ToolAnswer } from "./protocol/tools";
import type {
  BlockIdAnswer,
  LinkParams,
  MergeAnswer,
  MergeParams,
  NewNoteAnswer,
  NewNoteParams,
  PasteAnswer,
  PasteParams,
  RefileAnswer,
  RefileParams,
  RenameAnswer,
  RenameParams,
} from "./protocol/writing";

export type * from "./protocol/files";
export type * from "./protocol/lists";
export type * from "./protocol/papers";
export type * from "./protocol/places";
export type * from "./protocol/relations";
export type * from "./protocol/render";
export type * from "./protocol/status";
export type * from "./protocol/tools";
export type * from "./protocol/writing";

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
  /** The notes of the vault in groups that a filter leaves, each with its counts. */
  "quaestio/noteGroups": { params: NoteGroupsParams; result: NoteGroups };
  /** One page of the notes right below such a group. */
  "quaestio/groupNotes": { params: GroupNotesParams; result: TopicNotes };
  /** The page of a topic; null where no note names it any more. */
  "quaestio/topic": { params: { readonly id: string }; result: TopicPage | null };
  /** The same to be taken along; null likewise. */
  "quaestio/topicAlone": { params: { readonly id: string }; result: TopicAlone | null };
  /** All papers that notes of a topic, or of the whole vault, cite; by title. */
  "quaestio/papers": { params: { readonly topic?: string }; result: readonly PaperCard[] };
  /** One page of the papers of the whole vault: those that notes cite and those that bibliographies hold. */
  "quaestio/paperList": { params: PaperListParams; result: PaperList };
  /** The notes that cite a paper, by any of its ids. */
  "quaestio/citing": { params: { readonly id: string }; result: CitingNotes };
  /** The papers that most of some notes cite, by the URIs of these, to be sources of a note that they ask for. */
  "quaestio/candidateSources": { params: { readonly askers: readonly string[] }; result: readonly CandidateSource[] };
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
  /** What is known by now, without looking at any note. */
  "quaestio/counts": { params: Record<string, never>; result: VaultCounts };
  "quaestio/newNote": { params: NewNoteParams; result: NewNoteAnswer };
  /** The edit that merges a note into another and has all links follow. */
  "quaestio/merge": { params: MergeParams; result: MergeAnswer };
  /** The edit that gives a note or a topic another name and has all that names it follow. */
  "quaestio/rename": { params: RenameParams; result: RenameAnswer };
  /** The edit that files notes under a topic; other topics of theirs stay. */
  "quaestio/refile": { params: RefileParams; result: RefileAnswer };
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
  /** What a tool for agents answers; `name` and `input` are as in the table of tools. */
  "quaestio/tool": { params: { readonly name: string; readonly input: unknown }; result: ToolAnswer };
  /** Takes in what changed behind the server's back; how many files and folders that were. */
  /** What the server tells of itself. */
  "quaestio/status": { params: Record<string, never>; result: ServerStatus | null };
  "quaestio/rescan": { params: RescanParams; result: number };
  /** What the preview of a note of a vault needs; null for any other document. */
  "quaestio/renderModel": { params: { readonly uri: string }; result: RenderModel | null };
}

/** Notifications from server to client. */
export interface Notifications {
  "quaestio/vaultChanged": VaultChanged;
}
