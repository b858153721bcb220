// The words of a language that stand in every text and tell none apart.
import * as lists from "stopword";

/** The list of each language, by its ISO 639-1 code. */
const listOf = {
  ar: lists.ara,
  cs: lists.ces,
  da: lists.dan,
  de: lists.deu,
  el: lists.ell,
  en: lists.eng,
  es: lists.spa,
  fa: lists.fas,
  fi: lists.fin,
  fr: lists.fra,
  he: lists.heb,
  hi: lists.hin,
  hu: lists.hun,
  id: lists.ind,
  it: lists.ita,
  ja: lists.jpn,
  ko: lists.kor,
  nb: lists.nob,
  nl: lists.nld,
  pl: lists.pol,
  pt: lists.por,
  ro: lists.ron,
  ru: lists.rus,
  sv: lists.swe,
  tr: lists.tur,
  uk: lists.ukr,
  vi: lists.vie,
  zh: lists.zho,
} as const;

/** Forms that the English list leaves out because it has their kin: what a note is about is said by none of them. */
const furtherEnglish = [
  ...["again", "against", "below", "above", "during", "until", "down", "off", "further", "once", "why", "few", "no", "nor", "not", "own"],
  ...["so", "just", "should", "would", "will", "shall", "don", "doing", "does", "did", "having", "being", "whom", "whose", "its", "itself"],
  ...[
    "us",
    "myself",
    "our",
    "ours",
    "yours",
    "she",
    "hers",
    "herself",
    "themselves",
    "yourself",
    "let",
    "without",
    "within",
    "upon",
    "per",
  ],
  ...["via", "etc", "eg", "ie", "vs", "although", "though", "however", "thus", "therefore", "hence", "whether", "else", "yet", "among"],
  ...["across", "around", "every", "either", "neither", "none", "one", "two", "rather", "quite", "already", "always", "often", "usually"],
  ...["cannot", "ll", "re", "ve", "isn", "doesn", "didn", "aren", "wasn", "hasn"],
];

export type Language = keyof typeof listOf;

/** Every language whose stop words are known. */
export const languages = Object.keys(listOf) as readonly Language[];

/** The stop words of some languages, folded as terms are; a language that is not known has none. */
export function stopWordsOf(codes: readonly string[]): ReadonlySet<string> {
  const words = codes.flatMap((code) => [...(Object.hasOwn(listOf, code) ? listOf[code as Language] : [])]);
  const all = codes.includes("en") ? [...words, ...furtherEnglish] : words;
  return new Set(
    all.map((word) =>
      word
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "")
        .toLowerCase(),
    ),
  );
}
