// What is offered at the caret or for a selection, and the note as it is with each refactoring.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Range } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import type { LinkStyle } from "../server/core/settings";
import { type RefactoringKind, refactoringsAt } from "../server/features/refactorings/refactorings";
import { changed } from "../server/features/rename/plan";
import { fixture } from "./fixture";

interface Given {
  readonly kind?: RefactoringKind;
  readonly style?: LinkStyle;
}

/** The refactorings at the caret, or for what stands between `<ref>` marks: titles, and the whole note with each, then the notes it writes. */
function offered(source: string, { kind = "rewrite", style = "title" }: Given = {}) {
  const { vault, caret, files } = fixture(source);
  const marked = files.find(({ marks }) => marks.length > 0);
  const file = caret?.file ?? marked;
  const place: Range | undefined = caret ? { start: caret.offset, end: caret.offset } : marked?.marks[0]?.range;
  assert.ok(file?.note && place, "neither caret nor selection");
  const { note, text } = file;
  const dialect = vault.folderOf(note)?.dialect ?? "usual";
  const open = { note, text, reread: (other: string) => parseNote(note, other, { topicsFromTags: false, dialect }) };
  return refactoringsAt({ vault, open, place, style }, kind).map(({ title, changes, creates }) => ({
    title,
    text: changed(text, changes),
    ...(creates ? { path: creates.path, written: creates.text } : {}),
  }));
}

/** The note with the one refactoring of that title; undefined where it is not offered. */
const result = (title: string, source: string, given?: Given) => offered(source, given).find((it) => it.title === title)?.text;

const others = `
//- /b.md
# Does self-play beat imitation?
## How it works
Text. ^one
//- /sub/c.md
# What is [x] | y?
## Twice
## Twice
`;

describe("a wiki link at the caret", () => {
  const markdown = (line: string) => result("Write as a Markdown link", `${line}\n${others}`)?.trimEnd();

  it("becomes a Markdown link that shows what it showed", () => {
    assert.equal(markdown("So [[Does self-play$0 beat imitation?]] asks."), "So [Does self-play beat imitation?](b.md) asks.");
    assert.equal(markdown("[[b|2 * 3 * 4 and _x_$0]]"), "[2 \\* 3 \\* 4 and \\_x\\_](b.md)");
    assert.equal(markdown("[[c$0]]"), "[c](sub/c.md)");
  });

  it("keeps its part, by the slug that GitHub gives it", () => {
    assert.equal(markdown("[[b#How it works$0|so]]"), "[so](b.md#how-it-works)");
    assert.equal(markdown("[[b#^one$0]]"), "[b#^one](b.md#^one)");
    assert.equal(markdown("[[c#twice-1$0|second]]"), "[second](sub/c.md#twice-1)");
    assert.equal(markdown("# A?\n\n[[#Why$0]]\n\n## Why"), "# A?\n\n[Why](#why)\n\n## Why");
  });

  it("loses the backslash of a table", () =>
    assert.equal(markdown("| a | b |\n| - | - |\n| [[b\\|it$0]] | y |"), "| a | b |\n| - | - |\n| [it](b.md) | y |"));

  it("stays where it leads to no note, to one of several, is an embed or stands in the front matter", () => {
    assert.equal(markdown("[[nowhere$0]]"), undefined);
    assert.equal(markdown("![[b$0]]"), undefined);
    assert.equal(markdown('---\nrelated: ["[[b$0]]"]\n---'), undefined);
    assert.equal(markdown("[[d$0]]\n//- /x/d.md\n# X\n//- /y/d.md\n# Y"), undefined);
    assert.equal(markdown("[[b]] $0 text"), undefined);
  });

  it("stays where another workspace folder holds the note: no Markdown link leads there", () =>
    assert.equal(markdown("[[Far?$0]]\n//- other:/far.md\n# Far?"), undefined));
});

describe("a Markdown link at the caret", () => {
  const wiki = (line: string, style?: LinkStyle) => result("Write as a wiki link", `${line}\n${others}`, style ? { style } : {})?.trimEnd();

  it("becomes a wiki link by the title, or by the file where notes are linked so", () => {
    assert.equal(wiki("So [it$0](b.md)."), "So [[Does self-play beat imitation?|it]].");
    assert.equal(wiki("[it$0](b.md)", "portable"), "[[b|it]]");
    assert.equal(wiki("[Does self-play beat imitation?$0](b.md)"), "[[Does self-play beat imitation?]]");
    assert.equal(wiki("[x$0](<sub/c.md>)"), "[[c|x]]");
  });

  it("keeps its part", () => {
    assert.equal(wiki("[so$0](b.md#how-it-works)"), "[[Does self-play beat imitation?#How it works|so]]");
    assert.equal(wiki("[second$0](sub/c.md#twice-1)"), "[[c#twice-1|second]]");
    assert.equal(wiki("[one$0](b.md#^one)"), "[[Does self-play beat imitation?#^one|one]]");
    assert.equal(wiki("# A?\n\n[Why$0](#why)\n\n## Why"), "# A?\n\n[[#Why]]\n\n## Why");
  });

  it("gets the backslash of a table", () =>
    assert.equal(
      wiki("| a | b |\n| - | - |\n| [it$0](b.md) | y |"),
      "| a | b |\n| - | - |\n| [[Does self-play beat imitation?\\|it]] | y |",
    ));

  it("takes the escapes out of its text", () => assert.equal(wiki("[2 \\* 3$0](b.md)"), "[[Does self-play beat imitation?|2 * 3]]"));

  it("stays where the wiki link could not show all of it, and where it is an image or a definition", () => {
    assert.equal(wiki("[**it**$0](b.md)"), undefined);
    assert.equal(wiki('[it$0](b.md "with a title")'), undefined);
    assert.equal(wiki("[a | b$0](b.md)"), undefined);
    assert.equal(wiki("![it$0](b.md)"), undefined);
    assert.equal(wiki("[it][1]\n\n[1]: b.md$0"), undefined);
    assert.equal(wiki("[it$0](nowhere.md)"), undefined);
  });
});

describe("a link in the text to a note that is not among the related ones", () => {
  const added = (source: string, title = "B?") =>
    result(`Add “${title}” to related`, `${source}\n//- /b.md\n# B?\n//- /it-s.md\n# It's "so"\n`);
  const field = (written: string, expected: string, link = "[[B?$0]]", title?: string) => {
    const body = link.replace("$0", "");
    assert.equal(added(`---\n${written}\n---\n${link}`, title), `---\n${expected}\n---\n${body}`);
  };

  it("is added to the list, in its style and its quotes", () => {
    field('related: ["[[A]]"]', 'related: ["[[A]]", "[[B?]]"]');
    field("related: ['[[A]]' ]\nx: 1", "related: ['[[A]]', '[[B?]]' ]\nx: 1");
    field("related: [[[A]], [[C]]]", "related: [[[A]], [[C]], [[B?]]]");
    field(
      'related:\n  - "[[A]]" # first\n  - "[[C]]" # second\ntopics: [t]',
      'related:\n  - "[[A]]" # first\n  - "[[C]]" # second\n  - "[[B?]]"\ntopics: [t]',
    );
    field("related:\n- A\n- C", "related:\n- A\n- C\n- B?");
    field('related: [\n  "[[A]]"\n]', 'related: [\n  "[[A]]",\n  "[[B?]]"\n]');
    field("related: ['[[A]]']", "related: ['[[A]]', '[[It''s \"so\"]]']", "[it$0](it-s.md)", 'It\'s "so"');
  });

  it("makes a list of one item, of none and where there is no field", () => {
    field('related: "[[A]]"', 'related: ["[[A]]", "[[B?]]"]');
    field("related: [[A]]", 'related: ["[[A]]", "[[B?]]"]');
    field("related: []", 'related: ["[[B?]]"]');
    field("related:\ntopics: [t]", 'related: ["[[B?]]"]\ntopics: [t]');
    field("title: T", 'title: T\nrelated: ["[[B?]]"]');
  });

  it("gets the note its front matter where there is none", () => {
    assert.equal(added("# A?\n\n[it$0](b.md)"), '---\nrelated: ["[[B?]]"]\n---\n\n# A?\n\n[it](b.md)');
    assert.equal(added("---\n---\n[[b$0]]"), '---\nrelated: ["[[B?]]"]\n---\n[[b]]');
  });

  it("is not offered where it is listed already, leads nowhere or to the note itself, and where YAML is broken", () => {
    const titles = (source: string) => offered(`${source}\n//- /b.md\n# B?\n`).filter((it) => it.title.startsWith("Add"));
    assert.deepEqual(titles('---\nrelated: ["[[b]]"]\n---\n[[B?$0]]'), []);
    assert.deepEqual(titles("[[Nowhere$0]]"), []);
    assert.deepEqual(titles("# Me?\n[[Me?$0]]"), []);
    assert.deepEqual(titles('---\nrelated: ["[[b]]"$0]\n---\n'), []);
    assert.deepEqual(titles("---\nrelated: [a\nx: 'y\n---\n[[B?$0]]"), []);
  });
});

describe("selected lines", () => {
  const extracted = (source: string, style: LinkStyle = "title") => {
    const [only] = offered(source, { kind: "extract", style });
    return only && { text: only.text, path: only.path, written: only.written };
  };

  it("become a note titled by their heading, with the topics, a link back and a link in their place", () =>
    assert.deepEqual(
      extracted(
        "//- /rl/a.md\n---\ntopics: [rl]\n---\n# A?\n\nBefore.\n\n<ref>## Why *so*?\n\nSee [b](../b.md) and [[B?]]. [[#Why so?]]\n\n### Deeper\n</ref>\n## After\n//- /b.md\n# B?\n",
      ),
      {
        text: "---\ntopics: [rl]\n---\n# A?\n\nBefore.\n\n[[Why so?]]\n\n## After",
        path: "rl/why-so.md",
        written:
          '---\ntitle: "Why so?"\ntopics: ["rl"]\nrelated: ["[[A?]]"]\n---\n\n## Why *so*?\n\nSee [b](../b.md) and [[B?]]. [[#Why so?]]\n\n### Deeper\n',
      },
    ));

  it("are titled by their first sentence or question where they have no heading, linked in the style of the vault", () => {
    const note = extracted("# A?\n\n<ref>Does **it** [[B?|scale]]? It does.</ref>\n//- /b.md\n# B?\n", "markdown");
    assert.deepEqual(note, {
      text: "# A?\n\n[Does it scale?](does-it-scale.md)",
      path: "does-it-scale.md",
      written: '---\ntitle: "Does it scale?"\nrelated: ["[[A?]]"]\n---\n\n# Does it scale?\n\nDoes **it** [[B?|scale]]? It does.\n',
    });
    const long = `# A?\n\n<ref>${"word ".repeat(30)}.</ref>`;
    assert.equal(extracted(long)?.text, `# A?\n\n[[${"word ".repeat(16).trim()}]]`);
  });

  it("are titled without their citations, and by no table, no code and no line under a heading", () => {
    const title = (selected: string) => /"(.*)"/.exec(extracted(`# A?\n\n<ref>${selected}</ref>\n`)?.written ?? "")?.[1];
    assert.equal(title("Replay helps [@fu2025, p. 3]. It does."), "Replay helps");
    assert.equal(title("| a | b |\n| - | - |\n| c | d |\n\n```\ncode\n```\n\nIn `[[code]]` too."), "In code too");
    assert.equal(title("```\ncode\n```"), undefined);
    assert.equal(extracted("# A?\n\n<ref>Why?\n---\n\nSo.</ref>\n")?.written?.split("---\n\n")[1], "Why?\n");
  });

  it("leave the mark of the list that they stand in, and lose its indentation", () => {
    const note = extracted("# A?\n\n- one\n<ref>  - Two goes on.\n    - Three\n</ref>- four\n");
    assert.equal(note?.text, "# A?\n\n- one\n  - [[Two goes on]]\n- four\n");
    assert.match(note?.written ?? "", /\n- Two goes on\.\n {2}- Three\n$/);
  });

  it("take the sentence where another note has the heading for a title, and a free file name", () => {
    const note = extracted("# A?\n\n<ref>## B?\n\nIt is.</ref>\n//- /b.md\n# B?\n//- /sub/it-is.md\n# Other\n");
    assert.deepEqual([note?.text, note?.path], ["# A?\n\n[[It is]]", "it-is-2.md"]);
  });

  it("stay where links to them or in them would lead elsewhere", () => {
    const stays = (source: string) => assert.equal(extracted(source), undefined, source);
    stays("# A?\n\n<ref>## Why?\n\nSo.</ref>\n//- /b.md\n[[A?#Why?]]\n");
    stays("# A?\n\n<ref>So. ^one</ref>\n//- /b.md\n[x](note.md#^one)\n");
    stays("# A?\n\n[[#Why?]]\n\n<ref>## Why?\n\nSo.</ref>\n");
    stays("# A?\n\n## Why?\n\n<ref>So says [[#Why?]].</ref>\n");
    stays("# A?\n\n<ref>So[^1].</ref>\n\n[^1]: Because.\n");
    stays("# A?\n\n<ref>So [says][b].</ref>\n\n[b]: b.md\n//- /b.md\n# B?\n");
  });

  it("stay where they are no whole lines, stand in code or the front matter, or are blank", () => {
    const stays = (source: string) => assert.equal(extracted(source), undefined, source);
    stays("# A?\n\nSo <ref>it is.</ref>\n");
    stays("# A?\n\n<ref>So it</ref> is.\n");
    stays("# A?\n\n```\n<ref>code</ref>\n```\n");
    stays("# A?\n\n<ref>So it is.\n\n```\ncode</ref>\n```\n");
    stays("# A?\n\n<ref>So <!-- it\n\nis</ref>\n-->\n");
    stays("---\n<ref>title: A?</ref>\n---\n");
    stays("# A?\n<ref>\n\n</ref>\n");
    stays("# A?\n\nSo it$0 is.\n");
  });
});

describe("sources at the caret", () => {
  const sorted = (fields: string) => result("Sort sources", `---\n${fields}\n---\n# A?\n`)?.split("\n").slice(1, -3).join("\n");

  it("are sorted by what they say, numbers by their size, in either form of list, with their quotes", () => {
    assert.equal(sorted("sources: [zhou2024, 'Adams2020'$0, fu10, fu9]"), "sources: ['Adams2020', fu9, fu10, zhou2024]");
    assert.equal(
      sorted('sources$0:\n  - arxiv:2505.24298\n\n  - "2401.00010"\n  - 2401.00009\ntitle: T # kept'),
      'sources:\n  - 2401.00009\n\n  - "2401.00010"\n  - arxiv:2505.24298\ntitle: T # kept',
    );
    assert.equal(sorted("sources: [\n  b$0,\n  a,\n] # all"), "sources: [\n  a,\n  b,\n] # all");
  });

  it("stay where they are sorted, with comments among them, where one is no source, and where the caret is elsewhere", () => {
    assert.equal(sorted("sources: [a, B, c$0]"), undefined);
    assert.equal(sorted("sources:\n  - b # the best\n  - a$0"), undefined);
    assert.equal(sorted("sources:\n  # old\n  - b\n  - a$0"), undefined);
    assert.equal(sorted("sources:\n  - b\n  - a$0 # the worst"), undefined);
    assert.equal(sorted("sources: [b, {x: y}, a$0]"), undefined);
    assert.equal(sorted("sources: [b$0]"), undefined);
    assert.equal(sorted("sources: [b, a]\ntitle: T$0"), undefined);
  });
});

describe("a link alone on its line to a note with a summary", () => {
  const inlined = (body: string, summary = "It scales.") =>
    result("Inline the summary of “B?”", `${body}\n//- /b.md\n---\nsummary: ${JSON.stringify(summary)}\n---\n# B?\n`, { kind: "inline" });

  it("gets the summary below it, as a quotation", () => {
    assert.equal(inlined("# A?\n\n[[B?$0]]\n\nMore."), "# A?\n\n[[B?]]\n\n> It scales.\n\nMore.");
    assert.equal(inlined("![[B?$0]]"), "![[B?]]\n\n> It scales.");
    assert.equal(inlined("1. [x$0](b.md)\n2. y"), "1. [x](b.md)\n   > It scales.\n2. y");
    assert.equal(inlined("- [ ] [[B?$0]]"), "- [ ] [[B?]]\n  > It scales.");
  });

  it("shows it as the text that it is", () => {
    const quoted = (summary: string) => inlined("[[B?$0]]", summary)?.split("> ").slice(1).join("> ");
    assert.equal(quoted("See [[A]] and [x](y.md), <b>*now*</b>."), "See \\[\\[A\\]\\] and \\[x\\](y.md), \\<b\\>\\*now\\*\\</b\\>.");
    assert.equal(
      quoted("@fu2025 at https://x.org costs $5, 5% of snake_case ^one"),
      "\\@fu2025 at https\\://x.org costs \\$5, 5% of snake_case \\^one",
    );
    assert.equal(quoted("1. First\n\n- second"), "1\\. First - second");
    assert.equal(quoted("# No heading"), "\\# No heading");
  });

  it("stays as it is with other words on its line, without a summary, or with the summary below already", () => {
    assert.equal(inlined("So [[B?$0]]."), undefined);
    assert.equal(inlined("[[B?$0]]\nand more"), undefined);
    assert.equal(inlined("[[B?$0]]", ""), undefined);
    assert.equal(inlined("[[B?$0]]\n\n> It scales."), undefined);
    assert.equal(inlined('---\nrelated:\n  - "[[B?$0]]"\n---'), undefined);
  });
});
