// Gives a target one changed text after the other; those that reach new code are changed further.
import { type Chance, chanceFrom } from "../bench/words";
import { Coverage } from "./coverage";
import { mutated } from "./mutate";
import type { Target } from "./targets";

export interface Attack {
  readonly inputs: number;
  /** Texts that reached code that none before had reached. */
  readonly kept: number;
  readonly faults: readonly Fault[];
}

/** A text that a target does not stand, and what it said. */
export interface Fault {
  readonly target: string;
  readonly text: string;
  readonly message: string;
}

export interface AttackOptions {
  readonly seed: number;
  /** Ends after so many inputs or milliseconds, whichever is first. */
  readonly inputs: number;
  readonly time: number;
  /** Whether code that is reached decides which texts go on; it costs more than half of the time. */
  readonly isGuided: boolean;
}

/** Inputs between two questions for new code: asking costs as much as some of them. */
const batch = 25;
const mostFaults = 10;
/** A text as short as these takes so long, in milliseconds, only where work grows out of hand. */
const slow = 2000;

export function attack(target: Target, { seed, inputs, time, isGuided }: AttackOptions): Attack {
  const chance = chanceFrom(seed);
  const corpus = [...target.seeds()];
  const started = corpus.length;
  const coverage = isGuided ? new Coverage() : undefined;
  const faults: Fault[] = [];
  const end = Date.now() + time;
  let count = 0;
  coverage?.start();
  try {
    while (count < inputs && Date.now() < end && faults.length < mostFaults) {
      const texts = batchOf(corpus, chance);
      for (const text of texts) {
        count++;
        const message = failure(target, text);
        if (message !== undefined) faults.push({ target: target.name, text, message });
      }
      if (coverage?.isNew()) corpus.push(...texts);
    }
  } finally {
    coverage?.end();
  }
  return { inputs: count, kept: corpus.length - started, faults };
}

const batchOf = (corpus: readonly string[], chance: Chance) => Array.from({ length: batch }, () => mutated(corpus, chance));

/** What a target says against a text; undefined where it stands it. */
export function failure(target: Target, text: string): string | undefined {
  const begun = performance.now();
  try {
    target.attack(text);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const took = performance.now() - begun;
  return took > slow ? `took ${Math.round(took)} ms for ${text.length} characters` : undefined;
}
