// Formulas: what stands in one is no reference, and what only looks like one hides nothing. Pandoc's manual has the rule.
import { hit, nearMiss, none, type Rule } from "./rule";

const file = "server/core/grammar.ts";
const from = "format of notes: not references; Pandoc: tex_math_dollars";

export const math: readonly Rule[] = [
  {
    name: "math",
    says: "What stands between dollars is no reference.",
    from,
    off: { file, find: '{ name: "Math", before: "Escape", parse: parseMath },', replace: "" },
    cases: [
      hit("an index into an array of arrays", "Let $x[[0]]$ be it, and $f(x)[y](z.md)$ too.", none),
      nearMiss("one dollar alone", "It costs 5$ [[b]] more.\n//- /b.md", "[[b]] -> stem b.md"),
    ],
  },
  {
    name: "math-display",
    says: "What stands between doubled dollars is no reference, blanks inside or not.",
    from,
    off: {
      file,
      find: "isDouble(cx, start, dollar) ? closedBy(cx, start, dollar) : closingDollar(cx, start);",
      replace: "closingDollar(cx, start);",
    },
    cases: [
      hit("in a line", "So $$ x[[1]] $$ holds.", none),
      nearMiss("doubled dollars that nothing closes", "For $$ [[b]] it pays.\n//- /b.md", "[[b]] -> stem b.md"),
    ],
  },
  {
    name: "math-block",
    says: "What stands between lines of doubled dollars is no reference, blank lines included.",
    from,
    off: { file, find: 'fencedBy("$$", "MathBlock", "FencedCode"), ', replace: "" },
    cases: [
      hit("of several lines, behind a paragraph too", "So\n$$\nx[[1]]\n\ny[[2]]\n$$", none),
      nearMiss("behind the block", "$$\nx\n$$\n[[b]]\n//- /b.md", "[[b]] -> stem b.md"),
    ],
  },
  {
    name: "math-open",
    says: "A dollar before a blank opens no formula.",
    from,
    off: { file, find: "if (isBlank(cx.char(start + 1))) return -1;", replace: "" },
    cases: [
      hit("a price list", "In US$ [[b]]$\n//- /b.md", "[[b]] -> stem b.md"),
      nearMiss("a letter behind it", "In US$a[[b]]$\n//- /b.md", none),
    ],
  },
  {
    name: "math-close-blank",
    says: "A dollar behind a blank closes no formula.",
    from,
    off: { file, find: "isBlank(cx.char(at - 1)) || ", replace: "" },
    cases: [
      hit("a price before a formula", "It costs $5 [[b]] or $x$ more.\n//- /b.md", "[[b]] -> stem b.md"),
      nearMiss("a formula that ends in a bracket", "Let $x [[b]]$ be it.\n//- /b.md", none),
    ],
  },
  {
    name: "math-close-digit",
    says: "A dollar before a digit closes no formula.",
    from,
    off: { file, find: " || isDigit(cx.char(at + 1)) ?", replace: " ?" },
    cases: [
      hit("two prices", "From $20,000 [[b]] to USD$30,000.\n//- /b.md", "[[b]] -> stem b.md"),
      nearMiss("a letter behind the dollar", "Of $n[[b]]$th order.\n//- /b.md", none),
    ],
  },
  {
    name: "math-escape",
    says: "An escaped dollar opens and closes no formula.",
    from,
    off: { file, find: "? -1 : at + 1;\n    if (cx.char(at) === backslash) at++;", replace: "? -1 : at + 1;" },
    cases: [
      hit("at the end", "Of $a [[b]]\\$ it is.\n//- /b.md", "[[b]] -> stem b.md"),
      nearMiss("an escaped dollar inside of a formula", "Of $a\\$ [[b]]$ it is.\n//- /b.md", none),
    ],
  },
];
