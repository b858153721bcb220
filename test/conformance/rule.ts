// What a rule of the format of notes is: a sentence, where it comes from, how to switch it off in the source, and the cases that
// turn red when somebody does.
import { checkDefinition, checkDiagnostics, checkMeanings, checkReaders, checkTopics } from "../check";
import { fixture } from "../fixture";

export interface Rule {
  /** A word of its own. */
  readonly name: string;
  /** The rule in one sentence. */
  readonly says: string;
  /** A section of the format of notes, of Obsidian's help, of the CommonMark or GFM specification or of Pandoc's manual. */
  readonly from: string;
  /** The one edit of the source without which the product would not know the rule. `switchOff.ts` makes it in memory. */
  readonly off: Edit;
  readonly cases: readonly Case[];
}

export interface Edit {
  /** Relative to the project. */
  readonly file: string;
  /** Stands in the file once. */
  readonly find: string;
  readonly replace: string;
}

export interface Case {
  /** A hit is what the rule is for; a near miss looks like it and is not. */
  readonly kind: "hit" | "near miss";
  readonly name: string;
  /** A fixture: its `^^^` lines are all problems there are; a reference with a caret in it (`$0`) leads to the place marked `<def>`. */
  readonly source: string;
  /** What every reference of the first note means, one line each; `none` for a note without any. Unasked where it is empty. */
  readonly means: readonly string[];
  /** The tree of topics, where the case is about topics. */
  readonly topics?: string;
  /** Severities set, where the case is about what is off by default. */
  readonly severity?: Readonly<Record<string, string>>;
}

/** What a note without references means. */
export const none = "";

export const hit = (name: string, source: string, ...means: readonly string[]): Case => ({ kind: "hit", name, source, means });

export const nearMiss = (name: string, source: string, ...means: readonly string[]): Case => ({ kind: "near miss", name, source, means });

const dialectIn = (source: string) => (source.includes("/dendron.yml") ? "dendron" : "usual");

/** Fails unless everything that the case says is so, whichever of the two readers of Markdown comes to read it. */
export function checkCase({ source, means, topics, severity }: Case): void {
  for (const { text, note } of fixture(source).files) if (note) checkReaders(text, dialectIn(source));
  checkDiagnostics(source, severity);
  if (means.length > 0) checkMeanings(source, means.join("\n"));
  if (topics !== undefined) checkTopics(source, topics);
  if (source.includes("$0")) checkDefinition(source);
}
