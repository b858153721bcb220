// Where sentences end, and the first sentence of a text whose paragraphs begin with prose.

/** UTF-16 units: less says nothing, more is no summary. */
const [shortest, longest] = [15, 400];

/** Words that end in a dot within a sentence. */
const abbreviation =
  /(?:^|[\s(“"'])(?:\p{L}|al|approx|cf|ca|Dr|e\.g|eq|Eqs?|etc|ff|Figs?|i\.e|Mr|Mrs|Ms|No|pp|Prof|resp|Secs?|St|vol|vs|z\.B|d\.h|u\.a|bzw)\.$/u;

/** The first sentence of the first paragraph of prose, without marks of emphasis; undefined where none has a fitting length. */
export function firstSentence(paragraphs: readonly string[]): string | undefined {
  const prose = paragraphs.find((it) => /^["'“‘«(*_]*[\p{L}\p{N}]/u.test(it) && !/^(?:\d+[.)]|[*_-])\s/.test(it));
  if (prose === undefined) return undefined;
  const text = withoutMarks(prose);
  const [end] = sentenceEndsIn(text);
  const sentence = end === undefined ? undefined : text.slice(0, end);
  return sentence !== undefined && sentence.length >= shortest && sentence.length <= longest ? sentence : undefined;
}

/** Where sentences of a paragraph end, behind their marks and closing quotes; abbreviations end none. UTF-16 offsets. */
export function sentenceEndsIn(text: string): readonly number[] {
  const ends = [...text.matchAll(/[.!?…。！？]["'”’»)\]]*(?=\s+(?:["'“‘«(]|\[{1,2})?[\p{Lu}\p{Lo}\p{N}]|$)|[。！？]/gu)];
  const isEnd = (it: RegExpExecArray) => it[0] !== "." || !abbreviation.test(text.slice(0, it.index + 1));
  return ends.filter(isEnd).map((it) => it.index + it[0].length);
}

/** Emphasis and code as a reader sees them; a paragraph in which such marks stay unpaired keeps them. */
const withoutMarks = (text: string): string =>
  text
    .replace(/(\*\*|__|~~|==)(?=\S)(.*?\S)\1/g, "$2")
    .replace(/(^|[^\p{L}\p{N}])([*_])(?=\S)([^*_]*?\S)\2(?![\p{L}\p{N}])/gu, "$1$3")
    .replace(/`([^`]+)`/g, "$1");
