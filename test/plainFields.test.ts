// The quick reader of plain front matter says what the YAML parser says, or that it is not sure.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import { type FrontMatter, isPlain, parseFrontMatter, parseWithYaml } from "../server/core/frontMatter";
import { plainFields } from "../server/core/plainFields";
import { anyText } from "./anyText";
import { projectRoot } from "./editor/paths";

/** All that a front matter says, of fields that it does not hold as well. */
function saidBy(front: FrontMatter) {
  const fields = [...new Set([...front.keys, "title", "summary", "topics", "related", "absent"])];
  return {
    bodyStart: front.bodyStart,
    problems: front.problems,
    keys: front.keys,
    fields: fields.map((field) => ({ field, text: front.text(field), list: front.list(field), items: front.items(field) })),
  };
}

const checkSame = (text: string) => assert.deepEqual(saidBy(parseFrontMatter(text)), saidBy(parseWithYaml(text)), JSON.stringify(text));

const blockOf = (lines: string) => `---\n${lines}\n---\nBody [[a]]`;

/** What it reads, one block each. */
const plain: readonly string[] = [
  "title: Does it work?",
  "title:   Blanks around it   ",
  "a: 1\nb: 2026-02-23\nc: true\nd: null\ne: ~\nf:\ng: 007\nh: .inf\ni: 0x1f\nj: 1e3\nk: False\nl: NULL\nm: tRUE",
  "a: [true, True, TRUE, tRue, false, False, FALSE, yes]\nb: [null, Null, NULL, nuLL, ~, ~~]",
  '# A comment\ntitle: A?\n\n#\nsummary: "B: a colon"',
  "title: \"It's so\"\nsummary: 'It''s \"so\"'",
  "title: \"\"\nsummary: ''\naliases: []\ntopics: [ ]",
  "summary: a:b c#d [e] {f} (g) -h & *i* | > ! 'j' \"k\" % @l `m` ?",
  "topics: [a, b c, \"d, e\", 'f, g', 1.10, true, null, h/i]",
  'related: ["[[A?]]", \'[[B, or C?]]\' , "[[{{title}}]]"]  ',
  "related:\n  - \"[[A?]]\"\n  - B?\n\n  - '[[C?]]'\nsources:\n- arxiv:2401.00010\n- 2401.00010\n-   https://x.org/a#b",
  "topics:\n\n    - a\nupdated: 2026-02-23 10:00\n_key-2: x",
  "tags: [a:b, c#d, e?f, g-h, i'j, k\"l]",
  "title: 日本語、🙂\u00a0 \nAliases: é",
  "__proto__: x\nconstructor: y",
];

/** What it is not sure of, one block each. */
const doubtful: readonly string[] = [
  ..."title: a: b|title: a:|title: a #b|title: #|title: @a|title: `a`|title: %a|title: *a|title: &a b|title: !a b|title: - a".split("|"),
  ..."title: -|title: ?|title: ? a|title: : a|title: , a|title: ]|title: } |title: {a: b}|title: {}|title: >|title: >-".split("|"),
  "title: |\n  a",
  ...'title: "a|title: "a" b|title: "a"b"|title: "a\\n"|title: \'a|title: \'a\' b|title: \'a\'\'|title: "a" # b|title: "'.split("|"),
  ..."topics: [a|topics: [a,]|topics: [,a]|topics: [a,,b]|topics: [a] b|topics: [a: b]|topics: [[a]]|topics: [a, [b]]".split("|"),
  ...'topics: [{a}]|topics: [a #b]|topics: [#b]|topics: ["a" b]|topics: [a, \'b]|topics: [-]|topics: [*a]|topics: [a:]'.split("|"),
  ...'related: [[A?]]|related: [[A?]], [[B?]]|title: [a]|summary: []|a b: c|a:b|: a|- a|a|"a": b|? a|<<: a|1: a|null: a|True: a'.split("|"),
  ..."title:\ta|title: a\tb|\ttitle: a|title : a|{a: b}|[a]|...|--- a|%YAML 1.2|title: a\0|title: a\u2028b|title: a\ufeff|é: a".split("|"),
  "title:\n- a",
  "summary:\n  - a",
  "a: b\na: c",
  "a: b\n  c",
  "a: b\n  - c",
  "a: b\n- c",
  "a: [b\n  , c]",
  "a: [b]\n- c",
  "a:\n  b",
  "a:\n  b: c",
  "a:\n  -\n  - b",
  "a:\n  - b\n - c",
  "a:\n  - b\n    c",
  "a:\n  - b: c",
  "a:\n  - - b",
  "a:\n  - [b]",
  "a:\n  -b",
  "a:\n  - b\n# c\n  - d",
  "a: b\rc",
  `a: ${"[".repeat(101)}`,
  `a: x ${"[".repeat(101)}`,
  `a: x ${"- ".repeat(101)}y`,
  `${"a".repeat(1100)}: b`,
];

describe("plain front matter", () => {
  for (const lines of plain)
    it(`is ${JSON.stringify(lines)}`, () => {
      for (const text of [
        blockOf(lines),
        blockOf(lines).replaceAll("\n", "\r\n"),
        `\ufeff${blockOf(lines)}`,
        `--- ${blockOf(lines).slice(3)}`,
      ]) {
        assert.ok(isPlain(text), JSON.stringify(text));
        checkSame(text);
      }
    });

  it("is not what may mean something else", () => {
    for (const lines of doubtful) {
      assert.ok(!isPlain(blockOf(lines)), JSON.stringify(lines));
      assert.ok(!isPlain(blockOf(`topics: [x]\n${lines}\nlast: y`)), JSON.stringify(lines));
    }
  });

  it("ends where a line ends", () => {
    assert.equal(plainFields("a: b\n", { start: 0, end: 4 }, []), undefined);
    assert.deepEqual(plainFields("a: b\n", { start: 0, end: 5 }, [])?.keys, ["a"]);
  });

  it("is what every note of the sample vault begins with", () => {
    const notes = readdirSync(join(projectRoot, "notes"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
    assert.ok(notes.length > 20);
    for (const file of notes) {
      const text = readFileSync(join(projectRoot, "notes", file), "utf8");
      assert.ok(isPlain(text), file);
      checkSame(text);
    }
  });
});

const seeded = { seed: 20260223, numRuns: 4000 } as const;

/** What a value begins with, holds or ends with. */
const marks = [
  ..."a|A b|it's|1|-1|+1|007|1.10|.5|1e3|0x1F|0o7|1_000|.inf|-.INF|.nan|~|null|Null|NULL|nULL|true|True|FALSE|yes|on|=|<<".split("|"),
  ..."2026-02-23|2026-02-23T10:00:00Z|10:30|arxiv:2401.00010|10.1000/x|https://x.org/a?b=c#d|a/b|#tag|[[A?]]|[[A, b]]|[x]|{{t}}".split("|"),
  ...": |:|::|, |,| #|#|-|- |? |?|!|&a|*a|>|@a|%|`|[|]|{|}|\"|'|''|\\|\\n|---|...| |  |é|日本語|🙂|\u00a0|\u3000|\ud800|(|)|.|;|$|^|~~|“|’".split(
    "|",
  ),
  "|",
  "|-",
];
const strange = ["\t", "\n", "\n  ", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\ufeff", "\0", "\u0007", "\u001f", "\u007f", "\u200b"];

const soup = fc
  .array(
    fc.oneof(
      { weight: 40, arbitrary: fc.constantFrom(...marks) },
      { weight: 1, arbitrary: fc.constantFrom(...strange) },
      { weight: 1, arbitrary: anyText },
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(""));
const safe = fc.constantFrom(
  ..."a|b c|Does it work?|true|null|2401.00010|arxiv:2401.00010|2026-02-23|日本語|a/b|~|x-y|it's|a:b|a#b".split("|"),
);
const scalar = fc.oneof(
  { weight: 6, arbitrary: safe },
  { weight: 2, arbitrary: soup },
  { weight: 2, arbitrary: soup.map((inner) => `"${inner.replaceAll(/["\\]/g, "")}"`) },
  { weight: 2, arbitrary: soup.map((inner) => `'${inner.replaceAll("'", "''")}'`) },
  { weight: 1, arbitrary: fc.constantFrom('"[[A?]]"', "'[[B, c]]'", "[[A?]]", '"a\\"b"', "''''", "'a'b", '"a" b') },
);
const gap = fc.constantFrom("", "", "", " ", "  ");
const flow = fc
  .tuple(
    fc.array(
      fc.tuple(gap, scalar, gap).map((it) => it.join("")),
      { maxLength: 4 },
    ),
    fc.constantFrom(",", ",", ", ", ", ", ",,", " "),
    gap,
  )
  .map(([items, comma, tail]) => `[${items.join(comma)}]${tail}`);
const item = fc.tuple(
  fc.constantFrom("- ", "- ", "- ", "- ", "-  ", "-"),
  fc.oneof({ weight: 9, arbitrary: scalar }, { weight: 1, arbitrary: flow }),
  gap,
);
const block = fc
  .tuple(
    fc.constantFrom("", "  ", "  ", " ", "    "),
    fc.array(
      item.map((it) => it.join("")),
      { minLength: 1, maxLength: 4 },
    ),
    fc.nat(30),
  )
  .map(([indent, items, odd]) =>
    items.map((it, at) => `\n${at > 0 && odd === 0 ? " " : ""}${odd === at + 1 ? "\n" : ""}${indent}${it}`).join(""),
  );
const value = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(" ", " ", " ", "  ", ""), scalar, gap).map((it) => it.join("")) },
  { weight: 3, arbitrary: flow.map((it) => ` ${it}`) },
  { weight: 3, arbitrary: fc.tuple(gap, block).map((it) => it.join("")) },
  { weight: 1, arbitrary: gap },
);
const key = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(..."title|summary|topics|related|sources|aliases|tags|date|updated|a|b|_c|d-e|F2".split("|")) },
  { weight: 1, arbitrary: fc.constantFrom(...'true|null|No|1|a b|"a"|<<|? a|- a|é|constructor|__proto__'.split("|")) },
);
const field = fc.tuple(key, fc.constantFrom(...":|:|:|:|:|:|:|:|:|:|:|:|:|:|:|:|:|:| :".split("|")), value).map((it) => it.join(""));
const line = fc.oneof(
  { weight: 16, arbitrary: field },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      "  ",
      "# comment",
      "#",
      " # indented",
      "#a: b",
      "...",
      "- a",
      "  - a",
      "  a",
      "a",
      "%a",
      "---a",
      "{",
      "]",
    ),
  },
);
const lines = fc.uniqueArray(line, { selector: (it) => it.split(":", 1)[0] ?? "", minLength: 0, maxLength: 5 });
const blocks = fc
  .tuple(
    lines,
    fc.constantFrom("---\n", "---\n", "---\n", "---  \n", "--- \t\n", "\ufeff---\n"),
    fc.constantFrom("\n---", "\n---\n", "\n---\nBody", "\n\n---\n"),
  )
  .chain(([parts, head, tail]) => {
    const text = head + parts.join("\n") + tail;
    return fc.constantFrom(text, text, text, text.replaceAll(/\r?\n/g, "\r\n"), text.replace(/\n(?=[^\n]*$)/, "\r\n"));
  });

describe("any front matter", () => {
  it("says the same whoever reads it", () => {
    let read = 0;
    fc.assert(
      fc.property(blocks, (text) => {
        if (!isPlain(text)) return;
        read++;
        checkSame(text);
      }),
      seeded,
    );
    assert.ok(read > seeded.numRuns / 4, `${read} of ${seeded.numRuns} blocks were plain`);
  });

  it("says the same of any one value", () => {
    let read = 0;
    fc.assert(
      fc.property(fc.constantFrom("a: ", "a: b\nc: ", "a:\n- ", "a:\n  - b\n  - ", "a: [b, ", "a: ["), soup, (start, written) => {
        const text = blockOf(`${start}${written}${start.includes("[") ? "]" : ""}`);
        if (!isPlain(text)) return;
        read++;
        checkSame(text);
      }),
      seeded,
    );
    assert.ok(read > seeded.numRuns / 10, `${read} of ${seeded.numRuns} values were plain`);
  });
});
