// A start from what was kept says exactly what a start from nothing says, whatever happened to the files in between.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { readVault } from "../server/cli/readVault";
import type { NoteUri } from "../server/core/note";
import { byPlace } from "../server/core/order";
import { topics } from "../server/features/topics";
import { type IndexStore, noStore } from "../server/host/indexStore";
import { topicsText } from "./check";
import { closeBy, farApart, type Step, steps, type Words } from "./indexText";
import { MemoryFiles } from "./memoryFiles";
import { memoryStore, type Pieces } from "./memoryStore";

const root = "memory:///vault" as NoteUri;
const allCodes = {
  diagnostics: { severity: { "orphan-note": "hint", "missing-title": "hint", "missing-summary": "hint", "no-source": "hint" } },
};

async function read(files: MemoryFiles, store: IndexStore, overrides: readonly unknown[] = [allCodes]) {
  const sentences: string[] = [];
  const vault = await readVault(root, { files, store, overrides, report: (sentence) => sentences.push(sentence) });
  const notes = [...vault.index.notes()].sort(byPlace);
  const lines = notes.flatMap((note) => [
    `${note.path}: ${note.title.text} (${note.references.length} links)`,
    ...vault.problemsOf(note).map(({ code, severity, message, range, related }) => {
      const places = related?.map((place) => `${place.note.path} ${place.range.start} ${place.message}`);
      return `  ${range.start}-${range.end} ${severity} ${code} ${message} ${places ?? ""}`;
    }),
  ]);
  const isOfKept = (sentence: string) => sentence.startsWith("What was kept");
  const text = [...lines, topicsText({ vault: vault.index }), ...sentences.filter((it) => !isOfKept(it))].join("\n");
  return { ...vault, text, toldOfKept: sentences.filter(isOfKept) };
}

function happen(files: MemoryFiles, { kind, path, ...step }: Step): void {
  if (kind === "put") files.write(path, (step as { readonly text: string }).text);
  else if (kind === "putFile") files.write(path, "# Anything\n");
  else files.delete(path);
}

/** Reads what stands after a history of changes cold, keeps it, lets more happen, and compares a warm start with a cold one. */
async function checkWarm(before: readonly Step[], after: readonly Step[]): Promise<number> {
  const files = new MemoryFiles(root);
  files.write("node_modules/p/README.md", "never read");
  const store = memoryStore();
  for (const step of before) happen(files, step);
  const first = await read(files, store);
  await first.keep();
  for (const step of after) happen(files, step);
  const warm = await read(files, store);
  const cold = await read(files, noStore);
  assert.equal(warm.text, cold.text);
  assert.deepEqual(topics(warm.index).length, topics(cold.index).length);
  return warm.held;
}

async function checkAny(words: Words): Promise<void> {
  let held = 0;
  await fc.assert(
    fc.asyncProperty(steps(words), steps(words), steps(words), async (first, second, after) => {
      held += await checkWarm([...first, ...second], after.slice(0, 2));
    }),
    { seed: 20261125, numRuns: 150 },
  );
  assert.ok(held > 50, `problems of ${held} notes only were taken over: the property says little`);
}

const put = (path: string, text: string): Step => ({ kind: "put", folder: root, path, text });

describe("a warm start", () => {
  it("equals a cold one after any changes", () => checkAny(farApart));

  it("equals a cold one after any changes among close titles", () => checkAny(closeBy));

  it("reads no note and looks at no problem where nothing changed", async () => {
    const files = new MemoryFiles(root);
    const store = memoryStore();
    for (const [path, text] of [
      ["a.md", "# A?\n[[Nobody]] [[B?#Nowhere]]"],
      ["b.md", "# B?"],
    ] as const)
      files.write(path, text);
    await (await read(files, store)).keep();
    files.reads = 0;
    const warm = await read(files, store);
    assert.deepEqual([files.reads, warm.held], [0, 2]);
    assert.match(warm.text, /“B\?” has no heading “Nowhere”.*b.md 0/);
  });

  it("points to where a title stands now, in a note that changed in nothing but that", () =>
    checkWarm([put("a.md", "[[B?#Nowhere]]"), put("b.md", "# B?")], [put("b.md", "---\ntopics: moved-down\n---\n# B?")]));

  it("does without what cannot be understood", async () => {
    const files = new MemoryFiles(root);
    const pieces: Pieces = new Map();
    files.write("a.md", "# A?\n[[Nobody]]");
    await (await read(files, memoryStore(pieces))).keep();
    const [[name, all]] = [...pieces] as [[string, readonly Uint8Array[]]];
    for (const damaged of [
      all.map((piece) => piece.slice(0, -9)),
      [all[0], new Uint8Array(3)],
      [all[0], all[1]?.map((byte) => byte ^ 1)],
    ]) {
      const warm = await read(files, memoryStore(new Map([[name, damaged as readonly Uint8Array[]]])));
      assert.equal(warm.text, (await read(files, noStore)).text);
    }
  });

  it("reads a note anew whose file is as long as before", async () => {
    const files = new MemoryFiles(root);
    const store = memoryStore();
    files.write("a.md", "# One?");
    await (await read(files, store)).keep();
    files.write("a.md", "# Two?");
    assert.match((await read(files, store)).text, /a.md: Two\?/);
  });

  it("follows a link into a folder that is not listed, there and gone", () =>
    Promise.all(
      [["node_modules/x.png"], []].map(async (_, index) => {
        const appears: Step = { kind: index === 0 ? "putFile" : "removeFile", folder: root, path: "node_modules/x.png" };
        const first: Step = { ...appears, kind: index === 0 ? "removeFile" : "putFile" };
        await checkWarm([first, put("a.md", "[x](node_modules/x.png)")], [appears]);
      }),
    ));

  it("takes over no problems where settings, bibliographies or the program changed, and still says what is so", async () => {
    const files = new MemoryFiles(root);
    const pieces: Pieces = new Map();
    files.write("a.md", "# A?\n[[Nobody]] [@key]");
    files.write("p.bib", "@misc{other, title={x}}");
    await (await read(files, memoryStore(pieces))).keep();
    assert.equal((await read(files, memoryStore(pieces))).held, 1);
    const other = await read(files, memoryStore(pieces), []);
    assert.deepEqual([other.held, other.text], [0, (await read(files, noStore, [])).text]);
    assert.equal((await read(files, memoryStore(pieces, "2"))).held, 0);
    files.write("p.bib", "@misc{key, title={x}}");
    const described = await read(files, memoryStore(pieces));
    assert.deepEqual([described.held, described.text], [0, (await read(files, noStore)).text]);
    assert.doesNotMatch(described.text, /unknown-citation/);
  });

  it("takes notes alone from what lacks its end, and nothing from what lacks its beginning", async () => {
    const files = new MemoryFiles(root);
    const pieces: Pieces = new Map();
    files.write("a.md", "# A?\n[[Nobody]]");
    await (await read(files, memoryStore(pieces))).keep();
    const [[name, all]] = [...pieces] as [[string, readonly Uint8Array[]]];
    const readsWith = async (some: readonly Uint8Array[]) => {
      files.reads = 0;
      const { held, text } = await read(files, memoryStore(new Map([[name, some]])));
      assert.equal(text, (await read(files, noStore)).text);
      return [files.reads - 1, held];
    };
    assert.deepEqual(await readsWith(all), [0, 1]);
    assert.deepEqual(await readsWith(all.slice(0, -1)), [0, 0]);
    assert.deepEqual(await readsWith(all.slice(1)), [1, 0]);
    assert.deepEqual(await readsWith([]), [1, 0]);
  });
});
