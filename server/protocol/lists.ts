// Notes, topics and papers as trees, pages and lists show them.

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

/**
 * What the Topics view groups notes by. `year`: of the newest source. `recent` and `unlinked` are single lists: of all notes, the last changed
 * first; and of those that no note links to and that link to none.
 */
export type NotesBy = "topic" | "paper" | "year" | "letter" | "recent" | "unlinked";

export interface NoteGroupsParams {
  readonly by: NotesBy;
  /** Words that a title or summary has, in any order and as far as each was typed. */
  readonly filter?: string;
  /** As many groups, or notes of a group, are told. */
  readonly limit?: number;
}

export interface NoteGroups {
  /** Topics, or what else the notes are grouped by; none for a single list. */
  readonly groups: readonly TopicNode[];
  /** How many groups there are, those left out of a long list, too. */
  readonly groupCount: number;
  /** How many notes there are in all of them. */
  readonly noteCount: number;
}

export interface GroupNotesParams extends NoteGroupsParams {
  /** The id of a group; none for a single list. */
  readonly group?: string;
  readonly sort?: "title" | "modified" | "sources" | "incoming";
  readonly offset?: number;
}

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

/** How many notes the open folders have and what is reported of them, as the settings of each want it. */
export interface VaultCounts {
  readonly notes: number;
  readonly errors: number;
  readonly warnings: number;
  /** References that lead nowhere, whatever their severity; questions that no note answers yet are none. */
  readonly broken: number;
}
