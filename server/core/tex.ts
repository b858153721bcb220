// What a reader sees of a title or name in BibTeX: accents and letters as Unicode, no braces, no commands.

/** Accents of one sign (`\'e`) and of one letter (`\c{c}`), as the combining characters that Unicode puts behind the base letter. */
const combining: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  '"': "\u0308",
  "~": "\u0303",
  "=": "\u0304",
  ".": "\u0307",
  u: "\u0306",
  v: "\u030c",
  H: "\u030b",
  c: "\u0327",
  d: "\u0323",
  b: "\u0331",
  k: "\u0328",
  r: "\u030a",
};

const greek =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega";

/** A map: of an object, `\constructor` would be a letter as well. */
const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ss: "ß", o: "ø", O: "Ø", ae: "æ", AE: "Æ", oe: "œ", OE: "Œ", aa: "å", AA: "Å", l: "ł", L: "Ł", i: "ı", j: "ȷ" },
    ...{ dh: "ð", DH: "Ð", th: "þ", TH: "Þ", dj: "đ", DJ: "Đ", ng: "ŋ", NG: "Ŋ", textendash: "–", textemdash: "—", ldots: "…" },
    ...Object.fromEntries(greek.split(" ").flatMap((name, at) => greekLetters(name, 0x3b1 + at))),
  }),
);

/** `\alpha` and `\Alpha`; the capitals stand 32 places before. */
function greekLetters(name: string, code: number): readonly [string, string][] {
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return [
    [name, String.fromCharCode(code)],
    [capital, String.fromCharCode(code - 32)],
  ];
}

/** The plain text of a BibTeX value, in one line and NFC. What it does not know of TeX it leaves out, and never the text around it. */
export function plainTex(tex: string): string {
  return tex
    .replace(/\\([`'^"~=.])\s*(?:\{\s*(\\?[A-Za-z])\s*\}|(\\?[A-Za-z]))/g, accented)
    .replace(/\\([uvHcdbkr])(?:\s*\{\s*(\\?[A-Za-z])\s*\}|\s+(\\?[A-Za-z]))/g, accented)
    .replace(/\\([A-Za-z]+)\*?\s*(?:\{\})?/g, (_, name: string) => letters.get(name) ?? "")
    .replace(/\\([&%$#_{}])|[{}$]|\\/g, (_, sign: string | undefined) => sign ?? "")
    .replace(/``|''/g, '"')
    .replace(/-{2,3}/g, (dashes) => (dashes.length === 2 ? "–" : "—"))
    .replace(/[~\s]+/g, " ")
    .trim()
    .normalize("NFC");
}

function accented(_: string, accent: string, braced: string | undefined, bare: string | undefined): string {
  return `${(braced ?? bare ?? "").replace("\\", "")}${combining[accent] ?? ""}`;
}
