// The contract of the index store, run on every implementation; and what the one on a disk adds to it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { IndexStore } from "../server/host/indexStore";
import { nodeIndexStore } from "../server/host/nodeIndexStore";
import { memoryStore } from "./memoryStore";
import { removeFolder, tempFolder } from "./tempFolder";

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

async function* all(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function loaded(store: IndexStore, name: string): Promise<readonly number[][]> {
  const pieces: number[][] = [];
  for await (const piece of store.load(name)) pieces.push([...piece]);
  return pieces;
}

/** The pieces before the damage that there has to be. */
async function wholePieces(store: IndexStore, name: string): Promise<readonly number[][]> {
  const pieces: number[][] = [];
  const load = async () => {
    for await (const piece of store.load(name)) pieces.push([...piece]);
  };
  await assert.rejects(load(), /damaged/);
  return pieces;
}

function contract(make: () => IndexStore): void {
  it("gives back what was saved, piece by piece, empty ones too", async () => {
    const store = make();
    assert.equal(await store.save("a", all(bytes(1, 2), bytes(), bytes(255))), true);
    assert.deepEqual(await loaded(store, "a"), [[1, 2], [], [255]]);
  });

  it("knows nothing of a name under which nothing was saved", async () => {
    const store = make();
    await store.save("a", all(bytes(1)));
    assert.deepEqual(await loaded(store, "A"), []);
  });

  it("keeps the last version of each name, long and odd names too", async () => {
    const store = make();
    const names = ["a", "folder file:///C:/x y/ü?.md", "x".repeat(5000), "../../up"];
    for (const name of names) for (const version of [1, 2]) await store.save(name, all(bytes(version), bytes(name.length % 256)));
    for (const name of names) assert.deepEqual(await loaded(store, name), [[2], [name.length % 256]]);
  });

  it("keeps what it had when the pieces break off with an error", async () => {
    const store = make();
    await store.save("a", all(bytes(1)));
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytes(2);
      throw new Error("broken off");
    }
    await assert.rejects(store.save("a", broken()), /broken off/);
    assert.deepEqual(await loaded(store, "a"), [[1]]);
  });

  it("keeps one whole version of several that are saved at once", async () => {
    const store = make();
    const saves = [1, 2, 3, 4].map((version) => store.save("a", all(bytes(version), bytes(version))));
    assert.deepEqual(await Promise.all(saves), [true, true, true, true]);
    const [first, second] = await loaded(store, "a");
    assert.deepEqual(first, second);
  });
}

describe("the index store in memory", () => contract(() => memoryStore()));

describe("the index store on a disk", () => {
  let folder = "";
  beforeEach(() => {
    folder = tempFolder();
  });
  afterEach(() => removeFolder(folder));
  const store = () => nodeIndexStore(join(folder, "kept", "deep"), __filename);
  const files = () => readdirSync(join(folder, "kept", "deep")).map((name) => join(folder, "kept", "deep", name));

  contract(store);

  it("leaves nothing half-written behind", async () => {
    await store().save("a", all(bytes(1)));
    assert.deepEqual(
      files().filter((file) => !file.endsWith(".index")),
      [],
    );
  });

  it("is for the user's eyes only", async function () {
    if (process.platform === "win32") this.skip();
    await store().save("a", all(bytes(1)));
    assert.equal(statSync(files()[0] ?? "").mode & 0o077, 0);
    assert.equal(statSync(join(folder, "kept", "deep")).mode & 0o077, 0);
  });

  it("gives what is whole of a file that is damaged or cut off", async () => {
    const random = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251);
    await store().save("a", all(bytes(1), random, bytes(3)));
    const [file = ""] = files();
    const { length } = readFileSync(file);
    for (let cut = length - 1; cut >= 0; cut -= 97) {
      truncateSync(file, cut);
      const ends = await loaded(store(), "a").then(
        (pieces) => pieces,
        () => wholePieces(store(), "a"),
      );
      assert.deepEqual(ends, [[1], [...random]].slice(0, ends.length), `cut at ${cut}`);
    }
    await store().save("a", all(bytes(1), random, bytes(3)));
    const damaged = readFileSync(file);
    damaged[length >> 1] = (damaged[length >> 1] ?? 0) ^ 0xff;
    writeFileSync(file, damaged);
    assert.deepEqual(await wholePieces(store(), "a"), [[1]]);
  });

  it("says when nothing can be written", async () => {
    writeFileSync(join(folder, "kept"), "a file where the folder would be");
    assert.equal(await store().save("a", all(bytes(1))), false);
    assert.deepEqual(await loaded(store(), "a"), []);
  });

  it("deletes what nobody loaded for a long time, and what was never finished", async () => {
    for (const name of ["old", "used", "saved"]) await store().save(name, all(bytes(1)));
    writeFileSync(`${files()[0]}.unfinished`, "");
    const longAgo = new Date(Date.now() - 100 * 24 * 3600 * 1000);
    for (const file of files()) utimesSync(file, longAgo, longAgo);
    assert.deepEqual(await loaded(store(), "used"), [[1]]);
    await store().save("saved", all(bytes(2)));
    assert.deepEqual([await loaded(store(), "old"), await loaded(store(), "used"), await loaded(store(), "saved")], [[], [[1]], [[2]]]);
    assert.equal(files().length, 2);
  });

  it("is another edition for another program", () => {
    const program = join(folder, "program.js");
    writeFileSync(program, "one");
    const before = nodeIndexStore(folder, program).edition;
    writeFileSync(program, "another");
    assert.notEqual(nodeIndexStore(folder, program).edition, before);
    assert.equal(nodeIndexStore(folder, program).edition, nodeIndexStore(join(folder, "x"), program).edition);
  });
});
