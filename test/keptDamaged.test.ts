// What was kept is only kept: whatever happens to it, the answers are those of a start from nothing, and one line of the log says so.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import { readVault } from "../server/cli/readVault";
import type { NoteUri } from "../server/core/note";
import { byPlace } from "../server/core/order";
import { type IndexStore, noStore } from "../server/host/indexStore";
import { nodeIndexStore } from "../server/host/nodeIndexStore";
import { quaestioIn } from "./commandLine";
import { cliScript } from "./mcpClient";
import { MemoryFiles } from "./memoryFiles";
import { removeFolder, tempFolder, testEnvironment } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

const root = "memory:///vault" as NoteUri;
const notes = Object.fromEntries(
  Array.from({ length: 30 }, (_, at) => [`n${at}.md`, `---\ntopics: [t${at % 4}]\n---\n# Is it ${at}?\n\n[[Is it ${(at * 7) % 40}?]]\n`]),
);

/** The only file in a folder of what is kept. */
const keptIn = (folder: string) => join(folder, readdirSync(folder).find((name) => name.endsWith(".index")) ?? "none");

function flip(file: string, at: number, bit: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  writeFileSync(file, bytes);
}

/** What can happen to the file; it gives the line that the log gets, in a few words. */
const happenings: Readonly<Record<string, { readonly happen: (file: string) => void; readonly said: RegExp }>> = {
  "a bit in its middle is another": { happen: (file) => flip(file, readFileSync(file).length >> 1, 3), said: /is damaged/ },
  "its first length is another": { happen: (file) => flip(file, 1, 0), said: /is damaged/ },
  "it is empty": { happen: (file) => truncateSync(file, 0), said: /is damaged/ },
  "it ends within a length": { happen: (file) => truncateSync(file, 2), said: /is damaged/ },
  "it lost its last byte": { happen: (file) => truncateSync(file, readFileSync(file).length - 1), said: /is damaged/ },
  "something stands behind it": { happen: (file) => appendFileSync(file, "more"), said: /^$/ },
  "it is text": { happen: (file) => writeFileSync(file, '{ "version": 1, "notes": [] }'), said: /is damaged/ },
  "it is of an old form": { happen: (file) => writeFileSync(file, old({ kind: "header", version: 0 })), said: /is another version's/ },
  "it was written by another edition": {
    happen: (file) => writeFileSync(file, old({ kind: "key", key: "x" })),
    said: /is another version's/,
  },
  "it has a key that is no text": {
    happen: (file) => writeFileSync(file, old({ kind: "key", key: { length: 1 } })),
    said: /is another version's/,
  },
  "it is nothing but null": { happen: (file) => writeFileSync(file, old(null)), said: /is damaged/ },
  "it is a folder": { happen: (file) => [rmSync(file), mkdirSync(file)], said: /is damaged/ },
  "it is gone": { happen: (file) => rmSync(file), said: /^$/ },
};

/** A file of one piece. */
function old(about: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(about));
  const piece = gzipSync(Buffer.concat([lengthOf(text), text]));
  return Buffer.concat([lengthOf(piece), piece]);
}

function lengthOf({ length }: Buffer): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(length);
  return bytes;
}

const mountSmallDisk = (folder: string) => spawnSync("mount", ["-t", "tmpfs", "-o", "size=4k", "tmpfs", folder]).status === 0;
const unmount = (folder: string) => spawnSync("umount", [folder]);

/** Whether whoever runs this may mount disks: a test that cannot be made is none. */
function mayMount(): boolean {
  const folder = tempFolder({});
  const isMounted = mountSmallDisk(folder);
  if (isMounted) unmount(folder);
  removeFolder(folder);
  return isMounted;
}

describe("a start from what was kept", () => {
  let folder = "";
  const files = new MemoryFiles(root);
  for (const [path, text] of Object.entries(notes)) files.write(path, text);
  const store = () => nodeIndexStore(folder, __filename);

  async function started(from: IndexStore) {
    const said: string[] = [];
    const { index, problemsOf, held, keep } = await readVault(root, { files, store: from, overrides: [], report: (it) => said.push(it) });
    const lines = [...index.notes()].sort(byPlace).map((note) => `${note.path} ${note.title.text} ${JSON.stringify(problemsOf(note))}`);
    return { said: said.join("\n"), text: lines.join("\n"), held, keep };
  }

  let cold = "";
  before(async () => {
    cold = (await started(noStore)).text;
  });
  beforeEach(async () => {
    folder = tempFolder();
    await (await started(store())).keep();
  });
  afterEach(() => removeFolder(folder));

  for (const [what, { happen, said: expected }] of Object.entries(happenings))
    it(`says the same where ${what}`, async () => {
      happen(keptIn(folder));
      const { said, text } = await started(store());
      assert.equal(text, cold);
      assert.match(said, expected);
      assert.ok(!said.includes("\n"), said);
    });

  it("says the same wherever it is cut off, or a bit is another", async () => {
    const kept = readFileSync(keptIn(folder));
    await fc.assert(
      fc.asyncProperty(fc.nat(kept.length - 1), fc.option(fc.nat(7)), async (at, bit) => {
        const file = keptIn(folder);
        writeFileSync(file, bit === null ? kept.subarray(0, at) : kept);
        if (bit !== null) flip(file, at, bit);
        const { said, text, held } = await started(store());
        assert.equal(text, cold);
        // A few bits mean nothing, such as those that name the system on which the file was packed.
        assert.equal(said.split("\n").filter(Boolean).length, held === Object.keys(notes).length ? 0 : 1, said);
      }),
      { seed: 20261127, numRuns: 150 },
    );
  });

  it("is again from what was kept, once that was written anew", async () => {
    truncateSync(keptIn(folder), 40);
    await (await started(store())).keep();
    const { said, held } = await started(store());
    assert.deepEqual([said, held], ["", Object.keys(notes).length]);
  });
});

describe("what was kept, where doors find it damaged or cannot keep it", function () {
  this.timeout(60_000);
  let vault = "";
  let cache = "";
  before(() => {
    vault = tempFolder({ "a.md": "# A?\n[[Nobody]]\n", "b.md": "# B?\n[[A?]]\n" });
  });
  beforeEach(() => {
    cache = tempFolder();
  });
  afterEach(() => removeFolder(cache));
  after(() => removeFolder(vault));

  const kept = () => join(cache, "quaestio");
  const check = () => quaestioIn({ XDG_CACHE_HOME: cache }, vault, "check");
  /** What a server says, and the lines of its log about what is kept. */
  async function served(until = (_: readonly string[]) => true) {
    const client = await WireClient.loaded([vault], { environment: { XDG_CACHE_HOME: cache } });
    const log = () =>
      (client.all("window/logMessage") as readonly { readonly message: string }[])
        .map(({ message }) => message)
        .filter((it) => /kept/.test(it));
    try {
      await client.until("the log says so", () => until(log()));
      return { codes: ["a.md", "b.md"].map((path) => client.codes(uriOf(vault, path))), log: log() };
    } finally {
      await client.stop();
    }
  }
  const right = ["broken-reference", ""];

  it("is said by the command line on its other output, and not in its answer", () => {
    const first = check();
    assert.equal(check().err, "");
    flip(keptIn(kept()), 30, 2);
    const { out, status, err } = check();
    assert.deepEqual([out, status], [first.out, first.status]);
    assert.match(err, /^quaestio: What was kept of [^\n]+ is damaged: what is missing of it is read anew\.\n$/);
    assert.equal(check().err, "", "it was written anew");
  });

  it("is used by no other edition of the program, which the server's log says once", async () => {
    const other = join(tempFolder(), "main.node.js");
    copyFileSync(cliScript, other);
    spawnSync(process.execPath, [other, "check"], { cwd: vault, env: { ...testEnvironment(), XDG_CACHE_HOME: cache } });
    const { codes, log } = await served();
    removeFolder(join(other, ".."));
    assert.deepEqual(codes, right);
    assert.equal(log.length, 1, log.join("\n"));
    assert.match(log[0] ?? "", /is another version's/);
  });

  it("is damaged, which the server's log says once", async () => {
    check();
    truncateSync(keptIn(kept()), 50);
    const { codes, log } = await served();
    assert.deepEqual([codes, log.length], [right, 1]);
    assert.match(log[0] ?? "", /is damaged/);
  });

  const cannot = /^What was read cannot be kept for the next start: nothing can be written where it would lie\.$/;
  it("cannot be kept where a file is in the way, which the server's log says once", async () => {
    writeFileSync(kept(), "a file where the folder would be");
    const { codes, log } = await served((lines) => lines.length > 0);
    assert.deepEqual([codes, log.length], [right, 1]);
    assert.match(log[0] ?? "", cannot);
  });

  // Only who may mount a disk of one page can fill it.
  if (mayMount())
    it("cannot be kept on a disk that is full, which the server's log says once", async () => {
      mkdirSync(kept());
      assert.ok(mountSmallDisk(kept()));
      try {
        writeFileSync(join(kept(), "full"), Buffer.alloc(4096));
        assert.deepEqual([check().err, check().status], ["", 1]);
        const { codes, log } = await served((lines) => lines.length > 0);
        assert.deepEqual([codes, log.length], [right, 1]);
        assert.match(log[0] ?? "", cannot);
        assert.deepEqual(readdirSync(kept()), ["full"]);
      } finally {
        unmount(kept());
      }
    });
});
