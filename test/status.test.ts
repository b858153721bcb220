// What Quaestio tells of itself for a report: counts, times and settings, and nothing of what notes say or where they lie.
import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { statusText } from "../client/statusText";
import type { ServerStatus } from "../server/protocol";
import { ServedFolder } from "./servedFolder";
import { smallVault } from "./wireClient";

const editor = { version: "0.1.0", editor: "An Editor 1.2.3", place: "desktop", language: "en" };

const server: ServerStatus = {
  version: "0.1.0",
  runtime: "Node v20.0.0",
  memory: 123_456_789,
  uptime: 754_000,
  comparisons: null,
  folders: [
    {
      scheme: "file",
      kind: "marked",
      notes: 41,
      references: 120,
      loadTime: 1534,
      unchanged: 40,
      settings: { "notes.exclude": ["draft/**"] },
    },
    { scheme: "vscode-vfs", kind: "plain", notes: 0, references: 0, loadTime: null, unchanged: 0, settings: {} },
  ],
  failures: [{ time: 0, level: "error", sentence: "hover failed and answered empty: a\n```\nb" }],
};

describe("the status", () => {
  it("is a text to be copied into a report", () => {
    assert.equal(
      statusText(editor, server),
      `# Quaestio status

For a report that something is wrong. Nothing in it is text of your notes, and folders have no names.

- Quaestio 0.1.0 in An Editor 1.2.3 (desktop, en)
- Language server 0.1.0 on Node v20.0.0, running for 13 min, 123 MB

## Folder 1

- file, marked as a vault
- 41 notes, 120 references, read in 1.5 s, 40 of the notes as they were kept
- settings: \`notes.exclude\`: \`["draft/**"]\`

## Folder 2

- vscode-vfs, plain Markdown
- 0 notes, 0 references, not read yet
- all settings as they come

## What went wrong

\`\`\`\`
1970-01-01T00:00:00.000Z error: hover failed and answered empty: a
\`\`\`
b
\`\`\`\`
`,
    );
  });

  it("says so where the server gives no answer", () => {
    assert.match(statusText(editor, undefined), /The language server gives no answer/);
  });
});

describe("the status that the server gives", () => {
  const served = new ServedFolder();
  afterEach(() => served.stop());

  it("counts, names the settings that are set, and tells what went wrong without saying where", async () => {
    await served.start(
      { ...smallVault, ".quaestio.json": '{ "notes": { "maxSize": 100000 }, "bibliography": ["/home/somebody/secret.bib"], "colour": 1 }' },
      { settings: { quaestio: { bibliography: ["/home/somebody/library.bib"] } }, compares: false },
    );
    const status = await served.client.ask("quaestio/status", {});
    assert.ok(status);
    assert.equal(status.runtime, `Node ${process.version}`);
    assert.ok((status.memory ?? 0) > 10_000_000 && status.uptime > 0);
    const [{ loadTime, ...folder } = assert.fail()] = status.folders;
    assert.ok(loadTime !== null && loadTime >= 0);
    assert.deepEqual(folder, {
      ...{ scheme: "file", kind: "marked", notes: 3, references: 7, unchanged: 0 },
      settings: { "notes.maxSize": 100_000, bibliography: 1 },
    });
    const told = JSON.stringify(status);
    assert.match(told, /colour/);
    for (const secret of [served.root, "somebody", "Does it scale", "Can RL"]) assert.ok(!told.includes(secret), secret);
  });
});
