// Files that nobody expects under the name of a note, and names that nobody expects: none is waited for, each stays on its line.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { linkSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { quaestio, quaestioPatiently } from "./commandLine";
import { removeFolder, tempFolder, writeFiles } from "./tempFolder";

const isPosix = process.platform !== "win32";

/** Under them lies a note with one broken link. */
const oddNames = [
  "two\nlines.md",
  "return\r.md",
  "red\u001b[31m.md",
  "bell\u0007.md",
  "c1\u009b2J.md",
  "line\u2028end.md",
  "'single'.md",
  '"double".md',
  "`tick`.md",
  "$(id).md",
  "-rf.md",
  "--help.md",
  " before.md",
  "behind .md",
  "dots...md",
  "back\\slash.md",
  "%0A%1b.md",
  "a:1:2 error x.md",
  "::error::x.md",
  `${"n".repeat(252)}.md`,
  `${"é".repeat(126)}.md`,
];

describe("files that are none", () => {
  let root = "";
  let socket: Server | undefined;

  before(async function () {
    if (!isPosix) return this.skip();
    root = tempFolder({ "good.md": "# Good?\n\n[[Nowhere]]\n", "empty.md": "", "folder.md/inside.md": "# Inside\n", "sparse.md": "" });
    truncateSync(join(root, "sparse.md"), 2 ** 31 + 1);
    assert.equal(spawnSync("mkfifo", [join(root, "pipe.md"), join(root, "pipe.bib"), join(root, ".gitignore")]).status, 0);
    for (const [target, name] of [
      ["/dev/zero", "zero.md"],
      ["/dev/tty", "terminal.md"],
      ["pipe.md", "linkedPipe.md"],
      ["ring.md", "loop.md"],
      ["loop.md", "ring.md"],
      [".", "round"],
      ["round/round/round", "further"],
    ] as const)
      symlinkSync(target, join(root, name));
    linkSync(join(root, "empty.md"), join(root, "alsoEmpty.md"));
    const listening = createServer();
    socket = listening;
    await new Promise<void>((resolve) => listening.listen(join(root, "socket.md"), resolve));
  });
  after(() => {
    socket?.close();
    if (root) removeFolder(root);
  });

  it("are passed over, and what is too large is not read", async () => {
    const { status, out, err } = await quaestioPatiently(root, "check");
    assert.deepEqual(
      { status, err, out: out.split("\n").sort() },
      {
        status: 1,
        err: "",
        out: [
          "",
          "2 problems in 5 notes (1 error, 1 warning).",
          "good.md:3:3 error broken-reference No note, file or image answers “Nowhere”.",
          "sparse.md:1:1 warning unreadable-note This note has 2147.5 MB, more than the 5.0 MB that quaestio.notes.maxSize allows, so it was not read.",
        ],
      },
    );
  });

  it("are not waited for where somebody names them", async () => {
    const { status, err } = await quaestioPatiently(root, "check", "--fail-on", "never", "--bibliography", join(root, "pipe.bib"));
    assert.equal(status, 0);
    assert.match(err, /^quaestio: The bibliography .*pipe\.bib was not read\. This is no regular file, so it was not read\.\n$/);
  });
});

describe("names that nobody expects", () => {
  let root = "";

  before(function () {
    if (!isPosix) return this.skip();
    root = tempFolder({ ".quaestio.json": "{}", "seen.md": "# Seen?\n" });
    writeFiles(root, Object.fromEntries(oddNames.map((name) => [name, `# About ${name.slice(0, 3)}\n\n[[Nowhere]]\n`])));
  });
  after(() => {
    if (root) removeFolder(root);
  });

  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
  const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/;

  it("keep each problem on its line, without what steers a terminal", () => {
    const { status, out, err } = quaestio(root, "check");
    assert.deepEqual([status, err], [1, ""]);
    assert.doesNotMatch(out, controls);
    const lines = out.trimEnd().split("\n");
    assert.equal(lines.length, oddNames.length + 1);
    for (const line of lines.slice(0, -1))
      assert.match(line, /^.+\.md:3:3 error broken-reference No note, file or image answers “Nowhere”\.$/);
    assert.equal(lines.filter((line) => line.startsWith("::")).length, 0);
  });

  it("are the names themselves in JSON", () => {
    const { out } = quaestio(root, "check", "--format", "json");
    assert.doesNotMatch(out, controls);
    const files = (JSON.parse(out).problems as readonly { readonly file: string }[]).map(({ file }) => file);
    assert.deepEqual([...files].sort(), [...oddNames].sort());
  });

  it("are addresses in SARIF that lead back to the names", () => {
    const { out } = quaestio(root, "check", "--format", "sarif");
    const [{ results }] = JSON.parse(out).runs;
    const uris = (
      results as readonly {
        readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }];
      }[]
    ).map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri);
    for (const uri of uris) assert.match(uri, /^[!-~]+$/);
    assert.deepEqual(uris.map(decodeURIComponent).sort(), [...oddNames].sort());
    assert.equal(new URL(uris.find((uri) => uri.includes("lines")) ?? "", "file:///vault/").pathname, "/vault/two%0Alines.md");
  });

  it("steer no terminal in any list, and are arguments behind two dashes", () => {
    for (const args of [
      ["topics"],
      ["open-questions"],
      ["papers"],
      ["related", "--", "-rf.md"],
      ["rename", "--", "-rf.md", "New\u001b[31m title?"],
    ]) {
      const { status, out, err } = quaestio(root, ...args);
      assert.equal(status, 0, `${args}: ${err}`);
      assert.doesNotMatch(out + err, controls, `${args}`);
    }
  });

  it("of bytes that are no text cost no more than their own file", () => {
    const bytes = Buffer.concat([Buffer.from(join(root, "caf")), Buffer.from([0xe9]), Buffer.from(".md")]);
    writeFileSync(bytes, "# Latin?\n");
    try {
      const { status, out, err } = quaestio(root, "check");
      assert.deepEqual([status, err], [1, ""]);
      assert.match(out, /^caf\ufffd\.md:1:1 warning unreadable-note This file cannot be read: no such file or directory\.$/m);
      assert.match(out, new RegExp(`^${oddNames.length + 1} problems in ${oddNames.length + 2} notes `, "m"));
    } finally {
      rmSync(bytes);
    }
  });

  it("that are longer together than the system takes cost no more than their folder", () => {
    const deep = join(root, "deep");
    mkdirSync(deep);
    const made = spawnSync("sh", ["-c", 'for i in $(seq 50); do mkdir "$0" && cd "$0"; echo "# Deep $i?" > d.md; done', "d".repeat(100)], {
      cwd: deep,
    });
    assert.equal(made.status, 0, String(made.stderr));
    try {
      const { status, out, err } = quaestio(root, "check", "--fail-on", "never");
      assert.equal(status, 0);
      assert.match(err, /^(?:quaestio: The folder .* cannot be listed: name too long\.\n)+$/);
      assert.match(out, new RegExp(`^${oddNames.length} problems in [4-9]\\d notes `, "m"));
    } finally {
      spawnSync("rm", ["-rf", deep]);
    }
  });
});
