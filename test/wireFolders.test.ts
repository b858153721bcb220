// Folders as people open them: several at once, one inside another, by a symbolic link.
import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, it } from "mocha";
import { removeFolder, tempFolder } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

describe("a workspace", () => {
  const folders: string[] = [];
  let client: WireClient | undefined;
  const opened = async (...paths: readonly string[]) => {
    client = await WireClient.loaded(paths);
    return client;
  };
  const folder = (files: Readonly<Record<string, string>>) => {
    const path = tempFolder(files);
    folders.push(path);
    return path;
  };
  /** All notes, by the list of their titles. */
  const titles = async (client: WireClient) => {
    const symbols = await client.request<{ readonly name: string }[]>("workspace/symbol", { query: "?" });
    return symbols.map(({ name }) => name).sort();
  };
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    for (const path of folders.splice(0)) removeFolder(path);
  });

  const target = async (client: WireClient, uri: string, line: number) => {
    const found = await client.at<{ readonly targetUri: string }[] | null>("definition", uri, line, 4);
    return found?.map(({ targetUri }) => targetUri) ?? [];
  };

  it("of several folders is one vault, in which a link means its own folder's note first", async () => {
    const a = folder({ "a.md": "# A?\n\n[[Same?]]\n[[Only in b?]]\n", "same.md": "# Same?\n" });
    const b = folder({ "b.md": "# Only in b?\n\n[[Same?]]\n[[A?]]\n", "same.md": "# Same?\n" });
    const client = await opened(a, b);
    assert.deepEqual(await target(client, uriOf(a, "a.md"), 2), [uriOf(a, "same.md")]);
    assert.deepEqual(await target(client, uriOf(a, "a.md"), 3), [uriOf(b, "b.md")]);
    assert.deepEqual(await target(client, uriOf(b, "b.md"), 2), [uriOf(b, "same.md")]);
    assert.deepEqual(await target(client, uriOf(b, "b.md"), 3), [uriOf(a, "a.md")]);
    assert.equal(client.codes(uriOf(a, "a.md")), "");
    assert.equal(client.codes(uriOf(b, "b.md")), "");
  });

  it("has each note once where one folder lies in another, under the rules of the inner one", async () => {
    const outer = folder({
      "a.md": "# A?\n\n[[B?]] [[Nowhere]]\n",
      "in/b.md": "# B?\n\n[[A?]] [[Nowhere]]\n",
      "in/.quaestio.json": '{ "diagnostics": { "severity": { "broken-reference": "off" } } }',
    });
    for (const paths of [
      [outer, join(outer, "in")],
      [join(outer, "in"), outer],
    ]) {
      const client = await opened(...paths);
      assert.deepEqual(await titles(client), ["A?", "B?"]);
      assert.equal(client.codes(uriOf(outer, "a.md")), "broken-reference");
      assert.equal(client.codes(uriOf(outer, "in/b.md")), "");
      await client.stop();
    }
    client = undefined;
  });

  it("takes the notes of a folder inside it for the inner one's, when only a folder around that is told of", async () => {
    const outer = folder({
      "a.md": "# A?\n\n[[B?]] [[Nowhere]]\n",
      "around/in/b.md": "# B?\n\n[[A?]] [[Nowhere]]\n",
      "around/in/.quaestio.json": '{ "diagnostics": { "severity": { "broken-reference": "off" } } }',
    });
    client = await opened(outer, join(outer, "around/in"));
    writeFileSync(join(outer, "around/c.md"), "# C?\n\n[[Nowhere]]\n");
    await client.settled(() => client?.files(2, uriOf(outer, "around")));
    assert.equal(client.codes(uriOf(outer, "around/c.md")), "broken-reference");
    assert.equal(client.codes(uriOf(outer, "around/in/b.md")), "");
    assert.deepEqual(await titles(client), ["A?", "B?", "C?"]);
  });

  it("opened by a symbolic link answers with the names it was opened by, and follows its files under them", async () => {
    const real = folder({ "a.md": "# A?\n\n[[B?]]\n[[Not there?]]\n", "deep/b.md": "# B?\n" });
    const place = folder({});
    const link = join(place, "link");
    symlinkSync(real, link, "junction");
    const client = await opened(link);
    assert.deepEqual(await target(client, uriOf(link, "a.md"), 2), [uriOf(link, "deep/b.md")]);
    assert.equal(client.codes(uriOf(link, "a.md")), "broken-reference");
    writeFileSync(join(real, "c.md"), "# Not there?\n");
    await client.files(1, uriOf(link, "c.md"));
    await client.until("the link is answered", () => client.codes(uriOf(link, "a.md")) === "");
  });

  it("finds the notes behind a link to a folder once, and under the link's name", async () => {
    const elsewhere = folder({ "b.md": "# B?\n" });
    const root = folder({ "a.md": "# A?\n\n[[B?]]\n" });
    mkdirSync(join(root, "deep"));
    for (const name of ["one", "deep/two"]) symlinkSync(elsewhere, join(root, name), "junction");
    const client = await opened(root);
    assert.deepEqual(await titles(client), ["A?", "B?"]);
    assert.equal(client.codes(uriOf(root, "a.md")), "");
  });
});
