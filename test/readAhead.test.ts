// Notes that are read ahead of the work on them: their order, how many at a time, and errors.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseNote } from "../server/core/parseNote";
import { readAhead } from "../server/core/readAhead";
import { readOnce } from "../server/features/rename/reading";
import { fixture } from "./fixture";

describe("what is read ahead", () => {
  it("comes in the order it was asked for, some at a time", async () => {
    let underWay = 0;
    let most = 0;
    const items = Array.from({ length: 100 }, (_, at) => at);
    const read = async (item: number) => {
      most = Math.max(most, ++underWay);
      for (let turns = 0; turns < item % 7; turns++) await Promise.resolve();
      underWay--;
      return item;
    };
    const found: number[] = [];
    for await (const it of readAhead(items, read)) found.push(it);
    assert.deepEqual(found, items);
    assert.ok(most > 1 && most <= 32, `${most} at a time`);
  });

  it("fails where its turn comes, whatever fails behind it", async () => {
    const found: number[] = [];
    const all = async () => {
      for await (const it of readAhead([0, 1, 2, 3], async (item) => (item < 2 ? item : Promise.reject(new Error(`${item}`)))))
        found.push(it);
    };
    await assert.rejects(all, /^Error: 2$/);
    assert.deepEqual(found, [0, 1]);
  });
});

it("a text that is read once stays the same whatever happens to its file", async () => {
  const [file] = fixture("//- /a.md\nText.\n").files;
  assert.ok(file?.note);
  let reads = 0;
  const texts = readOnce({
    read: async () => `${++reads}`,
    reread: (about, text) => parseNote(about, text, { topicsFromTags: false }),
  });
  assert.deepEqual([await texts.read(file.note), await texts.read(file.note)], ["1", "1"]);
});
