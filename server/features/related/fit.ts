// Weights for one vault, learned from the links it has: what their authors linked is to come before what they did not link.
import { partNames, usualWeights, type Weights } from "./weights";

/** The candidates of one note as if none of its links were known, and which of them it links to. */
export interface Example {
  /** The amounts of all parts of all candidates, one candidate behind the other. */
  readonly amounts: Float64Array;
  readonly isLinked: readonly boolean[];
}

/** What came of learning. */
export interface Fit {
  readonly weights: Weights;
  /** From how many notes was learned. */
  readonly examples: number;
  /** nDCG of the first ten on notes that were not learned from, by learned weights and by the usual ones; 0 where nothing was learned. */
  readonly learned: number;
  readonly usual: number;
}

/** With fewer examples chance decides. */
const fewestExamples = 20;
/** How hard the usual weights pull: as much as this many examples. */
const pull = 30;
/** By how much a score has to be greater to be surer: scores lie between 0 and 3. */
const sharpness = 6;
const rounds = 100;
/** How far a round goes at most, as a share of the usual weight. */
const pace = 0.04;

/**
 * Learns weights, in steps between which other work may have its turn. The usual ones stay where there is too little to learn from, or
 * where what is learned from one half of the examples does no better on the other half than they do.
 */
export function* fitting(examples: readonly Example[]): Generator<void, Fit> {
  const nothing = { weights: usualWeights, examples: examples.length, learned: 0, usual: 0 };
  if (examples.length < fewestExamples) return nothing;
  const [even, odd] = [0, 1].map((half) => examples.filter((_, index) => index % 2 === half)) as [Example[], Example[]];
  const usual = average(examples.map((example) => gain(example, usualVector)));
  const onOdd = yield* descent(even);
  const onEven = yield* descent(odd);
  const learned = average([...odd.map((example) => gain(example, onOdd)), ...even.map((example) => gain(example, onEven))]);
  if (learned <= usual) return { ...nothing, learned, usual };
  const vector = yield* descent(examples);
  const weights = Object.fromEntries(partNames.map((part, at) => [part, vector[at]])) as Record<keyof Weights, number>;
  return { weights, examples: examples.length, learned, usual };
}

/** The same in one go, for those who have nothing else to do. */
export function fitted(examples: readonly Example[]): Fit {
  const steps = fitting(examples);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

const usualVector = Float64Array.from(partNames, (part) => usualWeights[part]);
const size = usualVector.length;

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Adam (Kingma and Ba, 2015) on the softmax of the linked candidates among all, with a pull towards the usual weights, each in shares of
 * its usual weight. No weight falls below 0: what is alike is never a reason against.
 */
function* descent(examples: readonly Example[]): Generator<void, Float64Array> {
  const weights = usualVector.slice();
  const [first, second] = [new Float64Array(size), new Float64Array(size)];
  for (let round = 1; round <= rounds; round++) {
    const slope = slopeOf(examples, weights);
    for (let at = 0; at < size; at++) {
      const unit = usualVector[at] as number;
      const towards = ((slope[at] as number) * unit + pull * ((weights[at] as number) / unit - 1)) / examples.length;
      first[at] = 0.9 * (first[at] as number) + 0.1 * towards;
      second[at] = 0.999 * (second[at] as number) + 0.001 * towards * towards;
      const mean = (first[at] as number) / (1 - 0.9 ** round);
      const spread = Math.sqrt((second[at] as number) / (1 - 0.999 ** round)) + 1e-8;
      weights[at] = Math.max(0, (weights[at] as number) - (pace * unit * mean) / spread);
    }
    yield;
  }
  return weights;
}

/** How the loss of all examples together changes with each weight. */
function slopeOf(examples: readonly Example[], weights: Float64Array): Float64Array {
  const slope = new Float64Array(size);
  for (const { amounts, isLinked } of examples) {
    const scores = isLinked.map((_, row) => sharpness * scoreAt(amounts, row, weights));
    const top = Math.max(...scores);
    const shares = scores.map((score) => Math.exp(score - top));
    const whole = shares.reduce((sum, share) => sum + share, 0);
    const linked = isLinked.filter(Boolean).length;
    for (let row = 0; row < shares.length; row++) {
      const off = sharpness * ((shares[row] as number) / whole - (isLinked[row] ? 1 / linked : 0));
      for (let at = 0; at < size; at++) slope[at] = (slope[at] as number) + off * (amounts[row * size + at] as number);
    }
  }
  return slope;
}

function scoreAt(amounts: Float64Array, row: number, weights: Float64Array): number {
  let score = 0;
  for (let at = 0; at < size; at++) score += (weights[at] as number) * (amounts[row * size + at] as number);
  return score;
}

/** How many places count. */
const looked = 10;

/** nDCG of the first ten. */
function gain({ amounts, isLinked }: Example, weights: Float64Array): number {
  const scored = isLinked.map((_, row) => ({ row, score: scoreAt(amounts, row, weights) }));
  const order = scored.sort((a, b) => b.score - a.score || a.row - b.row);
  const worth = (place: number) => 1 / Math.log2(place + 2);
  const got = order.slice(0, looked).reduce((sum, { row }, place) => (isLinked[row] ? sum + worth(place) : sum), 0);
  const most = Math.min(looked, isLinked.filter(Boolean).length);
  return got / Array.from({ length: most }, (_, place) => worth(place)).reduce((sum, it) => sum + it, 0);
}
