// Whether two questions ask the same in other words. It is sure only where the words are the same but for their form and order: it would
// rather miss a question than hold two for one.
import { stemmer } from "stemmer";
import { fold } from "./key";

/** Words that carry the grammar of a question and not what it asks. */
const grammar = new Set(
  (
    "a an the of in on at to for from by with within into over than then as and or that which who whom whose this these those there it its " +
    "is are was were be been being am do does did done can could may might must shall should will would have has had having we you one i " +
    "they he she our your their my really actually ever any some so such if what how why when where whether still just also yet way during out something"
  ).split(" "),
);

/** Verbs and their kin that research questions use for one another; by stem. What a question is about has no synonyms here. */
const kin: ReadonlyMap<string, string> = new Map(
  [
    ...[
      "improve boost enhance raise",
      "reduce lower decrease cut lessen diminish shrink",
      "increase grow rise",
      "cause trigger produce induce",
    ],
    ...[
      "prevent avoid stop block",
      "help aid benefit assist",
      "harm hurt damage impair degrade worsen",
      "need require demand",
      "depend rely",
    ],
    ...[
      "emerge arise appear",
      "matter important",
      "stable unchanged constant",
      "faithful reflect",
      "work succeed effective",
      "forget lose",
    ],
    ...["predict forecast foresee", "affect influence shape alter change", "learn acquire", "show reveal demonstrate", "explain account"],
    ...[
      "replace substitute",
      "transfer generalise generalize carry",
      "scale size",
      "detect recognise recognize identify",
      "exploit game hack",
    ],
    ...[
      "regularisation regularization penalty",
      "train training",
      "quick fast rapid",
      "large big",
      "small little",
      "error mistake",
      "model network",
    ],
  ].flatMap((group) => group.split(" ").map((word) => [stemmer(word), stemmer(group.split(" ")[0] ?? "")] as const)),
);

const stemOf = (word: string): string => kin.get(stemmer(word)) ?? stemmer(word);

/** A question, taken apart once for all that it is compared with. */
export interface TakenApart {
  readonly kind: string;
  readonly words: readonly string[];
  readonly isPassive: boolean;
  /** Of the words as they are; undefined where one is a name whose letters another question may write out. */
  readonly stems: Stems | undefined;
}

/** The stems of a question's words in their order, and in alphabetical order. */
interface Stems {
  readonly inOrder: readonly string[];
  readonly sorted: string;
}

function stemsOf(words: readonly string[]): Stems {
  const inOrder = words.map(stemOf);
  return { inOrder, sorted: [...inOrder].sort().join(" ") };
}

/** Takes a question apart to compare it with others. */
export function takenApart(question: string): TakenApart {
  const words = wordsIn(question);
  return {
    kind: kindOf(question),
    words,
    isPassive: isPassive(question),
    stems: words.some(isInitials) ? undefined : stemsOf(words),
  };
}

/** Whether two questions ask the same thing. */
export const asksTheSame = (a: string, b: string): boolean => askTheSame(takenApart(a), takenApart(b));

/** Whether two questions ask the same thing, both taken apart before. */
export function askTheSame(a: TakenApart, b: TakenApart): boolean {
  if (a.kind !== b.kind) return false;
  const [first, second] = withSameNames(a.words, b.words);
  if (first.length !== second.length || first.length < fewestWords) return false;
  const [here, there] = [a.stems ?? stemsOf(first), b.stems ?? stemsOf(second)];
  if (here.sorted !== there.sorted) return false;
  return a.isPassive !== b.isPassive || !haveChangedPlaces(here.inOrder, there.inOrder);
}

/**
 * What questions have in common that ask the same, to find them by: how they open and the stems of their words, in alphabetical order. Those
 * that have it in common need not ask the same: see `asksTheSame`. Undefined where a text is no question or says too little. A name that only
 * one question writes out parts them.
 */
export function questionKey(text: string): string | undefined {
  if (!/[?？]\s*$/.test(text)) return undefined;
  const stems = (text.match(wordPattern) ?? []).map(stemAsWritten).filter((stem) => stem !== "");
  return stems.length < fewestWords ? undefined : `${kindOf(text)} ${stems.sort().join(" ")}`;
}

/** By word as written, empty where it is grammar: every title of a vault is read for it, and a vault has some ten thousand words. */
const knownStems = new Map<string, string>();
const mostKnown = 100_000;

function stemAsWritten(word: string): string {
  const known = knownStems.get(word);
  if (known !== undefined) return known;
  const stem = wordsIn(word)
    .map((it) => stemOf(fold(it)))
    .join("");
  if (knownStems.size === mostKnown) knownStems.clear();
  knownStems.set(word, stem);
  return stem;
}

/** A question of fewer words that count may ask anything. */
const fewestWords = 2;

/** `why`, `when` and their like ask other things than a question that is answered by yes or no. */
function kindOf(question: string): string {
  const plain = question
    .trimStart()
    .toLowerCase()
    .replace(/^in what way\b/, "how")
    .replace(/^to what extent\b/, "how much");
  const opening =
    /^(?:why|when|where|who|whom|whose|which|what|how (?:much|many|fast|often|long|well|far|large|big|old)|how|should)\b/.exec(plain);
  return opening?.[0] ?? "whether";
}

/** The words that say what is asked, folded; capitals of short names kept, because they may be initials. */
function wordsIn(question: string): readonly string[] {
  const words = question.match(wordPattern) ?? [];
  return words.map((word) => (isInitials(word) ? word : fold(word).replace(/['’]s?$/, ""))).filter((word) => !grammar.has(fold(word)));
}

const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;

const isInitials = (word: string) => /^\p{Lu}{2,6}s?$/u.test(word);

/** Both with names written out where the other has them so: `RL` and `reinforcement learning`. */
function withSameNames(a: readonly string[], b: readonly string[]): readonly [readonly string[], readonly string[]] {
  return [writtenOut(a, b), writtenOut(b, a)];
}

function writtenOut(words: readonly string[], other: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    if (!isInitials(word)) return [word];
    const initials = fold(word.replace(/s$/, ""));
    const start = other.findIndex(
      (_, at) => other.slice(at, at + initials.length).every((it) => !isInitials(it)) && startsWith(other, at, initials),
    );
    return start < 0 ? [fold(word).replace(/s$/, "")] : other.slice(start, start + initials.length);
  });
}

const startsWith = (words: readonly string[], at: number, initials: string) =>
  at + initials.length <= words.length && [...initials].every((letter, index) => words[at + index]?.startsWith(letter));

/**
 * “Is it improved by …?”: what does and what is done to have changed places. Step by step and each at the first place: one expression for
 * all three would try every verb with every participle.
 */
export function isPassive(question: string): boolean {
  return question.split(/[\n\r\u2028\u2029]/).some((line) => {
    const behindVerb = behind(line, beingPattern);
    const behindParticiple = behindVerb === undefined ? undefined : behind(behindVerb, participlePattern);
    return behindParticiple !== undefined && meansPattern.test(behindParticiple);
  });
}

const beingPattern = /\b(?:is|are|was|were|be|been|being)\b/iu;
/** It looks back from where the word ends, and only to where it begins: from each of its letters on, it would be read to its end each time. */
const participlePattern = /(?:ed|en|t)\b(?<=\b\p{L}+?(?:ed|en|t))/iu;
const meansPattern = /\b(?:by|with|through)\b/iu;

/** What stands behind the first match, with the last letter of it: whether a word begins there depends on that. */
function behind(text: string, pattern: RegExp): string | undefined {
  const match = pattern.exec(text);
  return match ? text.slice(match.index + match[0].length - 1) : undefined;
}

/** Whether what comes first in each comes late in the other: they may be cause and effect, and the other way round. */
function haveChangedPlaces(a: readonly string[], b: readonly string[]): boolean {
  const isLate = (word: string | undefined, words: readonly string[]) => words.indexOf(word ?? "") >= words.length / 2;
  return a[0] !== b[0] && isLate(a[0], b) && isLate(b[0], a);
}
