// What a wiki target means: by path, title, alias or file name, in this order.
import { hit, nearMiss, type Rule } from "./rule";

const file = "server/index/resolve.ts";
const key = "server/core/key.ts";
const steps = "format of notes: resolution of a wiki target";
const keys = "format of notes: three separate keys";

export const wikiTargets: readonly Rule[] = [
  {
    name: "explicit-path",
    says: "A target that begins with `./`, `../` or `/` is that path and nothing else.",
    from: `${steps}, step 1; Obsidian, as measured`,
    off: { file: "server/index/keys.ts", find: "return /^(?:\\.{0,2}\\/|\\.{1,2}$)/.test(target);", replace: "return false;" },
    cases: [
      hit(
        "each beginning, with and without .md",
        "//- /s/a.md\n[[./b]] [[../b.md]] [[/b]] [[/s/b|x]]\n//- /b.md\n//- /s/b.md",
        "[[./b]] -> path s/b.md",
        "[[../b.md]] -> path b.md",
        "[[/b]] -> path b.md",
        "[[/s/b|x]] -> path s/b.md",
      ),
      hit(
        "no search by name behind it",
        "//- /s/a.md\n[[./b]] [[/s/b]]\n  ^^^ broken-reference\n          ^^^^ broken-reference\n//- /b.md",
      ),
      nearMiss("a title that begins with a dot", "[[.NET or Node?]]\n//- /b.md\n# .NET or Node?", "[[.NET or Node?]] -> title b.md"),
    ],
  },
  {
    name: "title",
    says: "A target is a title, whatever marks the title holds.",
    from: `${steps}, step 2`,
    off: { file, find: "byTitle(scope, base) ?? byStem(scope, base)", replace: "byStem(scope, base)" },
    cases: [
      hit(
        "slashes, colons, quotes, stars and question marks",
        `
        [[Is TCP/IP slow?]] [[RL: why "it" works?]] [[Is 3*4 > 10%?]] [[Why v1.2.3?]]
        //- /b.md
        # Is TCP/IP slow?
        //- /c.md
        # RL: why "it" works?
        //- /d.md
        # Is 3\\*4 > 10%?
        //- /e.md
        # Why v1.2.3?
        `,
        "[[Is TCP/IP slow?]] -> title b.md",
        '[[RL: why "it" works?]] -> title c.md',
        "[[Is 3*4 > 10%?]] -> title d.md",
        "[[Why v1.2.3?]] -> title e.md",
      ),
      hit(
        "200 letters",
        `[[Why ${"so ".repeat(65)}?]]\n//- /b.md\n# Why ${"so ".repeat(65)}?`,
        `[[Why ${"so ".repeat(65)}?]] -> title b.md`,
      ),
      nearMiss(
        "a part of a title, and more than it",
        "[[Does]] [[Does it really pay off]]\n  ^^^^ broken-reference\n           ^^^^^^^^^^^^^^^^^^^^^^ broken-reference\n//- /b.md\n# Does it?",
      ),
    ],
  },
  {
    name: "exact-title",
    says: "Exact punctuation goes before the forgiving key: “X?” and “X” can both be linked.",
    from: keys,
    off: { file, find: '["title", titled.filter(({ title }) => exactKey(title.text) === exact)],', replace: "" },
    cases: [
      hit(
        "two titles that differ in a question mark",
        "[[Scaling?]] [[Scaling]]\n//- /b.md\n# Scaling\n//- /c.md\n# Scaling?\n",
        "[[Scaling?]] -> title c.md",
        "[[Scaling]] -> title b.md",
      ),
      nearMiss(
        "a spelling that is neither",
        "[[scaling]]\n  ^^^^^^^ ambiguous-reference\n//- /b.md\n# Scaling\n^^^^^^^^^ duplicate-title\n//- /c.md\n# Scaling?\n^^^^^^^^^^ duplicate-title",
      ),
    ],
  },
  {
    name: "title-composition",
    says: "Composed and decomposed letters are exactly equal.",
    from: keys,
    off: { file: key, find: ': text.normalize("NFC").trim()', replace: ": text.trim()" },
    cases: [
      hit(
        "of two titles the exact one",
        "[[Caf\u00e9?]]\n//- /b.md\n# Cafe\u0301?\n//- /c.md\n# Caf\u00e9",
        "[[Caf\u00e9?]] -> title b.md",
      ),
      nearMiss("a letter without its accent", "[[Cafe?]]\n  ^^^^^ broken-reference open-question\n//- /b.md\n# Th\u00e9?"),
    ],
  },
  {
    name: "title-case",
    says: "Case does not matter in titles and names, a final sigma included.",
    from: keys,
    off: {
      file: key,
      find: 'return isPlain(text) ? text.toLowerCase() : text.normalize("NFC").toLowerCase().replaceAll("ς", "σ");',
      replace: 'return text.normalize("NFC");',
    },
    cases: [
      hit(
        "a title, a name, a Greek word",
        "[[DOES IT?]] [[PLAN]] [[ΛΟΓΟΣ]]\n//- /plan.md\n# Does it?\n//- /c.md\n# λόγος\n//- /d.md\n# λογος",
        "[[DOES IT?]] -> title plan.md",
        "[[PLAN]] -> stem plan.md",
        "[[ΛΟΓΟΣ]] -> title d.md",
      ),
      nearMiss("another letter", "[[DOES IF?]]\n  ^^^^^^^^ broken-reference error: Did you mean “Does it?”\n//- /b.md\n# Does it?"),
    ],
  },
  {
    name: "title-blanks",
    says: "Runs of blanks are one blank in a title.",
    from: keys,
    off: { file: key, find: '.trim().replace(/\\s+/g, " ");', replace: ".trim();" },
    cases: [
      hit(
        "two blanks and a no-break space",
        "[[Does  it\u00a0work?]]\n//- /b.md\n# Does it work?",
        "[[Does  it\u00a0work?]] -> title b.md",
      ),
      nearMiss(
        "a blank that is not there",
        "[[Does itwork?]]\n  ^^^^^^^^^^^^ broken-reference error: Did you mean “Does it work?”\n//- /b.md\n# Does it work?",
      ),
    ],
  },
  {
    name: "title-quotes",
    says: "Curly quotes are straight ones in a title.",
    from: keys,
    off: { file: key, find: ".replace(/[“”„‟]/g, '\"')", replace: "" },
    cases: [
      hit("single and double ones", '[[Isn\'t "it" so?]]\n//- /b.md\n# Isn’t “it” so?', '[[Isn\'t "it" so?]] -> title b.md'),
      nearMiss("a backtick is no quote", "[[Is it ˋso?]]\n  ^^^^^^^^^^ broken-reference error: Did you mean\n//- /b.md\n# Is it 'so?"),
    ],
  },
  {
    name: "title-end",
    says: "`?`, `!` and `.` at the end of a title may be missing or another.",
    from: keys,
    off: { file: key, find: 'title.replace(/(?<![\\s?!.])[\\s?!.]+$/, "") : title)', replace: "title : title)" },
    cases: [
      hit(
        "none, another, several",
        "[[Does it]] [[Does it!]] [[Does it...]]\n//- /b.md\n# Does it?!",
        ...["", "!", "..."].map((end) => `[[Does it${end}]] -> title b.md`),
      ),
      nearMiss(
        "a mark inside, and another mark",
        "[[Does? it]] [[Does it:]]\n  ^^^^^^^^ broken-reference\n               ^^^^^^^^ broken-reference\n//- /b.md\n# Does it?",
      ),
    ],
  },
  {
    name: "void-title",
    says: "A title of marks alone is found by nothing.",
    from: `${keys}; writing a link, an empty key`,
    off: { file: "server/index/keys.ts", find: "=> key.length === 2;", replace: "=> key.length === 0;" },
    cases: [
      hit("dots for a title of question marks", "[[...]]\n  ^^^ broken-reference\n//- /b.md\n# ???"),
      nearMiss("a letter among marks", "[[a...]]\n//- /b.md\n# a?", "[[a...]] -> title b.md"),
    ],
  },
  {
    name: "alias",
    says: "An alias is found like a title, when no title answers.",
    from: `${steps}, step 2`,
    off: { file, find: '["alias", holders.filter(({ aliases }) => aliases.some(({ text }) => titleKey(text) === key))],', replace: "" },
    cases: [
      hit(
        "from a list, forgivingly",
        "[[async rl?]] [[RLHF|x]]\n//- /b.md\n---\naliases: [Async RL, RLHF]\n---\n# B?",
        "[[async rl?]] -> alias b.md",
        "[[RLHF|x]] -> alias b.md",
      ),
      nearMiss("another field", "[[RLHF]]\n  ^^^^ broken-reference\n//- /b.md\n---\nalias: RLHF\n---"),
    ],
  },
];
