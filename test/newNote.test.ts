// Notes to be written: where they lie, what stands in them, and that their links lead where they say.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { linkedFrom } from "../server/features/navigation";
import { draftedNote, noteTitled, placeOfTopic } from "../server/features/newNote";
import { fixture } from "./fixture";

interface Drafted {
  readonly title: string;
  readonly at?: string;
  readonly topics?: readonly string[];
  readonly sources?: readonly string[];
  /** Paths. */
  readonly related?: readonly string[];
}

/** The path and text of a draft's note; asserts that its links lead to the related notes. */
function drafted(source: string, { title, at = "", topics = [], sources = [], related = [] }: Drafted): string | undefined {
  const { vault, files } = fixture(source);
  const folder = files[0]?.folder as NoteUri;
  const notes = related.flatMap((path) => files.find((it) => it.path === path)?.note ?? []);
  const made = draftedNote(vault, { title, place: { folder, path: at }, topics, sources, related: notes });
  if (!made) return undefined;
  const about = { uri: `${folder}/${made.path}` as NoteUri, folder, path: made.path, modified: 0 };
  const note = parseNote(about, made.text, { topicsFromTags: false });
  vault.put(note);
  assert.equal(note.title.text, title);
  assert.deepEqual(
    [...linkedFrom(vault, note)].map(({ path }) => path),
    related,
  );
  return `${made.path}\n${made.text}`;
}

describe("a new note", () => {
  it("is named after its question and has only what was chosen", () =>
    assert.equal(
      drafted("# Other?\n", { title: "Why do birds sing?" }),
      'why-do-birds-sing.md\n---\ntitle: "Why do birds sing?"\n---\n\n# Why do birds sing?\n\n',
    ));

  it("lies where it is wanted, in its topics, linked with what is related", () =>
    assert.equal(
      drafted("//- /rl/a.md\n# Is it?\n//- /b.md\n---\ntitle: 'A \"b\" [c]'\n---\n", {
        ...{ title: "Does it: work?", at: "rl", topics: ["rl/systems", "rl"], related: ["rl/a.md", "b.md"] },
      }),
      'rl/does-it-work.md\n---\ntitle: "Does it: work?"\ntopics: ["rl/systems", "rl"]\nrelated: ["[[Is it?]]", "[[b|A \\"b\\" [c] ]]"]\n---\n\n# Does it: work?\n\n',
    ));

  it("weighs the papers that were chosen, written as they were given", () =>
    assert.equal(
      drafted("# Other?\n", { title: "Why sing?", topics: ["birds"], sources: ["2505.24298", "doi:10.1000/a,b", "fu2025areal"] }),
      'why-sing.md\n---\ntitle: "Why sing?"\ntopics: ["birds"]\nsources: ["2505.24298", "doi:10.1000/a,b", "fu2025areal"]\n---\n\n# Why sing?\n\n',
    ));

  it("has a file name that no other file of the folder has, wherever that lies: links by file names stay clear", () => {
    const source = "//- /old/why-sing.md\n# Another?\n//- /a.md\nSee [[why-sing]].\n";
    assert.match(drafted(source, { title: "Why sing?", related: ["old/why-sing.md"] }) ?? "", /^why-sing-2\.md\n/);
  });

  it("is not made of a title without words", () => {
    for (const title of ["", "?", "***"]) assert.equal(drafted("# A?\n", { title }), undefined);
  });
});

describe("a title that is taken", () => {
  const taken = (source: string, title: string) => noteTitled(fixture(source).vault, title)?.path;

  it("is found whatever its case and closing signs, the exact one first", () => {
    const source = "//- /a.md\n# does it work\n//- /b.md\n# Does it work?\n";
    assert.equal(taken(source, "Does it work?"), "b.md");
    assert.equal(taken(source, "DOES IT WORK"), "a.md");
  });

  it("may be an alias or a file's name", () => {
    assert.equal(taken("//- /a.md\n---\naliases: [async RL]\n---\n", "Async RL"), "a.md");
    assert.equal(taken("//- /does-it-work.md\nYes.\n", "Does it work?"), "does-it-work.md");
  });

  it("is not one that only sounds like it", () => assert.equal(taken("# Does it work?\n", "Does it not work?"), undefined));
});

describe("the place of a topic", () => {
  const placeOf = (source: string, id: string) => placeOfTopic(fixture(source).vault, id)?.path;
  const source = `
    //- /x/a.md
    ---
    topics: [rl/systems]
    ---
    //- /y/b.md
    ---
    topics: [rl/systems]
    ---
    //- /y/c.md
    ---
    topics: [rl/systems, rl]
    ---
    //- /z/topic.md
    ---
    type: topic
    topics: [rl/systems/new]
    ---
  `;

  it("is the folder with most of its notes", () => assert.equal(placeOf(source, "rl/systems"), "y"));
  it("is that of the topic around it where it has none", () => assert.equal(placeOf(source, "rl/systems/new"), "y"));
  it("is unknown for a topic that nobody names", () => assert.equal(placeOf(source, "biology"), undefined));
});
