// The server's Node program on folders that only its client can reach: what it answers comes from the client's answers alone.
import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import type { ClientRequests } from "../server/protocol";
import { removeFolder, tempFolder } from "./tempFolder";
import { smallVault, uriOf, WireClient } from "./wireClient";

type Answers = { readonly [M in keyof ClientRequests]: (params: ClientRequests[M]["params"]) => ClientRequests[M]["result"] };

const root = "memory://vault/notes%20of%20mine";

/** A client with these files, by their paths below `root`, as they are at each question. */
function answersFrom(files: Record<string, string>): Answers {
  const pathOf = (uri: string) => decodeURIComponent(uri).slice(decodeURIComponent(root).length + 1);
  const isFolder = (path: string) => path === "" || Object.keys(files).some((it) => it.startsWith(`${path}/`));
  return {
    "quaestio/readFolder"({ uri }) {
      const path = pathOf(uri);
      const inside = Object.keys(files).flatMap((it) => (path === "" ? it : it.startsWith(`${path}/`) ? it.slice(path.length + 1) : []));
      const names = [...new Set(inside.map((it) => it.split("/")[0] ?? ""))];
      return names.map((name) => ({ name, kind: inside.includes(name) ? "file" : "folder", isLink: false }));
    },
    "quaestio/readFile"({ uri, maxSize }) {
      const text = files[pathOf(uri)];
      if (text === undefined) throw new Error("no such file or directory");
      const bytes = Buffer.from(text);
      return { size: bytes.length, modified: 1, ...(bytes.length > maxSize ? {} : { base64: bytes.toString("base64") }) };
    },
    "quaestio/stat"({ uri }) {
      const text = files[pathOf(uri)];
      if (text !== undefined) return { kind: "file", size: Buffer.byteLength(text), modified: 1, isReadOnly: false };
      return isFolder(pathOf(uri)) ? { kind: "folder", size: 0, modified: 1, isReadOnly: false } : null;
    },
  };
}

describe("a folder that only the client can reach", () => {
  let client: WireClient | undefined;
  const start = async (files: Record<string, string>, answersFileRequests: boolean) => {
    client = await WireClient.loaded([root], { answers: answersFrom(files), initializationOptions: { answersFileRequests } });
    return client;
  };
  afterEach(() => client?.stop());

  it("is read through it, with the answers that the same folder has on a disk", async () => {
    const folder = tempFolder(smallVault);
    const onDisk = await WireClient.loaded([folder]);
    try {
      const virtual = await start(smallVault, true);
      const told = (it: WireClient, of: (path: string) => string) => Object.keys(smallVault).map((path) => it.codes(of(path)));
      assert.deepEqual(
        told(virtual, (path) => encoded(path)),
        told(onDisk, (path) => uriOf(folder, path)),
      );
      assert.ok(told(virtual, encoded).some(Boolean));
      assert.deepEqual(await virtual.ask("quaestio/topics", {}), await onDisk.ask("quaestio/topics", {}));
    } finally {
      await onDisk.stop();
      removeFolder(folder);
    }
  });

  it("is followed when the client tells of a file", async () => {
    const files: Record<string, string> = { ...smallVault };
    const virtual = await start(files, true);
    files["nowhere.md"] = "# Nowhere\n";
    await virtual.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: encoded("nowhere.md"), type: 1 }] });
    await virtual.until("the link is answered", () => virtual.codes(encoded("rl/async.md")) === "");
  });

  // The memory file systems of editors tell of the folder around whenever a file comes or goes.
  it("is not read anew where the client tells of the folder besides the file", async () => {
    const files: Record<string, string> = { ...smallVault };
    const answers = answersFrom(files);
    const read: string[] = [];
    const recorded: Answers = {
      ...answers,
      "quaestio/readFile"(params) {
        read.push(params.uri);
        return answers["quaestio/readFile"](params);
      },
    };
    client = await WireClient.loaded([root], { answers: recorded, initializationOptions: { answersFileRequests: true } });
    read.length = 0;
    files["nowhere.md"] = "# Nowhere\n";
    const changed = [root, `${root}/`].map((uri) => ({ uri, type: 2 }));
    const virtual = client;
    await virtual.notify("workspace/didChangeWatchedFiles", { changes: [...changed, { uri: encoded("nowhere.md"), type: 1 }] });
    await virtual.until("the link is answered", () => virtual.codes(encoded("rl/async.md")) === "");
    delete files["nowhere.md"];
    await virtual.notify("workspace/didChangeWatchedFiles", { changes: [...changed, { uri: encoded("nowhere.md"), type: 3 }] });
    await virtual.until("the link is broken again", () => virtual.codes(encoded("rl/async.md")) !== "");
    assert.deepEqual([...new Set(read)], [encoded("nowhere.md")]);
  });

  it("holds nothing where the client answers no such questions, and the log says why", async () => {
    const virtual = await start(smallVault, false);
    assert.deepEqual(await virtual.ask("quaestio/topics", {}), []);
    assert.ok(virtual.messages.some(({ params }) => JSON.stringify(params).includes("not on this computer's disk")));
  });
});

const encoded = (path: string) =>
  `${root}/${path.split("/").map(encodeURIComponent).join("/").replaceAll("(", "%28").replaceAll(")", "%29")}`;
