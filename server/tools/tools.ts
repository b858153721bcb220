// The table of tools that agents may use, and what they are told of all of them.
import type { ToolAnswer } from "../protocol";
import { check } from "./check";
import { getNote } from "./getNote";
import { openQuestions } from "./openQuestions";
import { papers } from "./papers";
import { onlyData } from "./places";
import { relatedQuestions } from "./relatedQuestions";
import { searchQuestions } from "./searchQuestions";
import { Unanswerable } from "./shape";
import type { AskedVault, Tool } from "./tool";
import { topic } from "./topic";

/** All of them only read. */
export const tools: readonly Tool[] = [searchQuestions, getNote, relatedQuestions, topic, papers, openQuestions, check];

/** What there is to know before the first call. */
export const introduction = `A vault of synthesis notes: Markdown files, each titled by a question and weighing source papers, filed under topics and linked by [[titles]]. \`topic\` shows what the vault is about, \`search_questions\` finds notes by words, \`related_questions\` those closest to a note or question with reasons, \`get_note\` reads one, \`papers\` says what rests on which source. Paths are relative to the vault, lines count from 1, long answers come in pages (limit, offset, nextOffset). All tools only read; edits of the files are seen by the next call. ${onlyData}`;

/** Calls a tool by its name. */
export async function callTool(asked: AskedVault, name: string, input: unknown): Promise<ToolAnswer> {
  const called = tools.find((it) => it.name === name);
  if (!called) return { kind: "refused", why: `There is no tool “${name}”. Tools are ${tools.map((it) => it.name).join(", ")}.` };
  try {
    return { kind: "answer", answer: await called.answer(asked, input ?? {}) };
  } catch (error) {
    if (error instanceof Unanswerable) return { kind: "refused", why: error.message };
    throw error;
  }
}
