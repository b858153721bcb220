// What once went wrong between a client and the server: changes that are none, spellings, refusals, events that miss their place.
import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { ServedFolder } from "./servedFolder";
import { writeFiles } from "./tempFolder";

const served = new ServedFolder();

const reads = () =>
  (served.client.all("window/logMessage") as readonly { readonly message: string }[]).filter(({ message }) => message.startsWith("Read "))
    .length;

describe("the server", () => {
  afterEach(() => served.stop());

  it("reads its notes once, also when the editor tells of settings that have not changed", async () => {
    await served.start({ "a.md": "[[b]]\n" });
    await served.client.notify("workspace/didChangeConfiguration", { settings: null });
    writeFiles(served.root, { "b.md": "# B\n" });
    await served.client.files(1, served.uri("b.md"));
    await served.untilCodes("a.md", "");
    assert.equal(reads(), 1);
  });

  it("takes new severities without reading its notes again", async () => {
    await served.start({ "a.md": "[[b]]\n" });
    await served.untilCodes("a.md", "broken-reference");
    served.client.settings["quaestio"] = { diagnostics: { severity: { "broken-reference": "off" } } };
    await served.client.notify("workspace/didChangeConfiguration", { settings: null });
    await served.untilCodes("a.md", "");
    assert.equal(reads(), 1);
  });

  it("moves the problems of a note to the spelling under which the client opens it", async () => {
    await served.start({ "a (1).md": "[[b]]\n" });
    const plain = served.uri("a (1).md");
    const own = plain.includes("%281%29") ? plain.replace("%281%29", "(1)") : plain.replace("(1)", "%281%29");
    const codes = (uri: string) => served.client.codes(uri);
    await served.client.until("the problem is there", () => codes(plain) + codes(own) === "broken-reference");
    await served.client.open(own, "[[b]]\n");
    await served.client.until("it is under the client's spelling", () => codes(own) === "broken-reference" && codes(plain) === "");
    await served.client.change(own, "b\n");
    await served.client.until("it is gone", () => codes(own) + codes(plain) === "");
  });

  it("goes on when a note that no parser can take in appears", async () => {
    await served.start({ "a.md": "[[b]]\n" });
    writeFiles(served.root, { "bad.md": `# ${"_a *b ".repeat(5000)}${"b* a_ ".repeat(5000)}\n`, "b.md": "# B\n" });
    await served.client.files(1, served.uri("bad.md"), served.uri("b.md"));
    await served.untilCodes("a.md", "");
    await served.untilCodes("bad.md", "unreadable-note");
  });

  it("mends the links to the files of a folder that appears", async () => {
    await served.start({ "a.md": "![x](img/p.png) [[c]]\n" });
    await served.untilCodes("a.md", "broken-reference, broken-reference");
    writeFiles(served.root, { "img/p.png": "" });
    await served.client.files(1, served.uri("img"));
    await served.untilCodes("a.md", "broken-reference");
  });

  it("does not look into a folder that is left out, whatever happens there", async () => {
    await served.start({ "a.md": "![[readme.png]]\n", "node_modules/pkg/readme.png": "" });
    await served.untilCodes("a.md", "broken-reference");
    await served.client.files(1, served.uri("node_modules/pkg"), served.uri("node_modules/pkg/readme.png"));
    writeFiles(served.root, { "b.md": "[[nothing]]\n" });
    await served.client.files(1, served.uri("b.md"));
    await served.untilCodes("b.md", "broken-reference");
    await served.untilCodes("a.md", "broken-reference");
  });

  it("keeps answering from what it has while a folder is read anew", async () => {
    await served.start({ "a.md": "---\ntopics: [x]\n---\n", ".gitignore": "" });
    writeFiles(served.root, { ".gitignore": "a.md\n" });
    assert.equal(await served.counts(), "x 1");
    await served.client.settled(() => served.client.files(2, served.uri(".gitignore")));
    await served.client.until("the folder was read again", () => reads() === 2);
    assert.equal(await served.counts(), "");
  });
});
