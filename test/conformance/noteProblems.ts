// The problems of a note's own fields, what it shares with other notes, and what it lacks.
import { type Case, hit, nearMiss, type Rule } from "./rule";

const citations = "server/core/citations.ts";
const front = "server/core/frontMatter.ts";
const title = "server/features/duplicateTitle.ts";
const from = "format of notes: problems";
const arxiv = "format of notes: papers; arXiv: understanding the arXiv identifier";

const noted = (lines: string) => `//- /a.md\n---\n${lines}\n---`;

export const noteProblems: readonly Rule[] = [
  {
    name: "yaml-error",
    says: "Front matter that YAML cannot read is an error at the place where it breaks; what could be read counts.",
    from,
    off: { file: front, find: "const broken = faultIn(document);", replace: "const broken = undefined;" },
    cases: [
      hit(
        "a bracket left open, a field twice",
        `${noted("title: A?\ntopics: [x\nsummary: y\n^ front-matter error: The front matter is no valid YAML:")}\n//- /b.md\n---\ntitle: B?\ntitle: C?\n^ front-matter error: The front matter is no valid YAML: This field is there twice.\n---`,
      ),
      nearMiss("brackets and colons in quotes", noted("title: 'A: [why?'\nsummary: \"x: y\"")),
    ],
  },
  {
    name: "field-type",
    says: "A field of ours that holds the wrong kind of value is a warning.",
    from,
    off: { file: front, find: '(isText(fields.get(field)) ? [] : wrong(field, "one text"))', replace: "[]" },
    cases: [
      hit(
        "a list for a title, a mapping for a summary",
        noted(
          "title: [A?]\n       ^^^^ front-matter warning: `title` should be one text.\nsummary: { a: b }\n         ^^^^^^^^ front-matter warning: `summary` should be one text.",
        ),
      ),
      nearMiss("a number, nothing, and a field of somebody else's", noted("title: 2025\nsummary:\nauthor: [a, b]\ndate: { a: b }")),
    ],
  },
  {
    name: "source-month",
    says: "An arXiv id has a month from 01 to 12.",
    from: arxiv,
    off: { file: citations, find: "if (Number(month) < 1 || Number(month) > 12) return", replace: "if (false) return" },
    cases: [
      hit(
        "13 and 00, in three spellings",
        noted(
          "sources: [2513.24298, 'arXiv:2500.24298v2']\n          ^^^^^^^^^^ invalid-source error: There is no month 13 in an arXiv id.\n                       ^^^^^^^^^^^^^^^^^^ invalid-source",
        ),
      ),
      nearMiss("01 and 12", noted("sources: [2501.24298, 2512.24298v1]")),
    ],
  },
  {
    name: "source-year",
    says: "arXiv ids of the new form begin with April 2007.",
    from: arxiv,
    off: { file: citations, find: `if (\`\${year}\${month}\` < "0704") return`, replace: "if (false) return" },
    cases: [
      hit(
        "March 2007",
        noted('sources: ["0703.1234"]\n           ^^^^^^^^^ invalid-source error: arXiv ids of this form begin with 0704, April 2007.'),
      ),
      nearMiss("April 2007, and the old form", noted('sources: ["0704.1234", hep-th/9901001, math.GT/0309136v1]')),
    ],
  },
  {
    name: "source-length",
    says: "An arXiv id has four digits behind the dot before 2015 and five since.",
    from: arxiv,
    off: { file: citations, find: "return number.length === digits ? undefined :", replace: "return digits ? undefined :" },
    cases: [
      hit(
        "four since, five before, in addresses too",
        noted(
          "sources: [https://arxiv.org/abs/2505.2429, 1412.65801]\n          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-source\n                                           ^^^^^^^^^^ invalid-source error: An arXiv id of 2014 has 4 digits behind the dot, this one 5.",
        ),
      ),
      nearMiss("five since, four before", noted("sources: [https://arxiv.org/pdf/2505.24298v1.pdf, 1412.6580, 1501.00001]")),
    ],
  },
  {
    name: "source-form",
    says: "What claims to be an arXiv id has the form of one.",
    from: arxiv,
    off: {
      file: citations,
      find: "if (arxivPrefix.test(written))\n",
      replace: "if (arxivPrefix.test(written)) return undefined;\n  if (false)\n",
    },
    cases: [
      hit(
        "behind the prefix and in an address",
        noted(
          "sources: ['arXiv:hello', https://arxiv.org/abs/25-24298]\n           ^^^^^^^^^^^ invalid-source error: “hello” is no arXiv id\n                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-source",
        ),
      ),
      nearMiss("what makes no claim", noted("sources: [hello, 'RFC 2119', https://example.org/abs/25-24298]")),
    ],
  },
  {
    name: "source-doi",
    says: "A DOI is `10.`, four to nine digits, a slash and a name.",
    from: "format of notes: papers; DOI Handbook 2.2",
    off: { file: citations, find: "if (!claimsDoi || ", replace: "if (true || " },
    cases: [
      hit(
        "another number, too few digits, no name",
        noted(
          "sources: [doi:11.1000/x, 10.12/x, 'https://doi.org/10.1000/']\n          ^^^^^^^^^^^^^ invalid-source error: “11.1000/x” is no DOI\n                         ^^^^^^^ invalid-source\n                                   ^^^^^^^^^^^^^^^^^^^^^^^^ invalid-source",
        ),
      ),
      nearMiss(
        "slashes, parentheses and dots in its name",
        noted("sources: [10.1000/a/b, 'https://doi.org/10.1016/S0140-6736(05)1', doi:10.123456789/x.y]"),
      ),
    ],
  },
  {
    name: "duplicate-source",
    says: "One paper listed twice in a note, under any two spellings, is a warning at the later one.",
    from,
    off: { file: "server/features/sourceProblems.ts", find: "if (!first) return [];", replace: "return [];" },
    cases: [
      hit(
        "an id, an address and a DOI of one paper",
        noted(
          "sources: [2505.24298, https://arxiv.org/abs/2505.24298v2, 10.48550/arXiv.2505.24298]\n                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-source warning: This paper is listed already, as “2505.24298”.\n                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-source",
        ),
      ),
      hit("a DOI in two cases", noted("sources: [10.1000/ABC, doi:10.1000/abc]\n                       ^^^^^^^^^^^^^^^ duplicate-source")),
      nearMiss(
        "one digit between them, and another note's",
        `${noted("sources: [2505.24298, 2505.24299]")}\n//- /b.md\n---\nsources: [2505.24298]\n---`,
      ),
    ],
  },
  {
    name: "declared-twice",
    says: "Two notes that declare one title are warned, each naming the other.",
    from: `${from}, duplicate-title`,
    off: { file: title, find: "if (!declares(note) || ", replace: "if ((true as boolean) || " },
    cases: [
      hit(
        "spelled in two ways",
        "//- /a.md\n---\ntitle: Does it?\n       ^^^^^^^^ duplicate-title warning: b.md has the same title.\n---\n//- /b.md\n---\ntitle: does  it\n       ^^^^^^^^ duplicate-title warning: a.md has the same title.\n---",
      ),
      nearMiss(
        "one declares it, the other has a heading or a file name",
        "//- /a.md\n---\ntitle: Does it?\n---\n//- /b.md\n# Does it?\n//- /does it.md",
      ),
      nearMiss(
        "a topic note, and another workspace folder",
        "//- one:/a.md\n---\ntitle: Scaling\n---\n//- one:/t.md\n---\ntype: topic\ntitle: Scaling\ntopics: scaling\n---\n//- two:/a.md\n---\ntitle: Scaling\n---",
      ),
    ],
  },
  {
    name: "linked-twice",
    says: "Two notes whose headings are one title are warned as soon as somebody links by it.",
    from: `${from}, duplicate-title`,
    off: { file: title, find: "if (linked.has(note)) {", replace: "if (false as boolean) {" },
    cases: [
      hit(
        "by the title",
        "//- /x/a.md\n# Does it?\n^^^^^^^^^^ duplicate-title\n//- /y/b.md\n# Does it?\n^^^^^^^^^^ duplicate-title\n//- /z/c.md\n[[Does it?]]\n  ^^^^^^^^ ambiguous-reference",
      ),
      nearMiss("by a path, or not at all", "//- /x/a.md\n# Notes\n//- /y/b.md\n# Notes\n//- /z/c.md\n[[x/a]] [x](../y/b.md)"),
    ],
  },
  {
    name: "asked-before",
    says: "Two notes that ask the same in other words, and do not link to each other, are hinted at, each naming the other.",
    from,
    off: { file: "server/features/askedBefore.ts", find: "if (!first) return [];", replace: "return [];" },
    cases: [
      hit(
        "another form, another verb, another order",
        "//- /a.md\n# Does code review improve software quality?\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ asked-before hint: “Is the quality of software improved by reviewing code?” asks the same in other words.\n//- /b.md\n---\ntitle: Is the quality of software improved by reviewing code?\n       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ asked-before hint: “Does code review improve software quality?” asks the same in other words.\n---",
      ),
      nearMiss(
        "cause and effect, another opening, no question",
        "//- /a.md\n# Does loneliness cause depression?\n//- /b.md\n# Does depression cause loneliness?\n//- /c.md\n# Why does loneliness cause depression?\n//- /d.md\n# Loneliness causes depression",
      ),
      nearMiss(
        "linked, the same words, an edition, another workspace folder",
        "//- one:/a.md\n# Why do agents forget?\n[[Why does an agent forget?]]\n//- one:/b.md\n# Why does an agent forget?\n//- two:/x/a.md\n# Why do plans fail?\n//- two:/y/a.md\n# Why do plans fail?\n//- two:/en/c.md\n# How do models learn?\n//- two:/de/c.md\n# How does a model learn?\n//- two:/c.md\n# Why do the agents forget?",
      ),
    ],
  },
  {
    name: "duplicate-alias",
    says: "An alias that is a title or an alias of another note is a warning, naming the other.",
    from,
    off: { file: "server/features/duplicateAlias.ts", find: "if (!first) return [];", replace: "return [];" },
    cases: [
      hit(
        "a title, an alias",
        "//- /a.md\n---\naliases: [Depth, rlhf]\n          ^^^^^ duplicate-alias warning: b.md goes by “Depth” as well.\n                 ^^^^ duplicate-alias\n---\n//- /b.md\n---\naliases: RLHF\n         ^^^^ duplicate-alias warning: a.md goes by “RLHF” as well.\n---\n# Depth?",
      ),
      nearMiss(
        "its own title, another's file name, another workspace folder",
        "//- one:/a.md\n---\naliases: [Depth, plan]\n---\n# Depth?\n//- one:/plan.md\n# B?\n//- two:/c.md\n# Depth?",
      ),
    ],
  },
  ...gaps(),
];

/** What a note lacks: off unless it is asked for. */
function gaps(): readonly Rule[] {
  const file = "server/features/noteGaps.ts";
  const asked = (code: string, { ...it }: Case): Case => ({ ...it, severity: { [code]: "hint" } });
  const gap = (code: string, says: string, isIn: string, missing: string, there: string): Rule => ({
    name: code,
    says: `${says}, for those who ask.`,
    from: `${from}, opt-in`,
    off: { file, find: isIn, replace: "false" },
    cases: [
      asked(code, hit("to those who ask", missing)),
      asked(code, nearMiss("where it is there, and in a topic note", `${there}\n//- /t.md\n---\ntype: topic\ntopics: x\n---`)),
      nearMiss("to those who do not ask", missing.replace(/\n\^+ [a-z-]+.*/, "")),
    ],
  });
  return [
    gap(
      "missing-title",
      "Neither a `title:` nor a first-level heading",
      'title.from === "stem"',
      "## Low\n^ missing-title hint",
      "# Is it?",
    ),
    gap(
      "missing-summary",
      "No `summary:`",
      'summary === ""',
      "# Is it?\n^^^^^^^^ missing-summary hint",
      "//- /a.md\n---\nsummary: Yes.\n---",
    ),
    gap(
      "no-source",
      "No `sources:`",
      "sources.length === 0",
      "# Is it?\n^^^^^^^^ no-source hint",
      "//- /a.md\n---\nsources: fu2025areal\n---",
    ),
    gap(
      "not-a-question",
      "A title that is no question",
      "!/[?？]\\s*$/.test(title.text)",
      "# It is\n^^^^^^^ not-a-question hint",
      "# Is it?",
    ),
    gap(
      "orphan-note",
      "A note that no other links to",
      "linkingTo(vault, note).size === 0",
      "# Is it?\n^^^^^^^^ orphan-note hint\n[[Is it?]]",
      "# Is it?\n[[b]]\n//- /b.md\n# B?\n[[Is it?]]",
    ),
  ];
}
