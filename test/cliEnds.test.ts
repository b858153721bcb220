// How the command line ends when something goes wrong around it: hostile text, a reader or an editor that is gone, an error of its own.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { quaestio, quaestioIn, quaestioUnread } from "./commandLine";
import { projectRoot, removeFolder, tempFolder } from "./tempFolder";
import { serverCommand, WireClient } from "./wireClient";

/** What would end a line or steer a terminal, but for the line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/;

describe("text with control characters in it", () => {
  let root = "";
  before(() => {
    root = tempFolder({
      "a.md":
        '---\ntitle: "A\\u001b[31m?\\n::error::pwned"\ntopics: ["::error::pwned"]\nrelated: ["Nope\\n::error::pwned", "\\u001b[2J\\r\\u007f\\u009b\\u2028\\u2029::error::x"]\n---\n',
    });
  });
  after(() => removeFolder(root));

  const linesOf = (text: string) => text.trimEnd().split("\n");

  it("stays on its line, with visible escapes", () => {
    const { status, out } = quaestio(root, "check");
    assert.equal(status, 1);
    assert.doesNotMatch(out, control);
    const lines = linesOf(out);
    assert.match(lines.at(-1) ?? "", /^2 problems in 1 note /);
    assert.deepEqual(
      lines.slice(0, -1).map((line) => line.replace(/^a\.md:\d+:\d+ /, "")),
      [
        "error broken-reference No note, file or image answers “Nope\\n::error::pwned”.",
        "error broken-reference No note, file or image answers “\\u001b[2J\\r\\u007f\\u009b\\u2028\\u2029::error::x”.",
      ],
    );
  });

  it("is escaped in annotations as GitHub has it", () => {
    const { out } = quaestio(root, "check", "--format", "github");
    assert.doesNotMatch(out, control);
    const lines = linesOf(out);
    assert.equal(lines.length, 3);
    assert.match(lines[0] ?? "", /^::error file=a\.md,.*::No note, file or image answers “Nope%0A::error::pwned”\.$/);
    assert.match(lines[1] ?? "", /“\\u001b\[2J%0D\\u007f\\u009b\\u2028\\u2029::error::x”\.$/);
  });

  it("is in JSON and SARIF what it was, though never raw", () => {
    const { out } = quaestio(root, "check", "--format", "json");
    assert.doesNotMatch(out, control);
    assert.ok(JSON.parse(out).problems[1].message.includes("\u001b[2J\r\u007f\u009b\u2028\u2029::error::x"));
    assert.doesNotMatch(quaestio(root, "check", "--format", "sarif").out, control);
    assert.doesNotMatch(quaestio(root, "topics", "--json").out, control);
  });

  it("does not break the tree of topics", () => {
    const { out } = quaestio(root, "topics");
    assert.doesNotMatch(out, control);
    assert.doesNotMatch(out, /^\s*::/m);
    assert.match(out, /^ {2}- A\\u001b\[31m\?.*$/m);
  });

  // No file of Windows is called so.
  if (process.platform !== "win32")
    it("does no harm in the name of a file", () => {
      const other = tempFolder({
        "::error::pwned.md": "[[Nope]]\n",
        "b\n::error::\u001bx.md": "[[Nope]]\n",
        "c\u202edm.x.md": "[[Nope]]\n",
      });
      assert.deepEqual(linesOf(quaestio(other, "check").out).slice(0, -1), [
        "\\u003a:error::pwned.md:1:3 error broken-reference No note, file or image answers “Nope”.",
        "b\\n::error::\\u001bx.md:1:3 error broken-reference No note, file or image answers “Nope”.",
        "c\\u202edm.x.md:1:3 error broken-reference No note, file or image answers “Nope”.",
      ]);
      removeFolder(other);
    });
});

describe("a reader that has read enough", () => {
  it("changes neither the exit status nor what is said on the other stream", async () => {
    const root = tempFolder({ "a.md": "[[Nowhere]]\n".repeat(5000) });
    assert.deepEqual(await quaestioUnread(root, "check"), { status: 1, err: "" });
    assert.deepEqual(await quaestioUnread(root, "check", "--fail-on", "never"), { status: 0, err: "" });
    assert.deepEqual(await quaestioUnread(root, "topics"), { status: 0, err: "" });
    assert.deepEqual(await quaestioUnread(root, "--help"), { status: 0, err: "" });
    removeFolder(root);
  });
});

/** A module with which something else happens when a report is written. */
const reporting = (instead: string) =>
  `const json = JSON.stringify; JSON.stringify = (value, ...how) => { if (!value.problems) return json(value, ...how); ${instead}; return ""; };\n`;

describe("an error of Quaestio itself", () => {
  let root = "";
  before(() => {
    root = tempFolder({
      "throws.cjs": reporting('throw new Error("out of\\norder")'),
      "later.cjs": reporting('setImmediate(() => { throw new Error("out of order"); })'),
      "notes/a.md": "# A?\n",
    });
  });
  after(() => removeFolder(root));

  const broken = (by: string, env = {}) =>
    quaestioIn({ NODE_OPTIONS: `--require ${JSON.stringify(join(root, by))}`, ...env }, root, "check", "notes", "--format", "json");

  it("is one sentence, and exits with 2", () => {
    assert.deepEqual(broken("throws.cjs"), { status: 2, out: "", err: "quaestio failed: out of\\norder\n" });
  });

  it("shows where it happened when QUAESTIO_DEBUG asks", () => {
    const { status, err } = broken("throws.cjs", { QUAESTIO_DEBUG: "1" });
    assert.equal(status, 2);
    assert.match(err, /^quaestio failed: out of\\norder\nError: out of\norder\n {4}at /);
  });

  it("is the same when it comes late", () => {
    const { status, err } = broken("later.cjs");
    assert.deepEqual({ status, err }, { status: 2, err: "quaestio failed: out of order\n" });
  });
});

describe("quaestio lsp --stdio ends", () => {
  const started = () => WireClient.start([join(projectRoot, "notes")]);

  it("with 0 after a shutdown", async () => {
    assert.equal(await (await started()).stop(), 0);
  });

  it("with 0 when its input ends after a shutdown", async () => {
    const client = await started();
    await client.request("shutdown", undefined);
    client.process.stdin?.end();
    assert.equal(await client.exited, 0);
  });

  it("with 1 when it is told to exit without a shutdown", async () => {
    const client = await started();
    await client.notify("exit", undefined);
    assert.equal(await client.exited, 1);
  });

  it("with 1 when its input ends, for its client is gone", async () => {
    const client = await started();
    client.process.stdin?.end();
    assert.equal(await client.exited, 1);
    assert.equal(spawnSync(process.execPath, [...serverCommand], { input: "" }).status, 1);
  });
});

describe("quaestio lsp --stdio speaks", () => {
  it("by letters of one byte each: some clients cut messages by letters where the protocol counts bytes", async () => {
    const root = tempFolder({ "a.md": "# 数えるか？\n\n[[どこ 🙂]]\n" });
    const client = await WireClient.start([root]);
    try {
      let said = "";
      client.process.stdout?.on("data", (bytes: Buffer) => (said += bytes.toString("latin1")));
      await client.until("the problem is published", () => client.problems().size > 0);
      const [{ diagnostics = [] } = {}] = client.problems().values();
      assert.equal(diagnostics[0]?.message, "No note, file or image answers “どこ 🙂”.");
      assert.match(said, /"uri":"file:/);
      assert.doesNotMatch(said, /[^\u0020-\u007e\r\n]/);
    } finally {
      await client.stop();
      removeFolder(root);
    }
  });
});
