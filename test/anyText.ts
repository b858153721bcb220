// Texts that break what is written around them: titles, file names and headings as nobody chose them and somebody will.
import fc from "fast-check";

/** What Markdown, wiki links, YAML, URIs or Unicode take for more than a letter. */
const pieces = [
  ..."a|A|note|Zebra| | |?|!|.|..|/|-|--|_|~~|*|**|(|)|[|]|[[|]]|#|^|^id|#One|\\|%|%20|%2F|%%|$|$$|`|``|<|>|<b>|</b>|<!--|-->".split("|"),
  ..."\"|'|“|’|&|&amp;|{|{{|}}|{%|<%|:|: |://|mailto:|https://x.org/a|www.x.org|a@b.co|@key|.md|.png|./|+|=|1.|- |---|,|0|٣".split("|"),
  "|",
  "||",
  "ı",
  "İ",
  "ß",
  "ẞ",
  "ς",
  "Σ",
  "é",
  "e\u0301",
  "\u0301",
  "Å",
  "\u212b",
  "日本語",
  "שלום",
  "مرحبا",
  "\u202e",
  "\u200b",
  "\u200d",
  "\u00a0",
  "🙂",
  "👩‍👩‍👧",
  "🇩🇪",
  "\u0007",
  "\u007f",
  "\u0085",
  "\u2028",
  "\ufeff",
  "\t",
  "\n",
  "\r",
];

const composed = (most: number) => fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: most }).map((parts) => parts.join(""));

/** Any text of Unicode's characters; mostly short ones of telling pieces, because those are what a failure is read from. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: composed(5) },
  { weight: 1, arbitrary: composed(80) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 210, size: "max" }) },
);

/** Any text that a disk takes for the name of a file or folder. */
export const anyName: fc.Arbitrary<string> = anyText.map((text) => text.replace(/[/\0]/g, "").replace(/^\.{1,2}$/, "") || "name");
