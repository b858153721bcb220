// What the Topics view lists: asks the server for groups and, when one is unfolded, for a page of its notes.
import { Uri } from "vscode";
import type { NoteCard, TopicNode, TopicNotes } from "../../server/protocol";
import type { NotesClient } from "../notesClient";
import type { Look } from "./look";
import type { MoreRow, NoteRow, Row } from "./rows";

/** So many notes of a list are shown at first, and more with each click on its last row: a row costs a person nothing only while few are made. */
const pageSize = 200;

/** The id of the one list where notes are not grouped. */
const single = "";

export interface Roots {
  readonly rows: readonly Row[];
  /** How many notes there are below them. */
  readonly noteCount: number;
}

/** The rows of one look at the vault. A new look is a new listing. */
export class Listing {
  /** Id -> row, of all groups. */
  readonly #groups = new Map<string, Row>();
  readonly #limits = new Map<string, number>();
  /** The id of a list -> the URIs of the notes it shows, and the note that somebody looks for in it. */
  readonly #listed = new Map<string, ReadonlySet<string>>();
  readonly #sought = new Map<string, NoteRow>();

  constructor(
    readonly notes: NotesClient,
    readonly look: Look,
  ) {}

  async roots(): Promise<Roots> {
    // The note that was looked for may be filed elsewhere now.
    for (const known of [this.#groups, this.#listed, this.#sought]) known.clear();
    if (this.#isWholeTree) {
      const topics = await this.notes.request("quaestio/topics", {});
      return { rows: topics.map((it) => this.#group(it)), noteCount: topics.reduce((sum, { noteCount }) => sum + noteCount, 0) };
    }
    const limit = this.#limitOf(single);
    const { groups, groupCount, noteCount } = await this.notes.request("quaestio/noteGroups", { ...this.#asked, limit });
    const isSingle = this.look.by === "recent" || this.look.by === "unlinked";
    const rows = isSingle
      ? await this.#page(single)
      : withMore(
          groups.map((it) => this.#group(it)),
          groupCount,
          single,
        );
    return { rows, noteCount };
  }

  async childrenOf(row: Row): Promise<readonly Row[]> {
    if (row.kind === "topic") return [...row.topic.children.map((it) => this.#group(it)), ...(await this.#page(row.topic.id))];
    return row.kind === "group" ? this.#page(row.group.id) : [];
  }

  parentOf(row: Row): Row | undefined {
    if (row.kind === "topic") return this.#groups.get(row.topic.id.slice(0, Math.max(0, row.topic.id.lastIndexOf("/"))));
    if (row.kind === "group") return undefined;
    return this.#groups.get(row.kind === "note" ? row.topicId.slice(row.topicId.indexOf("\n") + 1) : row.listId);
  }

  /**
   * The row of a note below one of its topics, in a tree of topics alone: elsewhere nobody knows where it stands. A long list shows it from now
   * on, wherever it would come.
   */
  rowOf(card: NoteCard): NoteRow | undefined {
    const topicId = this.look.by === "topic" ? card.topics.find((id) => this.#groups.has(id)) : undefined;
    if (topicId === undefined) return undefined;
    const row = toRow(card, topicId);
    this.#sought.set(topicId, row);
    return row;
  }

  /** Whether a list that was unfolded lacks a row. */
  lacks({ topicId, card }: NoteRow): boolean {
    return this.#listed.get(topicId)?.has(card.uri) === false;
  }

  /** Makes a list longer; the row whose children it is, or undefined for the only list. */
  lengthen({ listId }: MoreRow): Row | undefined {
    this.#limits.set(listId, this.#limitOf(listId) + pageSize);
    return this.#groups.get(listId);
  }

  get #isWholeTree(): boolean {
    return this.look.by === "topic" && this.look.filter.trim() === "";
  }

  get #asked() {
    const { by, filter } = this.look;
    return { by, filter };
  }

  #limitOf(listId: string): number {
    return this.#limits.get(listId) ?? pageSize;
  }

  /** The rows of a tree are made at once: one that is not unfolded can be found as well. */
  #group(node: TopicNode): Row {
    const row: Row = this.look.by === "topic" ? { kind: "topic", topic: node } : { kind: "group", group: node };
    this.#groups.set(node.id, row);
    for (const child of node.children) this.#group(child);
    return row;
  }

  async #page(listId: string): Promise<readonly Row[]> {
    const limit = this.#limitOf(listId);
    const { total, notes } = await this.#ask(listId, limit);
    // A year or a letter is no topic, though one may be called so: no topic has a line break in its name.
    const under = this.look.by === "topic" ? listId : `${this.look.by}\n${listId}`;
    const rows = notes.map((card) => toRow(card, under));
    const sought = this.#sought.get(listId);
    if (sought && total > rows.length && !notes.some(({ uri }) => uri === sought.card.uri)) rows.push(sought);
    this.#listed.set(listId, new Set(rows.map(({ card }) => card.uri)));
    return withMore(rows, total, listId);
  }

  #ask(listId: string, limit: number): Promise<TopicNotes> {
    const { sort } = this.look;
    if (this.#isWholeTree) return this.notes.request("quaestio/topicNotes", { id: listId, depth: "direct", sort, limit });
    return this.notes.request("quaestio/groupNotes", { ...this.#asked, sort, limit, ...(listId === single ? {} : { group: listId }) });
  }
}

/** A list with a row for what it leaves out. */
const withMore = (rows: readonly Row[], total: number, listId: string): readonly Row[] =>
  total > rows.length ? [...rows, { kind: "more", listId, count: total - rows.length }] : rows;

const toRow = (card: NoteCard, topicId: string): NoteRow => ({ kind: "note", card, uri: Uri.parse(card.uri), topicId });
