// The command line: what it prints, on which stream, and with which exit status.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { quaestio } from "./commandLine";
import { projectRoot, removeFolder, tempFolder, writeFiles } from "./tempFolder";

const good = {
  "a.md": "---\ntitle: Does it work?\ntopics: [x/y]\nsources: [2505.24298, 10.1000/x]\n---\n[[B?]] and [x](sub/b.md)\n",
  "sub/b.md": "---\ntitle: B?\nsources: arxiv:2505.24298v1\n---\n[[Does it work?]]\n",
};
const bad = {
  "a.md": "# A?\n\n🙂 [[Nowhere]] and [[Is water wet?]]\n",
  "s p/b, c:1%.md": "[[x]]\n",
  "one/x.md": "# One\n",
  "two/x.md": "# Two\n",
};
const textOfBad = [
  "a.md:3:6 error broken-reference No note, file or image answers “Nowhere”.",
  "a.md:3:22 information broken-reference “Is water wet?” is a question no note answers yet.",
  "s p/b, c:1%.md:1:3 warning ambiguous-reference “x” could be any of 2 notes; one/x.md is used.",
  "3 problems in 4 notes (1 error, 1 warning, 1 information).",
  "",
].join("\n");

describe("quaestio rename", () => {
  let root = "";
  before(() => {
    root = tempFolder();
  });
  after(() => removeFolder(root));
  const fresh = () =>
    writeFiles(root, {
      "does-it-work.md": "---\ntitle: Does it work?\n---\n",
      "sub/b.md": "\ufeff# B?\r\n\r\n[[does it work]], [x](../does-it-work.md)\r\n",
    });

  it("leads all links on, renames the file, and prints what has changed", () => {
    fresh();
    const { status, out, err } = quaestio(root, "rename", "does-it-work.md", "Does it help?");
    assert.deepEqual([status, err], [0, ""]);
    assert.deepEqual(out.trimEnd().split("\n").sort(), [
      "2 lines in 2 files changed, 1 file renamed.",
      "does-it-work.md -> does-it-help.md",
      "does-it-work.md:2: title: Does it help?",
      "sub/b.md:3: [[Does it help?]], [x](../does-it-help.md)",
    ]);
    assert.equal(readFileSync(join(root, "does-it-help.md"), "utf8"), "---\ntitle: Does it help?\n---\n");
    assert.equal(readFileSync(join(root, "sub/b.md"), "utf8"), "\ufeff# B?\r\n\r\n[[Does it help?]], [x](../does-it-help.md)\r\n");
    removeFolder(join(root, "does-it-help.md"));
  });

  it("only prints with --dry-run", () => {
    fresh();
    assert.match(quaestio(root, "rename", "does-it-work.md", "Does it help?", "--dry-run").out, /1 file renamed/);
    assert.equal(readFileSync(join(root, "does-it-work.md"), "utf8"), "---\ntitle: Does it work?\n---\n");
  });

  it("says where the old title stands without a link, and leaves it there", () => {
    const folder = join(root, "mentions");
    const many = "\nThe large models plan ahead.\n".repeat(21);
    writeFiles(folder, { "large.md": "# Large models plan\n", "c.md": "# C?\n\n*Large models plan*, large models plan.\n", "d.md": many });
    const { status, out, err } = quaestio(folder, "rename", "large.md", "Models plan", "--dry-run");
    assert.deepEqual([status, err], [0, ""]);
    assert.deepEqual(out.trimEnd().split("\n").slice(0, 5), [
      "large.md:1: # Models plan",
      "1 line in 1 file changed, 0 files renamed.",
      "22 lines mention the old title without a link and stay as they are:",
      "  c.md:3: *Large models plan*, large models plan.",
      "  d.md:2: The large models plan ahead.",
    ]);
    assert.match(out, /\n {2}d\.md:38: The large models plan ahead\.\n {2}and 2 more\n$/);
    removeFolder(folder);
  });

  it("refuses a title that another note bears, with 1, and a call that is none, with 2", () => {
    fresh();
    const refused = quaestio(root, "rename", "does-it-work.md", "B");
    assert.deepEqual(refused, { status: 1, out: "", err: "“B” is already the title of sub/b.md.\n" });
    assert.equal(quaestio(root, "rename", "does-it-work.md").status, 2);
    assert.deepEqual(quaestio(root, "rename", "none.md", "X"), {
      ...{ status: 2, out: "", err: "There is no note none.md in the vault. --vault names another.\n" },
    });
  });
});

describe("quaestio merge", () => {
  let root = "";
  before(() => {
    root = tempFolder({ "a.md": "# A?\n\nText.\n", "sub/b.md": "# B?\n", "c.md": "[[A?]]\n" });
  });
  after(() => removeFolder(root));

  it("only prints with --dry-run, and refuses a note that is to go into itself", () => {
    assert.match(quaestio(root, "merge", "a.md", "sub/b.md", "--dry-run").out, /1 file removed/);
    assert.equal(readFileSync(join(root, "a.md"), "utf8"), "# A?\n\nText.\n");
    assert.deepEqual(quaestio(root, "merge", "a.md", "a.md"), { status: 1, out: "", err: "A note cannot be merged into itself.\n" });
    assert.equal(quaestio(root, "merge", "a.md").status, 2);
  });

  it("makes one note of two, and prints the new lines", () => {
    const { status, out, err } = quaestio(root, "merge", "a.md", "sub/b.md");
    assert.deepEqual([status, err], [0, ""]);
    assert.deepEqual(out.trimEnd().split("\n").sort(), [
      "6 lines in 2 files changed, 1 file removed.",
      "a.md is gone",
      "c.md:1: [[B?]]",
      "sub/b.md:1: ---",
      'sub/b.md:2: aliases: ["A?"]',
      "sub/b.md:3: ---",
      "sub/b.md:7: ## A?",
      "sub/b.md:9: Text.",
    ]);
    assert.equal(existsSync(join(root, "a.md")), false);
    assert.equal(readFileSync(join(root, "sub/b.md"), "utf8"), '---\naliases: ["A?"]\n---\n\n# B?\n\n## A?\n\nText.\n');
  });
});

describe("quaestio check", () => {
  let root = "";
  before(() => {
    root = tempFolder();
    writeFiles(join(root, "good"), good);
    writeFiles(join(root, "bad"), bad);
  });
  after(() => removeFolder(root));

  it("finds nothing in a good folder", () => {
    assert.deepEqual(quaestio(root, "check", "good"), { status: 0, out: "0 problems in 2 notes.\n", err: "" });
  });

  it("prints each problem on a line, then a summary, and exits with 1", () => {
    assert.deepEqual(quaestio(root, "check", "bad"), { status: 1, out: textOfBad, err: "" });
  });

  it("checks the current folder where none is named", () => {
    assert.deepEqual(quaestio(join(root, "bad"), "check"), { status: 1, out: textOfBad, err: "" });
    assert.equal(quaestio(join(root, "bad"), "check", ".").out, textOfBad);
  });

  it("prints JSON with zero-based positions and related places", () => {
    const { status, out } = quaestio(root, "check", "bad", "--format", "json");
    assert.equal(status, 1);
    const { notes, problems } = JSON.parse(out);
    assert.equal(notes, 4);
    assert.deepEqual(problems[0], {
      file: "a.md",
      range: { start: { line: 2, character: 5 }, end: { line: 2, character: 12 } },
      severity: "error",
      code: "broken-reference",
      message: "No note, file or image answers “Nowhere”.",
    });
    assert.deepEqual(problems[2].related[1], {
      file: "two/x.md",
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } },
      message: "two/x.md answers as well.",
    });
    assert.deepEqual(JSON.parse(quaestio(root, "check", "good", "--format=json").out), { notes: 2, problems: [] });
  });

  it("prints SARIF with one-based positions and encoded paths", () => {
    const { status, out } = quaestio(root, "check", "bad", "--format", "sarif");
    assert.equal(status, 1);
    const { version, runs } = JSON.parse(out);
    assert.equal(version, "2.1.0");
    const [{ tool, results, columnKind }] = runs;
    assert.equal(columnKind, "utf16CodeUnits");
    assert.equal(tool.driver.name, "Quaestio");
    assert.deepEqual(
      tool.driver.rules.map(({ id }: { id: string }) => id),
      ["broken-reference", "ambiguous-reference"],
    );
    assert.deepEqual(
      results.map(({ ruleId, level }: { ruleId: string; level: string }) => `${level} ${ruleId}`),
      ["error broken-reference", "note broken-reference", "warning ambiguous-reference"],
    );
    const { artifactLocation, region } = results[2].locations[0].physicalLocation;
    assert.equal(artifactLocation.uri, "s%20p/b%2C%20c%3A1%25.md");
    assert.deepEqual(region, { startLine: 1, startColumn: 3, endLine: 1, endColumn: 4 });
    assert.equal(JSON.parse(quaestio(root, "check", "good", "--format", "sarif").out).runs[0].results.length, 0);
  });

  it("prints annotations for GitHub, with their properties escaped", () => {
    const { status, out } = quaestio(root, "check", "bad", "--format", "github");
    assert.equal(status, 1);
    assert.deepEqual(out.split("\n").slice(0, 3), [
      "::error file=a.md,line=3,col=6,endLine=3,endColumn=13,title=broken-reference::No note, file or image answers “Nowhere”.",
      "::notice file=a.md,line=3,col=22,endLine=3,endColumn=35,title=broken-reference::“Is water wet?” is a question no note answers yet.",
      "::warning file=s p/b%2C c%3A1%25.md,line=1,col=3,endLine=1,endColumn=4,title=ambiguous-reference::“x” could be any of 2 notes; one/x.md is used.",
    ]);
  });

  it("exits with 1 from the severity that --fail-on names", () => {
    const status = (...args: readonly string[]) => quaestio(root, "check", "bad", ...args).status;
    const noError = ["--set", "broken-reference=off"];
    assert.deepEqual(
      ["error", "warning", "information", "hint", "never"].map((level) => status("--fail-on", level, ...noError)),
      [0, 1, 1, 1, 0],
    );
    assert.equal(status("--fail-on", "never"), 0);
    assert.equal(status("--fail-on", "warning", ...noError, "--set", "ambiguous-reference=information"), 0);
  });

  it("sets severities, the last one counting", () => {
    const { out } = quaestio(
      root,
      "check",
      "bad",
      "--set",
      "broken-reference=warning",
      "--set=open-question=off",
      "--set",
      "broken-reference=hint",
    );
    assert.match(out, /^a\.md:3:6 hint broken-reference /);
    assert.doesNotMatch(out, /water/);
  });

  it("checks several folders, naming each file with its folder", () => {
    const { status, out } = quaestio(root, "check", "good/", "bad");
    assert.equal(status, 1);
    assert.match(out, /^bad\/a\.md:3:6 error /);
    assert.match(out, /3 problems in 6 notes \(.*\)\.\n$/);
  });

  it("takes --no-cache", () => {
    assert.equal(quaestio(root, "check", "good", "--no-cache").status, 0);
  });

  for (const [name, args, sentence] of [
    ["a missing folder", ["check", "nowhere"], /^There is no folder .*nowhere\.\n$/],
    ["a missing folder among others", ["check", "good", "nowhere"], /nowhere/],
    ["a file instead of a folder", ["check", "good/a.md"], /a\.md is a file, not a folder of notes\.\n$/],
    ["an unknown option", ["check", "--colour"], /^There is no option --colour\. See quaestio --help\.\n$/],
    ["an unknown short option", ["check", "-x"], /^There is no option -x\. /],
    ["an option without a command", ["--colour"], /^There is no option “--colour”\. Commands are /],
    ["an unknown format", ["check", "good", "--format", "xml"], /^--format takes one of text, json, sarif, github, not “xml”\.\n$/],
    ["an unknown level to fail on", ["check", "good", "--fail-on", "fatal"], /--fail-on takes one of/],
    [
      "an unknown problem to set",
      ["check", "good", "--set", "nonsense=error"],
      /^--set does not know “nonsense”\. Problems are broken-reference, /,
    ],
    [
      "an unknown level to set",
      ["check", "good", "--set", "broken-reference=fatal"],
      /^--set broken-reference= takes one of .*“fatal”\.\n$/,
    ],
    ["a level with more behind it", ["check", "good", "--set", "broken-reference=off=on"], /takes one of .*“off=on”\.\n$/],
    [
      "a setting without a level",
      ["check", "good", "--set", "broken-reference"],
      /^--set takes code=level, such as .*“broken-reference”\.\n$/,
    ],
    ["an option without its value", ["check", "good", "--set"], /^--set needs a value\. See quaestio --help\.\n$/],
    ["an option instead of a value", ["check", "--format", "--fail-on", "hint"], /^--format needs a value\. See quaestio --help\.\n$/],
    ["a value too many", ["check", "--no-cache=1"], /^--no-cache takes no value\. /],
    [
      "an unknown command",
      ["chekc"],
      /^There is no command “chekc”\. Commands are check, topics, related, open-questions, papers, rename, merge, export, mcp, lsp/,
    ],
    ["a command that every object has", ["toString"], /There is no command “toString”/],
    ["help with an unknown command", ["help", "chekc"], /^There is no command “chekc”\. /],
    ["a command with control characters", ["\u001b[31m\nx"], /^There is no command “\\u001b\[31m\\nx”\. .*\n$/],
    ["topics of two folders", ["topics", "good", "bad"], /^quaestio topics takes one folder, not 2\.\n$/],
    ["papers of two folders", ["papers", "good", "bad"], /^quaestio papers takes one folder, not 2\.\n$/],
    [
      ...["papers of two kinds", ["papers", "--cited-once", "--never-cited"]],
      /^quaestio papers takes --cited-once or --never-cited, not both\.\n$/,
    ],
    ["open questions of two folders", ["open-questions", "good", "bad"], /^quaestio open-questions takes one folder, not 2\.\n$/],
    ["tools for two folders", ["mcp", "good", "bad"], /^quaestio mcp takes one folder, not 2\.\n$/],
    ["tools for a missing folder", ["mcp", "nowhere"], /^There is no folder .*nowhere\.\n$/],
    ["tools for a file", ["mcp", "good/a.md"], /a\.md is a file, not a folder of notes\.\n$/],
    ["tools with a missing bibliography", ["mcp", "good", "--bibliography", "none.bib"], /^There is no file .*none\.bib\.\n$/],
    ["topics of no folder", ["topics", "nowhere"], /There is no folder/],
    ["a server without a transport", ["lsp"], /quaestio lsp --stdio/],
    ["a server of a folder", ["lsp", "--stdio", "good"], /^quaestio lsp takes no folder: /],
  ] as const) {
    it(`exits with 2 on ${name}, with a sentence and no stack`, () => {
      const { status, out, err } = quaestio(root, ...args);
      assert.equal(status, 2);
      assert.equal(out, "");
      assert.match(err, sentence);
      assert.doesNotMatch(err, /\n {4}at /);
    });
  }

  it("writes nothing into the folder and neither colour nor progress into a pipe", () => {
    const listing = () =>
      readdirSync(root, { recursive: true, encoding: "utf8" })
        .sort()
        .map((path) => `${path} ${statSync(join(root, path)).mtimeMs}`);
    const before = listing();
    for (const args of [
      ["check", "bad"],
      ["check", "good", "--format", "json"],
      ["topics", "good"],
    ]) {
      const { out, err } = quaestio(root, ...args);
      assert.ok(!(out + err).includes("\u001b") && !(out + err).includes("\r"));
    }
    assert.deepEqual(listing(), before);
  });
});

describe("quaestio topics, --help and --version", () => {
  let root = "";
  before(() => {
    root = tempFolder(good);
  });
  after(() => removeFolder(root));

  it("prints the tree with both counts and the notes", () => {
    const tree = "Sub  (1 note · 1 paper)\n  - B?\nX  (1 note · 2 papers)\n  Y  (1 note · 2 papers)\n    - Does it work?\n";
    assert.deepEqual(quaestio(root, "topics"), { status: 0, out: tree, err: "" });
    assert.equal(quaestio(join(root, ".."), "topics", root).out, tree);
  });

  it("prints the tree as JSON", () => {
    const { status, out } = quaestio(root, "topics", "--json");
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(out), [
      { id: "sub", label: "Sub", noteCount: 1, sourceCount: 1, notes: [{ title: "B?", file: "sub/b.md" }], children: [] },
      {
        id: "x",
        label: "X",
        noteCount: 1,
        sourceCount: 2,
        notes: [],
        children: [
          { id: "x/y", label: "Y", noteCount: 1, sourceCount: 2, notes: [{ title: "Does it work?", file: "a.md" }], children: [] },
        ],
      },
    ]);
  });

  it("explains itself", () => {
    const all = quaestio(root, "--help");
    assert.equal(all.status, 0);
    for (const words of ["quaestio check", "quaestio topics", "quaestio mcp", "quaestio lsp --stdio", "--fail-on", "Exit status"])
      assert.ok(all.out.includes(words), words);
    assert.equal(quaestio(root, "check", "--help").status, 0);
    for (const args of [
      ["check", "--help"],
      ["check", "good", "-h"],
      ["help", "check"],
    ])
      assert.match(quaestio(root, ...args).out, /^quaestio check \[folder…\]/);
    for (const args of [[], ["-h"], ["help"]]) assert.deepEqual(quaestio(root, ...args), all);
    for (const line of all.out.split("\n")) assert.ok(line.length <= 120, line);
  });

  it("knows its version", () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
    assert.deepEqual(quaestio(root, "--version"), { status: 0, out: `${version}\n`, err: "" });
  });
});
