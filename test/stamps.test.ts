// What times and sizes of files tell of their contents to a look at the disk, and what they cannot tell.
import assert from "node:assert/strict";
import { statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { fileUri, uriBelow } from "../server/core/noteUri";
import { nodeFiles } from "../server/host/nodeFiles";
import { checkFresh, Follower } from "./follower";
import { removeFolder, tempFolder } from "./tempFolder";

const longAgo = 1_700_000_000;

describe("a look at the disk", () => {
  let root = "";
  let follower: Follower;

  beforeEach(async () => {
    root = tempFolder({ "a.md": "# One?\n", "links.md": "[[One?]] [[Two?]]\n" });
    utimesSync(join(root, "links.md"), longAgo, longAgo);
    setTime(longAgo);
    follower = new Follower({ ...nodeFiles, root: fileUri(root) });
    await follower.load();
  });
  afterEach(() => removeFolder(root));

  const path = () => join(root, "a.md");
  const setTime = (seconds: number) => utimesSync(path(), seconds, seconds);
  const titleNow = () => follower.store.index.note(uriBelow(fileUri(root), "a.md"))?.title.text;
  const look = async () => follower.follow(await follower.changes());

  const found: Readonly<Record<string, () => void>> = {
    "an older file that took its place, as git checks out": () => {
      writeFileSync(path(), "# Two?\n");
      setTime(longAgo - 86_400);
    },
    "a file of the same time and another size": () => {
      writeFileSync(path(), "# Two? \n");
      setTime(longAgo);
    },
    "a file from the future": () => {
      writeFileSync(path(), "# Two?\n");
      setTime(Date.now() / 1000 + 86_400);
    },
    "a file of before 1970": () => {
      writeFileSync(path(), "# Two?\n");
      setTime(-86_400);
    },
  };
  for (const [what, act] of Object.entries(found))
    it(`finds ${what}`, async () => {
      act();
      await look();
      assert.equal(titleNow(), "Two?");
      await checkFresh(follower);
    });

  it("finds each version of a file whose clock is ahead, though none bears another time", async () => {
    const ahead = Math.round(Date.now() / 1000) + 86_400;
    for (const title of ["Two?", "Six?", "One?"]) {
      writeFileSync(path(), `# ${title}\n`);
      setTime(ahead);
      await look();
      assert.equal(titleNow(), title);
    }
    await checkFresh(follower);
  });

  it("cannot tell other text of the same size and time, of which an event tells", async () => {
    writeFileSync(path(), "# Two?\n");
    setTime(longAgo);
    assert.deepEqual(await follower.changes(), []);
    assert.equal(titleNow(), "One?");
    await follower.told("a.md");
    assert.equal(titleNow(), "Two?");
    await checkFresh(follower);
  });

  it("tells a file that is empty, and one that has grown too large to be read", async () => {
    truncateSync(path(), 0);
    await look();
    assert.equal(titleNow(), "a");
    truncateSync(path(), 2 ** 31 + 1);
    await look();
    const problems = follower.store.index.note(uriBelow(fileUri(root), "a.md"))?.problems ?? [];
    assert.match(problems.map(({ message }) => message).join(), /^This note has 2147\.5 MB, more than /);
    assert.ok((statSync(path()).blocks ?? 0) < 100, "nobody filled it");
    await checkFresh(follower);
  });
});
