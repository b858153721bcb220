// The front matter: what counts as one, what its fields say, and that reading it never runs or remembers anything.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseFrontMatter } from "../server/core/frontMatter";
import { decodeText } from "../server/core/text";
import { bodyOf, noteOf, parseProblems } from "./noteText";

const texts = (written: readonly { readonly text: string }[]) => written.map(({ text }) => text);

describe("front matter: where it is", () => {
  it("stands between two lines of three dashes at the very start", () => {
    assert.equal(bodyOf("---\ntitle: A?\n---\nBody"), "Body");
  });

  it("may have blanks behind its opening dashes, not behind its closing ones", () => {
    assert.equal(bodyOf("--- \t\ntitle: A?\n---\nBody"), "Body");
    assert.equal(bodyOf("---\ntitle: A?\n--- \nBody"), "---\ntitle: A?\n--- \nBody");
  });

  it("does not begin on the second line", () => {
    const text = "\n---\ntitle: A?\n---\n";
    assert.equal(bodyOf(text), text);
  });

  it("may be empty, or hold a comment only", () => {
    assert.equal(bodyOf("---\n---\nBody"), "Body");
    assert.equal(bodyOf("---\n\n---\nBody"), "Body");
    assert.equal(bodyOf("---\n# nothing yet\n---\nBody"), "Body");
    assert.deepEqual(parseProblems("---\n---\nBody"), []);
  });

  it("may end the file", () => {
    assert.equal(bodyOf("---\ntitle: A?\n---"), "");
    assert.equal(noteOf("---\ntitle: A?\n---").title.text, "A?");
  });

  it("is read with Windows line ends", () => {
    const text = "---\r\ntitle: A?\r\ntopics:\r\n  - x/y\r\n---\r\nBody";
    assert.equal(bodyOf(text), "Body");
    const { title, topics, problems } = noteOf(text);
    assert.equal(text.slice(title.range.start, title.range.end), "A?");
    assert.deepEqual(
      topics.map(({ id }) => id),
      ["x/y"],
    );
    assert.deepEqual(problems, []);
  });

  it("is found behind a byte order mark, which is no part of the text", () => {
    const text = decodeText(Buffer.from("\ufeff---\ntitle: A?\n---\nBody")) ?? "";
    assert.equal(bodyOf(text), "Body");
    assert.deepEqual(noteOf(text).title.range, { start: 11, end: 13 });
  });

  for (const [name, text] of [
    ["a rule at the top", "---\n\nSome prose.\n\n---\n\nMore [[A?]]."],
    ["a rule at the top without a second one", "---\n\nSome prose with [[A?]]."],
    ["a block that is never closed", "---\ntitle: A?\n\n# Heading\n\n[[B?]]"],
    ["a list", "---\n- one\n- two\n---\nBody"],
    ["one text", "---\njust words\n---\nBody"],
    ["another language behind the dashes", "---js\ntitle: A?\n---\nBody"],
    ["json behind the dashes", '---json\n{ "title": "A?" }\n---\nBody'],
    ["four dashes", "----\ntitle: A?\n----\nBody"],
    ["dashes on one line with text", "--- title: A?\n---\nBody"],
  ] as const) {
    it(`is not ${name}: all of it is body`, () => {
      assert.equal(bodyOf(text), text);
      assert.deepEqual(parseProblems(text), []);
      assert.equal(noteOf(text).title.from === "frontMatter", false);
    });
  }

  it("is not closed by a line that only begins with dashes", () => {
    assert.equal(bodyOf("---\ntitle: A?\n---b\n"), "---\ntitle: A?\n---b\n");
    assert.equal(bodyOf("---\ntitle: |\n  x\n  ---\n---\nBody"), "Body");
  });
});

describe("front matter: safety", () => {
  it("never runs a JavaScript block", () => {
    const probe = globalThis as { frontMatterRan?: boolean };
    for (const language of ["js", "javascript", " js", "coffee"]) {
      const text = `---${language}\n({ title: (globalThis.frontMatterRan = true, "A?") })\n---\nBody`;
      assert.equal(bodyOf(text), text);
    }
    assert.equal(probe.frontMatterRan, undefined);
  });

  it("says the same of a malformed block when it sees it again", () => {
    const text = "---\ntitle: [unclosed\n---\nBody";
    const first = parseProblems(text);
    assert.equal(first.length, 1);
    assert.deepEqual(parseProblems(text), first);
    assert.deepEqual(parseProblems(text), first);
  });

  it("gives an empty front matter the same answer when it sees it again", () => {
    for (let time = 0; time < 3; time++) assert.equal(parseFrontMatter("---\n---\nBody").bodyStart, 8);
  });

  it("does not mind keys that every object has", () => {
    const note = noteOf("---\n__proto__: x\nconstructor: y\ntoString: z\n---\n");
    assert.deepEqual(note.problems, []);
    assert.equal(note.title.text, "some note");
  });
});

describe("front matter: problems", () => {
  it("reports malformed YAML where it breaks", () => {
    const nested = noteOf("---\ntitle: A?\nsummary: one: two\n---\n").problems[0];
    assert.deepEqual([nested?.code, nested?.severity], ["front-matter", "error"]);
    const text = '---\ntitle: A?\nsummary: "never closed\n---\nBody';
    const [problem] = noteOf(text).problems;
    assert.equal(problem?.code, "front-matter");
    assert.equal(problem?.severity, "error");
    const line = text.slice(0, problem?.range.start).split("\n").length;
    assert.ok(line === 3 || line === 4, `the place is line ${line}`);
    assert.match(problem?.message ?? "", /^The front matter is no valid YAML: .*[.!?]$/s);
  });

  it("says in plain words what is wrong", () => {
    const message = (front: string) => noteOf(`---\n${front}\n---\n`).problems[0]?.message;
    assert.equal(message("title: What: is it?"), "The front matter is no valid YAML: A text with “: ” in it has to stand in quotes.");
    assert.equal(
      message("topics: [a\nsummary: x"),
      "The front matter is no valid YAML: A bracket opened above is not closed, or a line is not indented enough.",
    );
    assert.equal(
      message("title: @home"),
      "The front matter is no valid YAML: A text that begins with such a character has to stand in quotes.",
    );
  });

  it("reports a key that stands there twice, at the second", () => {
    const text = "---\ntitle: A?\ntitle: B?\n---\n";
    const [problem] = noteOf(text).problems;
    assert.equal(problem?.code, "front-matter");
    assert.equal(text.slice(0, problem?.range.start).split("\n").length, 3);
  });

  it("keeps what could be read of a malformed block", () => {
    const note = noteOf("---\ntitle: A?\ntopics: [x]\nsummary: [unclosed\n---\nBody [[B?]]");
    assert.equal(note.title.text, "A?");
    assert.deepEqual(
      note.topics.map(({ id }) => id),
      ["x"],
    );
    assert.equal(note.references.length, 1);
  });

  it("warns of a wrong type in a known field, at its value", () => {
    assert.deepEqual(parseProblems("---\ntitle: [a, b]\n---\n"), ['warning front-matter at "[a, b]"']);
    assert.deepEqual(parseProblems("---\nsummary: { a: b }\n---\n"), ['warning front-matter at "{ a: b }"']);
    assert.deepEqual(parseProblems("---\ntopics: { a: b }\n---\n"), ['warning front-matter at "{ a: b }"']);
    assert.deepEqual(parseProblems("---\nsources: { a: b }\n---\n"), ['warning front-matter at "{ a: b }"']);
  });

  it("has nothing against unknown fields, empty fields, numbers and dates", () => {
    assert.deepEqual(
      parseProblems("---\ntitle: 2024\nsummary:\ntopics:\ncssclasses: { a: [b] }\ncreated: 2026-02-23\nrating: 5\n---\n"),
      [],
    );
  });
});

describe("front matter: fields", () => {
  it("takes one text where a list is meant", () => {
    const note = noteOf("---\ntopics: x/y\naliases: another name\nsources: arxiv:2505.24298\nrelated: B?\n---\n");
    assert.deepEqual(
      note.topics.map(({ id }) => id),
      ["x/y"],
    );
    assert.deepEqual(texts(note.aliases), ["another name"]);
    assert.deepEqual(texts(note.sources), ["arxiv:2505.24298"]);
    assert.deepEqual(
      note.references.map((it) => it.kind === "wiki" && it.target),
      ["B?"],
    );
  });

  it("keeps the zeros of source ids, quoted or not", () => {
    const note = noteOf("---\nsources: [2401.00010, \"2402.00020\", '2403.00030', 0705.1230]\n---\n");
    assert.deepEqual(texts(note.sources), ["2401.00010", "2402.00020", "2403.00030", "0705.1230"]);
    assert.deepEqual(
      note.sources.map(({ paper }) => paper),
      ["arxiv:2401.00010", "arxiv:2402.00020", "arxiv:2403.00030", "arxiv:0705.1230"],
    );
  });

  it("gives every item its own range, without quotes", () => {
    const text = '---\nsources:\n  - 2401.00010\n  - "10.1000/xyz"\n---\n';
    const { sources } = noteOf(text);
    assert.deepEqual(
      sources.map(({ range }) => text.slice(range.start, range.end)),
      ["2401.00010", "10.1000/xyz"],
    );
  });

  it("reads a number or truth value as a title in the words of its author", () => {
    assert.equal(noteOf("---\ntitle: 1984\n---\n").title.text, "1984");
    assert.equal(noteOf("---\ntitle: 007\n---\n").title.text, "007");
    assert.equal(noteOf("---\ntitle: true\n---\n").title.text, "true");
    assert.equal(noteOf("---\ntitle: 2026-02-23\n---\n").title.text, "2026-02-23");
  });

  it("folds a summary of several lines into one", () => {
    assert.equal(noteOf("---\nsummary: >\n  One\n  two.\n\n  Three.\n---\n").summary, "One two. Three.");
  });

  it("takes the modified date from the front matter, else from the file", () => {
    assert.equal(noteOf("---\nmodified: 2026-02-23\n---\n").modified, Date.UTC(2026, 1, 23));
    assert.equal(noteOf("---\nmodified: some day\n---\n").modified, 0);
  });

  it("knows whether a field of ours makes the folder a vault", () => {
    for (const field of ["topics: x", "sources: x", "related: x", "summary: x"])
      assert.equal(noteOf(`---\n${field}\n---\n`).hasOwnFields, true, field);
    for (const field of ["title: x", "tags: x", "aliases: x", "date: x"])
      assert.equal(noteOf(`---\n${field}\n---\n`).hasOwnFields, false, field);
  });

  it("ends as well with a list, a quoted text or an item where lines end in CRLF", () => {
    for (const last of ["sources: [arxiv:2505.24298]", 'title: "What is it?"', "sources:\n  - arxiv:2505.24298", "title: 'A?'"]) {
      const text = `---\ntype: note\n${last}\n---\nText\n`.replaceAll("\n", "\r\n");
      assert.deepEqual(parseProblems(text), [], last);
      assert.deepEqual(
        noteOf(text).sources.map(({ text: source }) => source),
        last.startsWith("sources") ? ["arxiv:2505.24298"] : [],
      );
    }
  });
});
