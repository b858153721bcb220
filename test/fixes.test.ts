// What is offered for a problem at the caret, and the line as it is with each fix.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { diagnosticsOf } from "../server/features/diagnostics";
import { fixAll, fixesOf, lastFixesOf } from "../server/features/fixes/fixes";
import { newNoteFor } from "../server/features/newNote";
import { diagnosticSettings } from "./check";
import { fixture } from "./fixture";

/** The line without its link. */
const checkUnlinked = (source: string, line: string): void =>
  assert.deepEqual(fixesIn(source, lastFixesOf), [`Remove the link and keep its text: ${line}`]);

/** The fixes of the problems at the caret: their titles, each with the line that it makes; preferred ones starred. */
const checkFixes = (source: string, ...expected: readonly string[]): void => assert.deepEqual(fixesIn(source, fixesOf), expected);

function fixesIn(source: string, find: typeof fixesOf): readonly string[] {
  const { vault, caret } = fixture(source);
  const note = caret?.file.note;
  assert.ok(caret && note, "the caret stands in no note");
  const { text } = caret.file;
  const dialect = vault.folderOf(note)?.dialect ?? "usual";
  const open = { note, text, reread: (changed: string) => parseNote(note, changed, { topicsFromTags: false, dialect }) };
  const here = diagnosticsOf(vault, note, diagnosticSettings()).filter(
    ({ range }) => range.start <= caret.offset && caret.offset <= range.end,
  );
  const fixes = here.flatMap((problem) => find(vault, open, problem));
  return fixes.map(({ title, range, text: put, isPreferred }) => {
    const changed = text.slice(0, range.start) + put + text.slice(range.end);
    const line = changed.slice(changed.lastIndexOf("\n", range.start - 1) + 1).split("\n")[0];
    return `${isPreferred ? "* " : ""}${title}: ${line}`;
  });
}

const others =
  "//- /b.md\n# Does self-play beat imitation?\n## How it works\n## What it costs\n//- /sub/c.md\n---\naliases: [imitation learning]\n---\n# Does self-play beat imitations?\n";

describe("a broken link", () => {
  it("is led to the titles that come close, the closest first", () =>
    checkFixes(
      `[[Does self-play beat imitatin?$0]]\n${others}`,
      "* Change to “Does self-play beat imitation?”: [[Does self-play beat imitation?]]",
      "Change to “Does self-play beat imitations?”: [[Does self-play beat imitations?]]",
    ));

  it("keeps its label, its part and all else on the line", () =>
    checkFixes(
      `See ![[does selfplay beat imitation$0#How it works|this]], **b**.\n//- /b.md\n# Does self-play beat imitation?\n## How it works\n`,
      "* Change to “Does self-play beat imitation?”: See ![[Does self-play beat imitation?#How it works|this]], **b**.",
    ));

  it("is led to an alias, in a table and in the front matter as well", () => {
    checkFixes(`[[imitation lerning$0]]\n${others}`, "* Change to “imitation learning”: [[imitation learning]]");
    checkFixes(
      `| a | b |\n| - | - |\n| [[imitation lerning$0\\|x]] | y |\n${others}`,
      "* Change to “imitation learning”: | [[imitation learning\\|x]] | y |",
    );
    checkFixes(
      `---\nrelated: ["[[imitation lerning$0]]", b]\n---\n${others}`,
      '* Change to “imitation learning”: related: ["[[imitation learning]]", b]',
    );
  });

  it("is led to a file's name where the title cannot stand there", () =>
    checkFixes(
      `---\nrelated: ["[[Is say a good word$0]]"]\n---\n//- /say.md\n# Is "say" a good word?\n`,
      '* Change to “Is "say" a good word?”: related: ["[[say]]"]',
    ));

  it("gets no fix where nothing comes close", () => checkFixes(`[[Why do birds sing?$0]]\n${others}`));
});

describe("a link that leads nowhere", () => {
  it("becomes the text that it shows", () => {
    checkUnlinked("See [[nowhere$0|that *note*]].", "See that *note*.");
    checkUnlinked("| [[nowhere$0]] |\n| - |\n", "| nowhere |");
    checkUnlinked('See [that one](no/where.md$0 "t").', "See that one.");
  });

  it("stays where it shows nothing of its own", () => {
    for (const source of ["![[nowhere$0]]", "![x](no.png$0)", '---\nrelated: ["[[nowhere$0]]"]\n---\n'])
      assert.deepEqual(fixesIn(source, lastFixesOf), []);
  });
});

describe("all broken links of a note", () => {
  const titles = (source: string) => {
    const { vault, files } = fixture(source);
    const [{ note, text } = { note: undefined, text: "" }] = files;
    assert.ok(note);
    const open = { note, text, reread: (changed: string) => parseNote(note, changed, { topicsFromTags: false }) };
    return fixAll(vault, open, diagnosticsOf(vault, note, diagnosticSettings()))?.map(({ text: put }) => put);
  };

  it("are led to the closest titles, those that come close to any", () =>
    assert.deepEqual(titles(`[[Does self-play beat imitatin?]] [[x]] [[imitation lerning]]\n${others}`), [
      "Does self-play beat imitation?",
      "imitation learning",
    ]));

  it("are no choice where one alone could be mended", () => assert.equal(titles(`[[x]] [[imitation lerning]]\n${others}`), undefined));
});

describe("a broken part of a link", () => {
  it("is led to the headings that come close", () =>
    checkFixes(`[[b#How it wrks$0|so]]\n${others}`, "* Change to “#How it works”: [[b#How it works|so]]"));

  it("is led to a heading of the note itself", () =>
    checkFixes("# A?\n[[#Evidense$0]]\n## Evidence\n", "* Change to “#Evidence”: [[#Evidence]]"));

  it("gets no fix where no heading comes close", () => checkFixes(`[[b#Results$0]]\n${others}`));
});

describe("a broken part of a Markdown link", () => {
  it("is led to the slug of a heading or the id of a block that comes close", () => {
    checkFixes(`[x](b.md#how-it-wrks$0)\n${others}`, "* Change to “#How it works”: [x](b.md#how-it-works)");
    checkFixes("[x](#^onne$0) [[#^onne]]\n\nText. ^one\n", "* Change to “#^one”: [x](#^one) [[#^onne]]");
  });
});

describe("a broken Markdown link", () => {
  it("is led to the file of that name which lies elsewhere, its part and all around it kept", () => {
    checkFixes(`[x](old/c.md#p$0 "t")\n${others}`, '* Change to “sub/c.md”: [x](sub/c.md#p "t")');
    checkFixes(`![i](<p q.png$0>)\n//- /img/p q.png\n`, "* Change to “img/p q.png”: ![i](<img/p%20q.png>)");
  });

  it("gets no fix where there is no such file", () => checkFixes(`[x](old/none.md$0)\n${others}`));
});

describe("a broken wiki link by a path", () => {
  it("is led to the note of that name which lies elsewhere", () =>
    checkFixes(`[[old/c#X$0|y]]\n${others}`, "* Change to “sub/c.md”: [[sub/c#X|y]]"));
});

describe("a link that could mean several notes", () => {
  it("is led to each of them", () =>
    checkFixes("[[x$0|it]]\n//- /one/x.md\n# One\n//- /two/x.md\n# Two\n", "* Mean one/x.md: [[one/x|it]]", "Mean two/x.md: [[two/x|it]]"));
});

describe("a path in another case", () => {
  it("is written as on the disk", () => checkFixes("[x](Sub/B.md#p$0)\n//- /sub/b.md\n# B\n## P\n", "* Write “sub/b.md”: [x](sub/b.md#p)"));
});

describe("a question that was asked before", () => {
  it("is linked to the note that asks it", () =>
    checkFixes(
      "---\ntitle: Does code review improve quality?$0\nrelated: []\n---\n//- /b.md\n# Is quality improved by code reviews?\n",
      '* Add “Is quality improved by code reviews?” to related: related: ["[[Is quality improved by code reviews?]]"]',
    ));
});

describe("a paper that is listed twice", () => {
  it("is taken out of its list, in either form", () => {
    checkFixes("---\nsources: [arXiv:2505.24298, '2505.24298$0', x]\n---\n", "* Remove this source: sources: [arXiv:2505.24298, x]");
    checkFixes("---\nsources:\n  - arXiv:2505.24298\n  - 2505.24298$0\n  - x\n---\n", "* Remove this source:   - x");
  });
});

describe("an unknown citation key", () => {
  const library = "//- /papers.bib\n@article{fu2025areal, title={AReaL}, author={Fu, W}, year={2025}}\n";

  it("is led to the closest key, in the text and among the sources", () => {
    checkFixes(`So says [@fu2025arel$0, p. 3].\n${library}`, "* Change to “fu2025areal”: So says [@fu2025areal, p. 3].");
    checkFixes(`---\nsources: [fu2025arael$0]\n---\n${library}`, "* Change to “fu2025areal”: sources: [fu2025areal]");
  });

  it("gets no fix where none comes close", () => checkFixes(`[@smith1999$0]\n${library}`));
});

describe("a question that no note answers", () => {
  const written = (source: string) => {
    const { vault, caret } = fixture(source);
    const note = caret?.file.note;
    assert.ok(caret && note, "the caret stands in no note");
    const [problem] = diagnosticsOf(vault, note, diagnosticSettings());
    const made = problem && newNoteFor(vault, note, problem);
    if (!made) return undefined;
    const about = { uri: `${note.folder}/${made.path}` as NoteUri, folder: note.folder, path: made.path, modified: 0 };
    vault.put(parseNote(about, made.text, { topicsFromTags: false }));
    assert.deepEqual(diagnosticsOf(vault, note, diagnosticSettings()), [], "the link leads to the new note");
    return `${made.path}\n${made.text}`;
  };

  it("becomes a note beside the one that asks, in its topics and linked back", () =>
    assert.equal(
      written('//- /rl/a.md\n---\ntopics: [rl/systems]\n---\n# Is it?\n[[Why do birds sing: "why"?$0]]\n'),
      'rl/why-do-birds-sing-why.md\n---\ntitle: "Why do birds sing: \\"why\\"?"\ntopics: ["rl/systems"]\nrelated: ["[[Is it?]]"]\n---\n\n# Why do birds sing: "why"?\n\n',
    ));

  it("never takes the place of a file that is there", () =>
    assert.match(
      written("[[Why sing?$0]]\n//- /why-sing.md\n# Why do they sing so?\n//- /Why-Sing-2.md (unreadable)\nIt is no text.\n") ?? "",
      /^why-sing-3\.md\n/,
    ));

  it("stays inside the folder and has a name that every disk takes", () => {
    assert.match(written("[[..: *why* \\ sing?$0]]\n") ?? "", /^why-sing\.md\n/);
    assert.match(written("[[Con?$0]]\n") ?? "", /^con-note\.md\n/);
    assert.match(written(`[[Why ${"very ".repeat(60)}long?$0]]\n`) ?? "", /^why(?:-very)+\.md\n/);
  });

  it("is not made of a path, a file or a part", () => {
    for (const target of ["../x/why?", "plot.png", "#Why?", "a/b"]) assert.equal(written(`[[${target}$0]]\n`), undefined);
  });
});
