// Notes that begin with a vault's template: what stands in them, and that no title, topic or link breaks it.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { diagnosticsOf } from "../server/features/diagnostics";
import { filled } from "../server/features/filledTemplate";
import { draftedNote, type NewNote, newNoteFor } from "../server/features/newNote";
import { faultOf, type NoteTemplate } from "../server/features/noteTemplate";
import { refactoringsAt } from "../server/features/refactorings/refactorings";
import { diagnosticSettings } from "./check";
import { fixture } from "./fixture";

const templateOf = (text: string): NoteTemplate => ({ path: "t.md", text, today: "2026-02-23" });

interface Draft {
  readonly title?: string;
  readonly topics?: readonly string[];
  readonly sources?: readonly string[];
  /** Whether the one other note is linked. */
  readonly related?: "B" | "none";
}

const other = '//- /b.md\n# B: "it"?\n';

function drafted(
  template: string,
  { title = 'Why: "so"?', topics = ["rl/systems", "rl"], sources = [], related = "B" }: Draft = {},
): NewNote {
  const { vault, files } = fixture(other);
  const folder = files[0]?.folder as NoteUri;
  const notes = related === "B" ? files.flatMap(({ note }) => note ?? []) : [];
  const made = draftedNote(vault, { title, place: { folder, path: "" }, topics, sources, related: notes, template: templateOf(template) });
  assert.ok(made);
  const note = parseNote({ uri: `${folder}/${made.path}` as NoteUri, folder, path: made.path, modified: 0 }, made.text, {
    topicsFromTags: false,
  });
  assert.equal(note.title.text, title);
  for (const id of topics)
    assert.ok(
      note.topics.some((it) => it.id === id),
      `${id} is a topic`,
    );
  const leads = note.references.some((it) =>
    ((meaning) => meaning.kind === "note" && meaning.note.path === "b.md")(vault.resolve(note, it)),
  );
  assert.equal(leads, related === "B");
  return made;
}

const checkText = (template: string, text: string, draft?: Draft): void => {
  const made = drafted(template, draft);
  assert.equal(made.fault, undefined);
  assert.equal(made.text, text);
};

describe("a note that begins with a template", () => {
  it("has its title, topics, links and day where the placeholders stand", () =>
    checkText(
      "---\ntitle: {{title}}\ntopics: {{topics}}\nrelated: {{ related }}\ncreated: {{date}}\n---\n# {{title}}\n\n## Evidence\n\nOf {{date}} in {{topics}}.\n",
      '---\ntitle: "Why: \\"so\\"?"\ntopics: ["rl/systems", "rl"]\nrelated: ["[[B: \\"it\\"?]]"]\ncreated: 2026-02-23\n---\n# Why: "so"?\n\n## Evidence\n\nOf 2026-02-23 in rl/systems, rl.\n',
    ));

  it("fills lists in every form, in quotes, among other items, and as items of the text", () =>
    checkText(
      "---\ntitle: '{{title}}'\naliases: [\"On {{title}}\", 'x {{date}}', plain]\ntopics: [inbox, {{topics}}]\nrelated:\n  - {{related}}\nnote: about {{title}}\n---\n- {{related}}\n> * {{topics}}\n",
      '---\ntitle: \'Why: "so"?\'\naliases: ["On Why: \\"so\\"?", \'x 2026-02-23\', plain]\ntopics: [inbox, "rl/systems", "rl"]\nrelated:\n  - "[[B: \\"it\\"?]]"\nnote: "about Why: \\"so\\"?"\n---\n- [[B: "it"?]]\n> * rl/systems\n> * rl\n',
    ));

  it("leaves out the items of an empty list", () =>
    checkText(
      "---\ntitle: {{title}}\ntopics: [{{topics}}, inbox]\nrelated: {{related}}\nsources:\n---\n- {{related}}\nEnd.\n",
      '---\ntitle: "A?"\ntopics: [inbox]\nrelated: []\nsources:\n---\nEnd.\n',
      { title: "A?", topics: [], related: "none" },
    ));

  it("gets in its front matter what the template has no place for, whatever its line ends", () => {
    const rl = { title: "A?", topics: ["rl"] };
    checkText(
      "# {{title}}\r\n\r\n## Evidence\r\n",
      '---\r\ntopics: ["rl"]\r\nrelated: ["[[B: \\"it\\"?]]"]\r\n---\r\n\r\n# A?\r\n\r\n## Evidence\r\n',
      rl,
    );
    checkText(
      "---\ntopics: [inbox]\nrelated:\n---\nText.\n",
      '---\ntopics: [inbox, "rl"]\nrelated: ["[[B: \\"it\\"?]]"]\ntitle: "A?"\n---\nText.\n',
      rl,
    );
    checkText("", '---\ntitle: "A?"\n---\n', { title: "A?", topics: [], related: "none" });
  });

  it("has the sources where their placeholder stands, else in a field or a list of it", () => {
    const about = { title: "A?", topics: [], sources: ["2505.24298", "fu2025areal"], related: "none" } as const;
    for (const [template, text] of [
      ["---\ntitle: {{title}}\nsources: {{sources}}\n---\n", '---\ntitle: "A?"\nsources: ["2505.24298", "fu2025areal"]\n---\n'],
      [
        "---\ntitle: {{title}}\nsources:\n  - {{sources}}\n---\n- {{sources}}\n",
        '---\ntitle: "A?"\nsources:\n  - "2505.24298"\n  - "fu2025areal"\n---\n- 2505.24298\n- fu2025areal\n',
      ],
      ["---\ntitle: {{title}}\n---\n", '---\ntitle: "A?"\nsources: ["2505.24298", "fu2025areal"]\n---\n'],
      ["---\ntitle: {{title}}\nsources: [x]\n---\n", '---\ntitle: "A?"\nsources: [x, "2505.24298", "fu2025areal"]\n---\n'],
    ] as const)
      checkText(template, text, about);
  });

  it("is never filled twice: a title may name a placeholder", () =>
    checkText("---\ntitle: {{title}}\n---\n{{title}}\n", '---\ntitle: "What is {{date}}?"\n---\nWhat is {{date}}?\n', {
      ...{ title: "What is {{date}}?", topics: [], related: "none" },
    }));

  it("begins in the usual way, and says why, where the template does not fit", () => {
    for (const [template, why] of [
      ["---\ntitle: Always this\n---\n", "the note would not have its title"],
      ["---\ntitle: {{title}}\na: [\n---\n", "the front matter could not be read"],
      ["---\ntitle: {{title}}\ntopics: inbox\n---\n", "the note would not have its topics"],
    ] as const) {
      const made = drafted(template);
      assert.equal(made.fault, `The template t.md was not used: with it ${why}.`, template);
      assert.match(made.text, /^---\ntitle: "Why: \\"so\\"\?"\ntopics: \["rl\/systems", "rl"\]\nrelated:/);
    }
  });

  it("is never broken by what is put in: any title, topic or text", () => {
    const word = fc.constantFrom(
      "a",
      "B?",
      '"',
      "'",
      ":",
      ": ",
      "#",
      " #",
      "[",
      "]",
      "{",
      "}",
      "{{date}}",
      ",",
      "- ",
      "|",
      ">",
      "&x",
      "*x",
      "!",
      "%",
      "@",
      "\\",
      "`",
      "---",
      "…",
      "é",
      "0x1",
      "true",
      " ",
    );
    const title = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => `q${all.join("")}`.trim().replace(/\s+/g, " "));
    const topics = fc.array(fc.constantFrom("a", "b/c", "it's", "x:y", "#1", "true", "2020"), { maxLength: 2 });
    const field = fc.constantFrom("title: {{title}}", "title: '{{title}}'", 'title: "{{title}}"', "title:  {{ title }}  # so");
    fc.assert(
      fc.property(title, topics, field, (it, ids, line) => {
        const made = filled(`---\n${line}\ntopics: {{topics}}\naliases: [x, {{title}}]\n---\n`, {
          title: it,
          topics: ids,
          sources: [],
          links: [],
          today: "2026-02-23",
        });
        const note = parseNote({ uri: "file:///a.md" as NoteUri, folder: undefined, path: "a.md", modified: 0 }, made, {
          topicsFromTags: false,
        });
        assert.deepEqual(
          note.problems.filter(({ code }) => code === "front-matter"),
          [],
          made,
        );
        assert.equal(note.title.text, it, made);
        assert.equal(note.aliases[1]?.text, it, made);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe("a template that cannot be used", () => {
  const fault = (text: string) =>
    faultOf(templateOf(text), { uri: "file:///v/new.md" as NoteUri, folder: "file:///v" as NoteUri, path: "new.md", dialect: "usual" });

  it("is told of when it is read", () => {
    assert.equal(fault("---\ntitle: {{title}}\n---\n"), undefined);
    assert.equal(fault(""), undefined);
    assert.equal(fault("---\ntitle: Same\n---\n"), "The template t.md was not used: with it the note would not have its title.");
  });
});

describe("the template's other doors", () => {
  const template = templateOf("---\ntitle: {{title}}\nrelated: {{related}}\nstatus: seed\n---\n# {{title}}\n\n## Evidence\n\n");

  it("the note that a broken link asks for begins with it", () => {
    const { vault, files } = fixture("# A?\n\n[[Why sing?]]\n");
    const note = files[0]?.note;
    assert.ok(note);
    const [problem] = diagnosticsOf(vault, note, diagnosticSettings());
    const made = problem && newNoteFor(vault, note, problem, template);
    assert.equal(made?.text, '---\ntitle: "Why sing?"\nrelated: ["[[A?]]"]\nstatus: seed\n---\n# Why sing?\n\n## Evidence\n\n');
  });

  const extracted = (source: string, its: NoteTemplate) => {
    const { vault, files } = fixture(source);
    const { note, text, marks } = files[0] ?? {};
    assert.ok(note && text !== undefined && marks?.[0]);
    const open = { note, text, reread: (changed: string) => parseNote(note, changed, { topicsFromTags: false }) };
    return refactoringsAt({ vault, open, place: marks[0].range, style: "title", template: its }, "extract")[0]?.creates?.text;
  };

  it("selected lines go behind it", () =>
    assert.equal(
      extracted("# A?\n\n<ref>## Why so?\n\nBecause [[A?]].</ref>\n", template),
      '---\ntitle: "Why so?"\nrelated: ["[[A?]]"]\nstatus: seed\n---\n# Why so?\n\n## Evidence\n\n## Why so?\n\nBecause [[A?]].\n',
    ));

  it("selected lines that would say something else behind it go into a note that begins in the usual way", () =>
    assert.equal(
      extracted("# A?\n\n<ref>## Why so?\n\nBecause [[A?]].</ref>\n", templateOf("# {{title}}\n\n```\nnever closed\n")),
      '---\ntitle: "Why so?"\nrelated: ["[[A?]]"]\n---\n\n## Why so?\n\nBecause [[A?]].\n',
    ));
});
