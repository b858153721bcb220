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
