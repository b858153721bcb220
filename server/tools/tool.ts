// What a tool is, whichever door it is called through: a name, what goes in and comes out, and who answers.
import type { Note, NoteUri, Problem } from "../core/note";
import type { Relatedness } from "../features/related/relatedness";
import type { Vault } from "../index/vault";
import { checkedInput, count, type Schema, type Shape } from "./shape";

/** The notes that tools are asked about, as they are now. */
export interface AskedVault {
  readonly vault: Vault;
  /** The address of a file as the one who asks knows it. */
  uriOf(uri: NoteUri): string;
  /** The problems of a note as its folder's settings want them. */
  problemsOf(note: Note): readonly Problem[];
  /** The whole text of a note. Throws Unanswerable where it cannot be had or lies outside the vault. */
  textOf(note: Note): Promise<string>;
  /** What is known of which notes are related, with every change so far taken in. */
  relatedness(): Promise<Relatedness>;
}

/** A tool with its schemas; it only reads. */
export interface Tool {
  readonly name: string;
  /** A few words for people. */
  readonly title: string;
  /** A sentence for people. */
  readonly inShort: string;
  /** What it does and when to use it, for who has read nothing else. */
  readonly description: string;
  readonly input: Schema;
  readonly output: Schema;
  /** Answers, as `output` has it. Throws Unanswerable where the input is wrong or there is nothing of that name. */
  answer(asked: AskedVault, input: unknown): Promise<object>;
}

/** A tool with the types of its input and output. */
interface TypedTool<I, O extends object> extends Pick<Tool, "name" | "title" | "inShort" | "description"> {
  readonly input: Shape<I>;
  readonly output: Shape<O>;
  answer(asked: AskedVault, input: I): O | Promise<O>;
}

/** Makes a tool that checks what it is called with before it answers. */
export function tool<I, O extends object>(made: TypedTool<I, O>): Tool {
  return { ...made, answer: async (asked, input) => made.answer(asked, checkedInput(made.name, made.input, input)) };
}

interface Page {
  readonly limit?: number;
  readonly offset?: number;
}

/** The arguments of a tool that answers in pages of so many things. */
export const pageOf = (things: string, usual: number, most: number, least = 1) => ({
  limit: count(`How many ${things} at most.`, { minimum: least, maximum: most, default: usual }),
  offset: count(`How many ${things} to pass over: the nextOffset of the answer before, to go on from there.`, { default: 0 }),
});

/** What such an answer says of its page. */
export const pageFields = (things: string) => ({
  required: { total: count(`How many ${things} there are, on this page and on all others.`) },
  optional: { nextOffset: count("The offset of the next page; missing on the last one.") },
});

/** One page of a list. */
export function paged<T>(all: readonly T[], { limit, offset = 0 }: Page, usual: number) {
  const end = offset + (limit ?? usual);
  return { total: all.length, ...(end < all.length ? { nextOffset: end } : {}), page: all.slice(offset, end) };
}
