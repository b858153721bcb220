// A file that is read while somebody writes it: half of it is a note as well, and the whole counts once it is there.
import assert from "node:assert/strict";
import { appendFileSync, closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { fileUri, uriBelow } from "../server/core/noteUri";
import { nodeFiles } from "../server/host/nodeFiles";
import type { FileText } from "../server/host/noteFiles";
import { checkFresh, Follower } from "./follower";
import { removeFolder, tempFolder } from "./tempFolder";

const whole = Buffer.from("---\ntitle: Wie schnell ist „schnell“? 🙂\ntopics: [größe]\n---\n\nSiehe [[Café?]] und [[Nirgends]].\n");

/** Cuts in the front matter, in a link, in the middle of each character that takes several bytes, and everywhere else. */
const cuts = [...Array(whole.length + 1).keys()];

describe("a file that is being written", () => {
  let root = "";
  let follower: Follower;

  beforeEach(async () => {
    root = tempFolder({ "cafe.md": "# Café?\n" });
    follower = new Follower({ ...nodeFiles, root: fileUri(root) });
    await follower.load();
  });
  afterEach(() => removeFolder(root));

  const path = () => join(root, "new.md");
  const title = () => follower.store.index.note(uriBelow(fileUri(root), "new.md"))?.title.text;

  for (const [what, learn] of [
    ["an event of its whole", () => follower.told("new.md")],
    ["a look at the disk, where the event is lost", async () => follower.follow(await follower.changes())],
  ] as const)
    it(`is a note at whatever byte it was cut, and is read as a whole after ${what}`, async () => {
      for (const cut of cuts) {
        writeFileSync(path(), whole.subarray(0, cut));
        await follower.told("new.md");
        await checkFresh(follower);
        appendFileSync(path(), whole.subarray(cut));
        await learn();
        assert.equal(title(), "Wie schnell ist „schnell“? 🙂", `cut at ${cut}`);
      }
      await checkFresh(follower);
    });

  it("grows between the look at its size and its reading, and is read as a whole at the next look", async () => {
    const growing = {
      ...nodeFiles,
      root: fileUri(root),
      async readFile(uri: NoteUri, maxSize: number): Promise<FileText> {
        const file = await nodeFiles.readFile(uri, maxSize);
        // What is told of it is of before; what another program wrote since comes with the next look.
        if (uri.endsWith("new.md") && file.size < whole.length) appendFileSync(path(), whole.subarray(file.size));
        return file;
      },
    };
    writeFileSync(path(), whole.subarray(0, 20));
    const reader = new Follower(growing);
    await reader.load();
    await reader.follow(await reader.changes());
    assert.match(reader.store.index.note(uriBelow(fileUri(root), "new.md"))?.title.text ?? "", /🙂$/);
    await checkFresh(reader);
  });

  it("is written through an open descriptor, piece by piece, with an event for each", async () => {
    const descriptor = openSync(path(), "w");
    try {
      for (let at = 0; at < whole.length; at += 7) {
        writeSync(descriptor, whole.subarray(at, at + 7));
        await follower.told("new.md");
      }
    } finally {
      closeSync(descriptor);
    }
    await checkFresh(follower);
  });
});
