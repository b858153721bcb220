// Citations in the text: what is one, where its key ends, and which stand in a group.
import { hit, nearMiss, none, type Rule } from "./rule";

const grammar = "server/core/grammar.ts";
const body = "server/core/markdownTree.ts";
const core = "server/core/citations.ts";
const resolve = "server/index/resolve.ts";
const from = "Pandoc: citations";
const bib = "//- /p.bib\n@misc{fu2025areal, eprint={2505.24298}}\n@misc{key}\n@misc{kay}";

export const citations: readonly Rule[] = [
  {
    name: "citation",
    says: "`@key` cites a paper.",
    from,
    off: { file: grammar, find: '{ name: "Citation", before: "Link", parse: parseCitation },', replace: "" },
    cases: [
      hit("alone in brackets, and bare", `[@key] @kay\n${bib}`, "@key -> paper key:key", "@kay -> paper key:kay"),
      hit("in a heading and in a list", `# On [@key]\n- @kay\n${bib}`, "@key -> paper key:key", "@kay -> paper key:kay"),
      nearMiss("an escaped sign, code, a comment", `\\@key \`@key\` <!-- @key -->\n${bib}`, none),
    ],
  },
  {
    name: "key-signs",
    says: "Inside a key punctuation stands singly; at its end it belongs to the sentence.",
    from,
    off: { file: core, find: "[:.#$%&\\-+?<>~/](?=[\\p{L}\\p{N}_])", replace: "[:.#$%&\\-+?<>~/]" },
    cases: [
      hit(
        "a full stop, a colon, a question mark",
        `By @key. And @kay: why? [@key?]\n${bib}`,
        "@key -> paper key:key",
        "@kay -> paper key:kay",
        "@key -> paper key:key",
      ),
      nearMiss("signs inside", "[@a:b.c/d_e]\n//- /p.bib\n@misc{a:b.c/d_e}", "@a:b.c/d_e -> paper key:a:b.c/d_e"),
    ],
  },
  {
    name: "key-in-braces",
    says: "In braces a key may be anything.",
    from,
    off: { file: core, find: "/\\{[^{}\\n]+\\}|[", replace: "/[" },
    cases: [
      hit(
        "a blank, an address",
        "[@{a b}] [@{https://arxiv.org/abs/2401.00010}]\n   ^^^ unknown-citation\n//- /p.bib\n@misc{key, ids={x}}",
        "@{a b} -> missing",
        "@{https://arxiv.org/abs/2401.00010} -> paper arxiv:2401.00010",
      ),
      nearMiss("braces that are not closed", `@{key and more\n${bib}`, none),
    ],
  },
  {
    name: "not-in-words",
    says: "The sign in an address of mail is no citation.",
    from,
    off: { file: grammar, find: "next !== atSign || isWordBefore(cx.char(start - 1))", replace: "next !== atSign" },
    cases: [
      hit("with a letter and with a digit before it", `é@key 1@key\n${bib}`, none),
      nearMiss("punctuation before it", `(@key), *@kay*\n${bib}`, "@key -> paper key:key", "@kay -> paper key:kay"),
    ],
  },
  {
    name: "group",
    says: "Brackets in which each part between semicolons cites are a group, whose keys have to be known.",
    from,
    off: { file: grammar, find: "const isGroup = opening.type === InlineContext.linkStart && ", replace: "const isGroup = false && " },
    cases: [
      hit("with words before and behind", `[see @key, p. 3; also -@lost]\n                        ^^^^ unknown-citation\n${bib}`),
      nearMiss("a part without a key", `[see @lost; and others]\n${bib}`, "@lost -> unchecked"),
      nearMiss("the text of a link", `[see @lost](b.md)\n//- /b.md\n${bib}`, "[see @lost](b.md) -> path b.md"),
    ],
  },
  {
    name: "defined-label",
    says: "A key in brackets that a definition names is a link.",
    from: "CommonMark 6.3",
    off: { file: body, find: "defined.has(text.slice(start, end).toLowerCase())", replace: "false" },
    cases: [
      hit("a package", `[@types/node]\n\n[@types/node]: https://a.org\n${bib}`, none),
      nearMiss("the definition of another", `[@lost]\n  ^^^^ unknown-citation\n\n[@types/node]: https://a.org\n${bib}`),
    ],
  },
  {
    name: "bare-key",
    says: "A bare key is never reported.",
    from: "format of notes: reference kinds",
    off: { file: resolve, find: "isBracketed && papers.hasBibliography", replace: "papers.hasBibliography" },
    cases: [
      hit("a person's name", `Thanks to @alice.\n${bib}`, "@alice -> unchecked"),
      nearMiss("in brackets it is", `Thanks to [@alice].\n            ^^^^^ unknown-citation\n${bib}`, "@alice -> missing"),
    ],
  },
  {
    name: "linked-key",
    says: "A wiki link to `@key` means the paper where no note bears the name.",
    from: "Obsidian: plugins that keep a note a paper",
    off: { file: resolve, find: "paper !== undefined && lookup.papers.isKnown(paper)", replace: "false as boolean && paper !== undefined" },
    cases: [
      hit("a key of a bibliography", `[[@key]]\n${bib}`, "[[@key]] -> paper key:key"),
      nearMiss(
        "a note of that name, and a key of none",
        `[[@key]] [[@lost]]\n           ^^^^^ broken-reference\n//- /@key.md\n${bib}`,
        "[[@key]] -> stem @key.md",
        "[[@lost]] -> missing",
      ),
    ],
  },
];
