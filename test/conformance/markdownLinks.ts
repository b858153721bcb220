// Markdown links and images as they are written: where one stands, and what its destination says.
import { hit, nearMiss, none, type Rule } from "./rule";

const body = "server/core/markdownTree.ts";

export const markdownLinks: readonly Rule[] = [
  {
    name: "markdown-link",
    says: "`[text](path.md)` is a reference to the path.",
    from: "format of notes: reference kinds; CommonMark 6.3",
    off: { file: body, find: 'name === "Link" || name === "Image"', replace: 'name === "Image"' },
    cases: [
      hit(
        "with a title, with marks in its text, over two lines",
        `
        🙂 [x](lost.md "Why") and [*a* \`b\` [c]](lost.md)
               ^^^^^^^ broken-reference error: No file answers “lost.md”.
                                                ^^^^^^^ broken-reference
        > - [one
        >   two](lost.md)
                 ^^^^^^^ broken-reference
        `,
      ),
      hit("with balanced parentheses", "[x](a(b).md)\n//- /a(b).md", "[x](a(b).md) -> path a(b).md"),
      nearMiss(
        "no destination, a blank before it, an escaped bracket, a blank in it",
        "[x]() [x](<>) [x] (lost.md) \\[x](lost.md) [x](lost it.md)",
        none,
      ),
    ],
  },
  {
    name: "image",
    says: "`![alt](image.png)` is a reference to the image.",
    from: "format of notes: reference kinds; CommonMark 6.4",
    off: { file: body, find: 'name === "Link" || name === "Image"', replace: 'name === "Link"' },
    cases: [
      hit(
        "alone and as the text of a link",
        `
        ![alt](lost.png) [![alt|100](lost.png)](b.md)
               ^^^^^^^^ broken-reference
                                     ^^^^^^^^ broken-reference
        //- /b.md
        `,
      ),
      nearMiss("an escaped mark leaves a link", "\\![alt](b.md)\n//- /b.md", "[alt](b.md) -> path b.md"),
    ],
  },
  {
    name: "definition",
    says: "`[ref]: path` is the reference; `[text][ref]` is only its use.",
    from: "format of notes: reference kinds; CommonMark 4.7",
    off: { file: body, find: ' || name === "LinkReference"', replace: "" },
    cases: [
      hit(
        "reported once, at the definition",
        "[text][ref] [ref] [ref][]\n\n[ref]: lost.md 'Why'\n       ^^^^^^^ broken-reference\n[two]: <lost it.md>\n        ^^^^^^^^^^ broken-reference",
      ),
      nearMiss("in the middle of a paragraph", "Prose goes on,\n[ref]: lost.md", none),
      nearMiss("a use without definition", "[text][nowhere] [nowhere][]", none),
    ],
  },
  {
    name: "angle-brackets",
    says: "A destination in angle brackets may hold blanks, and the brackets are not part of it.",
    from: "format of notes: reference kinds; CommonMark 6.3",
    off: { file: "server/core/reading.ts", find: 'text.charAt(url.start) === "<" ? 1 : 0;', replace: "0;" },
    cases: [
      hit(
        "a name of two words",
        "[x](<a b.md>) ![x](<img/a b.png>)\n//- /a b.md\n//- /img/a b.png",
        "[x](<a b.md>) -> path a b.md",
        "![x](<img/a b.png>) -> file img/a b.png",
      ),
      nearMiss("a bracket that is never closed", "[x](<a b.md)\n//- /a b.md", none),
    ],
  },
  {
    name: "percent-decoding",
    says: "A destination is percent-decoded, once.",
    from: "format of notes: reference kinds; CommonMark 6.3",
    off: { file: "server/core/destination.ts", find: "return decodeURIComponent(encoded);", replace: "return encoded;" },
    cases: [
      hit("a blank, a letter, a question mark", "[x](a%20b.md) [x](caf%C3%A9.md) [x](why%3f.md)\n//- /a b.md\n//- /café.md\n//- /why?.md"),
      hit("a number sign, which is then the name's", "[x](c%23.md)\n//- /c#.md", "[x](c%23.md) -> path c#.md"),
      nearMiss("a plus sign is no blank", "[x](a+b.md)\n    ^^^^^^ broken-reference\n//- /a b.md"),
    ],
  },
  {
    name: "decoded-once",
    says: "What decoding gave is not decoded again.",
    from: "format of notes: reference kinds",
    off: {
      file: "server/core/destination.ts",
      find: "return { path: decoded(destination), fragment: undefined };",
      replace: "return { path: decoded(decoded(destination)), fragment: undefined };",
    },
    cases: [
      hit("an encoded percent sign", "[x](a%2520b.md)\n//- /a%20b.md\n//- /a b.md", "[x](a%2520b.md) -> path a%20b.md"),
      nearMiss("a name that needs one decoding", "[x](a%20b.md)\n//- /a%20b.md\n//- /a b.md", "[x](a%20b.md) -> path a b.md"),
    ],
  },
  {
    name: "lone-percent",
    says: "A malformed `%` is literal.",
    from: "format of notes: reference kinds",
    off: { file: "server/core/destination.ts", find: "/(?:%[0-9a-f]{2})+/gi", replace: "/.+/" },
    cases: [
      hit(
        "a share in a name",
        "[x](100%.md) [x](5%zz.md) [x](a%20100%.md)\n//- /100%.md\n//- /5%zz.md\n//- /a 100%.md",
        "[x](100%.md) -> path 100%.md",
        "[x](5%zz.md) -> path 5%zz.md",
        "[x](a%20100%.md) -> path a 100%.md",
      ),
      nearMiss("the same, well written", "[x](100%25.md)\n//- /100%.md", "[x](100%25.md) -> path 100%.md"),
    ],
  },
  {
    name: "question-in-path",
    says: "A question mark belongs to the name; nothing is a query.",
    from: "format of notes: three keys; reference kinds",
    off: {
      file: "server/core/destination.ts",
      find: 'const hash = destination.indexOf("#");',
      replace: "const hash = destination.search(/[?#]/);",
    },
    cases: [
      hit(
        "in the name of a note, with and without a part",
        "[x](why?.md) [x](<is it so?.md#setup>)\n//- /why?.md\n//- /is it so?.md\n## Setup",
        "[x](why?.md) -> path why?.md",
        "[x](<is it so?.md#setup>) -> path is it so?.md › Setup",
      ),
      nearMiss("a question mark that the name lacks", "[x](b.md?x=1)\n    ^^^^^^^^ broken-reference\n//- /b.md"),
    ],
  },
  {
    name: "fragment",
    says: "The first `#` of a destination divides the path from the part.",
    from: "format of notes: reference kinds",
    off: { file: "server/core/destination.ts", find: 'const hash = destination.indexOf("#");', replace: "const hash = -1;" },
    cases: [
      hit(
        "behind a path",
        "[x](b.md#setup) [x](b.md#)\n//- /b.md\n## Setup",
        "[x](b.md#setup) -> path b.md › Setup",
        "[x](b.md#) -> path b.md",
      ),
      hit("alone, for a part of the note itself", "[x](#setup)\n\n## Setup", "[x](#setup) -> self note.md › Setup"),
      nearMiss("an encoded number sign", "[x](b.md%23setup)\n    ^^^^^^^^^^^^ broken-reference\n//- /b.md\n## Setup"),
    ],
  },
  {
    name: "own-fragment",
    says: "A destination that is only a fragment means a part of the note itself.",
    from: "format of notes: reference kinds",
    off: { file: "server/index/resolve.ts", find: 'if (path === "") return withPart(', replace: 'if (path === "~") return withPart(' },
    cases: [
      hit(
        "a heading above or below",
        "# Why?\n[x](#why) [x](#setup)\n## Setup",
        "[x](#why) -> self note.md › Why?",
        "[x](#setup) -> self note.md › Setup",
      ),
      nearMiss("a heading that only another note has", "[x](#setup)\n    ^^^^^^ broken-heading\n//- /b.md\n## Setup"),
    ],
  },
  {
    name: "backslash-escapes",
    says: "A backslash before punctuation is Markdown's own and not part of the destination.",
    from: "CommonMark 2.4",
    off: {
      file: "server/core/destination.ts",
      find: "/[\\\\&]/.test(written) ? decodeString(written) : written;",
      replace: "written;",
    },
    cases: [
      hit(
        "an escaped parenthesis and line",
        "[x](a\\(b.md) [x](a\\_b.md)\n//- /a(b.md\n//- /a_b.md",
        "[x](a\\(b.md) -> path a(b.md",
        "[x](a\\_b.md) -> path a_b.md",
      ),
      nearMiss("a backslash before a letter stays", "[x](sub\\b.md)\n    ^^^^^^^^ broken-reference\n//- /sub/b.md"),
    ],
  },
  {
    name: "entities",
    says: "An entity in a destination is the character it stands for.",
    from: "CommonMark 2.5",
    off: {
      file: "server/core/destination.ts",
      find: "/[\\\\&]/.test(written) ? decodeString(written) : written;",
      replace: 'written.replace(/\\\\/g, "");',
    },
    cases: [
      hit(
        "by its name and by its number",
        "[x](a&amp;b.md) [x](c&#38;d.md)\n//- /a&b.md\n//- /c&d.md",
        "[x](a&amp;b.md) -> path a&b.md",
        "[x](c&#38;d.md) -> path c&d.md",
      ),
      nearMiss("an ampersand alone", "[x](a&b.md)\n//- /a&b.md", "[x](a&b.md) -> path a&b.md"),
    ],
  },
  {
    name: "address-in-text",
    says: "An address in the text of a link is not its destination.",
    from: "CommonMark 6.3; GFM 6.9",
    off: { file: body, find: "return opening && urls.find(({ from }) => from >= opening.to);", replace: "return urls[0];" },
    cases: [
      hit(
        "of a page, of a person",
        "[https://a.org](lost.md) [me@a.org](mailto:me@a.org)\n                ^^^^^^^ broken-reference",
        "[https://a.org](lost.md) -> missing",
      ),
      nearMiss("an address that is the destination", "[a note](https://a.org)", none),
    ],
  },
  {
    name: "bracket-in-text",
    says: "Brackets alone in the text of a link are text, and it is still a link.",
    from: "format of notes: not references; CommonMark 6.3",
    off: { file: "server/core/grammar.ts", find: '{ name: "Shortcut", before: "Link", parse: parseShortcut },', replace: "" },
    cases: [
      hit("a number in brackets", "[see [1] there](lost.md)\n                ^^^^^^^ broken-reference"),
      nearMiss("of a link in a link the inner one counts", "[a [x](b.md) c](lost.md)\n//- /b.md", "[x](b.md) -> path b.md"),
    ],
  },
  {
    name: "scheme",
    says: "An address with a scheme leads out of the vault and is no reference.",
    from: "format of notes: not references",
    off: {
      file: "server/core/destination.ts",
      find: "return !isDrive && !/^[a-z][a-z0-9+.-]+:/i.test(destination);",
      replace: "return !isDrive;",
    },
    cases: [
      hit(
        "whatever the scheme",
        "[x](https://arxiv.org/abs/2505.24298) [x](mailto:a@b.c) [x](obsidian://open) [x](file:///a.md) ![x](data:image/png;base64,AA) [x](tel:1)",
        none,
      ),
      hit(
        "in a definition, between angle brackets and alone",
        "[a][r] <https://a.org/b.md> https://a.org/b.md www.a.org\n\n[r]: HTTPS://a.org",
        none,
      ),
      nearMiss(
        "a colon behind a blank or a slash",
        "[x](<why RL: a survey.md>) [x](./ratio:3.md)\n//- /why RL: a survey.md\n//- /ratio:3.md",
        "[x](<why RL: a survey.md>) -> path why RL: a survey.md",
        "[x](./ratio:3.md) -> path ratio:3.md",
      ),
    ],
  },
  {
    name: "host",
    says: "`//host/path` leads to another host.",
    from: "format of notes: not references, external URLs",
    off: { file: "server/core/destination.ts", find: ' || destination.startsWith("//")', replace: "" },
    cases: [
      hit("two slashes", "[x](//arxiv.org/abs/2505.24298)", none),
      nearMiss("one slash is the vault's root", "[x](/b.md)\n//- /b.md", "[x](/b.md) -> path b.md"),
    ],
  },
];
