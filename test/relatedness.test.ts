// What is derived of a vault to rank related notes: it follows every change, and no input breaks it.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Note, NoteUri } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { Relatedness } from "../server/features/related/relatedness";
import { relatedTo, relatedToText } from "../server/features/related/relations";
import type { Impact } from "../server/index/impact";
import { VaultIndex } from "../server/index/vaultIndex";

const folder = "memory:///vault" as NoteUri;

/** A vault whose texts are at hand, and what is derived of it, kept in step as the server does. */
class Living {
  readonly vault = new VaultIndex();
  readonly texts = new Map<NoteUri, string>();
  readonly relatedness = new Relatedness(this.vault);

  constructor() {
    this.vault.addFolder(folder, { isObsidian: false });
  }

  put(path: string, text: string): void {
    const uri = `${folder}/${path}` as NoteUri;
    this.texts.set(uri, text);
    this.vault.addFile(folder, path);
    this.#follow(this.vault.put(parseNote({ uri, folder, path, modified: 0 }, text, { topicsFromTags: false })), []);
  }

  remove(path: string): void {
    const uri = `${folder}/${path}` as NoteUri;
    this.texts.delete(uri);
    this.#follow(this.vault.remove(uri), [uri]);
  }

  #follow({ notes }: Impact, gone: readonly NoteUri[]): void {
    for (const uri of gone) this.relatedness.remove(uri);
    for (const note of notes) {
      if (this.relatedness.knows(note)) this.relatedness.surround(note);
      else if (this.texts.has(note.uri)) this.relatedness.put(note, this.textOf(note));
    }
  }

  textOf(note: Note): string {
    return this.texts.get(note.uri) ?? "";
  }

  /** Every note's relations, by their titles. */
  relations(relatedness: Relatedness): ReadonlyMap<string, number> {
    for (const _ of relatedness.engine.vectors.refresh());
    const scores = new Map<string, number>();
    for (const note of this.vault.notes()) {
      for (const { note: other, score } of relatedTo(relatedness, { note, text: this.textOf(note) }, 100))
        scores.set(`${note.path} -> ${other.path}`, score);
    }
    return scores;
  }

  rebuilt(): Relatedness {
    const relatedness = new Relatedness(this.vault);
    for (const note of this.vault.notes()) relatedness.put(note, this.textOf(note));
    return relatedness;
  }
}

const paths = ["a.md", "b.md", "x/c.md", "x/d.md", "e.md", "f.md"];
const sentences = [
  ...[
    "Policy gradients have high variance.",
    "A baseline lowers the variance of policy gradients.",
    "Experience replay breaks correlations.",
  ],
  ...[
    "# Does replay help?",
    "# What is a baseline?",
    "## Replay buffers",
    "See [[a]] and [[Does replay help?]].",
    "[[x/c]] [[d#Replay buffers]]",
  ],
  ...["Bread needs water.", "[@fu2025] and [[nowhere]]", "Variance, variance, variance.", "Actor-critic methods replay nothing."],
];
const someText = fc.array(fc.constantFrom(...sentences), { maxLength: 5 }).map((lines) => lines.join("\n\n"));
const change = fc.record({ path: fc.constantFrom(...paths), text: fc.option(someText, { nil: undefined }) });

describe("relatedness", () => {
  it("is after any changes what a rebuild gives", () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 25 }), (changes) => {
        const living = new Living();
        for (const { path, text } of changes) {
          if (text === undefined) living.remove(path);
          else living.put(path, text);
        }
        const [now, rebuilt] = [living.relations(living.relatedness), living.relations(living.rebuilt())];
        assert.deepEqual([...now.keys()].sort(), [...rebuilt.keys()].sort());
        for (const [pair, score] of rebuilt) assert.ok(Math.abs((now.get(pair) ?? 0) - score) < 1e-4, `${pair}: ${now.get(pair)} ${score}`);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("knows a note by its version", () => {
    const living = new Living();
    living.put("a.md", "One.");
    const [note] = living.vault.notes();
    assert.ok(note && living.relatedness.knows(note));
    assert.ok(!living.relatedness.knows({ ...note }));
  });

  for (const [name, text] of [
    ["an empty note", ""],
    ["a note of only code", "```\nlet x = 1;\n```"],
    ["one word a hundred thousand times", "word ".repeat(100_000)],
    ["a note of only stop words", "the of and to"],
    ["a note in a language without stop words", "Siyaphila ngokuphila kwabantu. ".repeat(20)],
    ["half of a pair of UTF-16", "\ud800 [[\udc00]]"],
  ] as const) {
    it(`gives an answer for ${name}, alone and among others`, () => {
      const living = new Living();
      living.put("a.md", text);
      assert.equal(living.relations(living.relatedness).size, 0);
      for (const path of paths.slice(1)) living.put(path, `${sentences[0]} ${text.slice(0, 200)}`);
      for (const score of living.relations(living.relatedness).values()) assert.ok(Number.isFinite(score));
    });
  }

  it("gives an answer among hundreds of copies of one note", () => {
    const living = new Living();
    for (let copy = 0; copy < 300; copy++) living.put(`copy-${copy}.md`, `# Copy\n${sentences[1]}`);
    const note = living.vault.note(`${folder}/copy-7.md` as NoteUri) as Note;
    const found = relatedTo(living.relatedness, { note, text: living.textOf(note) }, 20);
    for (const { score } of found) assert.ok(Number.isFinite(score));
  });

  it("gives nothing for a question without words, or in an empty vault", () => {
    const living = new Living();
    assert.deepEqual(relatedToText(living.relatedness, "replay", 5), []);
    living.put("a.md", "replay");
    for (const text of ["", "?", "the of"]) assert.deepEqual(relatedToText(living.relatedness, text, 5), []);
  });
});
