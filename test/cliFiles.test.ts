// The command line on real folders: the sample vault, and one with files that nobody expects.
import assert from "node:assert/strict";
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { type Outcome, quaestio, quaestioWithoutPowers } from "./commandLine";
import { projectRoot, removeFolder, tempFolder } from "./tempFolder";

describe("the sample vault", () => {
  const notes = join(projectRoot, "notes");

  it("has no problem", () => {
    assert.deepEqual(quaestio(projectRoot, "check", "notes", "--fail-on", "hint"), {
      status: 0,
      out: quaestio(notes, "check").out,
      err: "",
    });
    assert.match(quaestio(projectRoot, "check", "notes").out, /^0 problems in \d+ notes\.\n$/);
  });

  it("has 41 notes and 180 papers", () => {
    const roots = JSON.parse(quaestio(projectRoot, "topics", "notes", "--json").out);
    assert.deepEqual(
      roots.map(({ label, noteCount, sourceCount }: { label: string; noteCount: number; sourceCount: number }) => [
        label,
        noteCount,
        sourceCount,
      ]),
      [[roots[0].label, 41, 180]],
    );
    assert.match(quaestio(projectRoot, "topics", "notes").out, /^.+ {2}\(41 notes · 180 papers\)\n/);
  });
});

describe("a folder with files that nobody expects", () => {
  let root = "";
  let elsewhere = "";
  let check: Outcome;

  before(() => {
    elsewhere = tempFolder({ "behind.md": "[[Nowhere]]\n" });
    root = tempFolder({
      "good.md": "[[Nowhere]]\n",
      "empty.md": "",
      "latin1.md": Buffer.from([0x23, 0x20, 0xe9]),
      "zeros.md": Buffer.alloc(100),
      "malformed.md": "---\ntitle: A?\nsummary: [x\n---\n[[good]]\n",
      "script.md": "---js\nprocess.exit(77)\n---\n[[good]]\n",
      "folder.md/inside.md": "[[Nowhere]]\n",
      ".quaestio.json": '{ "diagnostics": { "severity": { "broken-reference": "warning" } }, "notes": { "maxSize": "much" } }',
    });
    const large = openSync(join(root, "large.md"), "w");
    ftruncateSync(large, 50_000_000);
    closeSync(large);
    mkdirSync(join(root, "loop"));
    if (process.platform !== "win32") {
      symlinkSync("..", join(root, "loop", "up"));
      symlinkSync("nowhere.md", join(root, "dead.md"));
      symlinkSync("self.md", join(root, "self.md"));
      symlinkSync(elsewhere, join(root, "linked"));
    }
    check = quaestio(root, "check");
  });
  after(() => {
    for (const folder of [root, elsewhere]) removeFolder(folder);
  });

  const line = (start: string) => check.out.split("\n").filter((it) => it.startsWith(start));

  it("is checked all the same, by the settings of its own file", () => {
    assert.equal(check.status, 1);
    assert.deepEqual(line("good.md"), ["good.md:1:3 warning broken-reference No note, file or image answers “Nowhere”."]);
    assert.deepEqual(line("folder.md"), ["folder.md/inside.md:1:3 warning broken-reference No note, file or image answers “Nowhere”."]);
    assert.match(check.out, / in 9 notes \(/);
  });

  it("says of each what is wrong with it and where", () => {
    assert.match(line("latin1.md").join("\n"), /^latin1\.md:1:1 warning unreadable-note This file is not UTF-8 text/);
    assert.match(line("large.md").join("\n"), /^large\.md:1:1 warning unreadable-note This note has 50\.0 MB, more than the 5\.0 MB/);
    assert.match(line("malformed.md").join("\n"), /^malformed\.md:[34]:\d+ error front-matter The front matter is no valid YAML: [^\n]+$/);
    assert.equal(check.err, "quaestio: Setting ignored: notes.maxSize should be a number of bytes, at most 20000000.\n");
  });

  it("says nothing of empty files, links in a circle and links that lead nowhere", () => {
    for (const name of ["empty.md", "zeros.md", "script.md", "loop", "dead.md", "self.md"]) assert.deepEqual(line(name), []);
  });

  it("finds notes in folders behind symbolic links", function () {
    if (process.platform === "win32") return this.skip();
    assert.match(line("linked/behind.md").join(), /broken-reference/);
  });

  it("may hold settings that are no JSON, which is said and ignored", () => {
    const other = tempFolder({ ".quaestio.json": "{ not JSON", "a.md": "[[x]]" });
    const { status, out, err } = quaestio(other, "check");
    assert.equal(status, 1);
    assert.match(out, /^a\.md:1:3 error broken-reference/);
    assert.match(err, /^quaestio: \.quaestio\.json is no valid JSON and was ignored: .*\n$/);
    removeFolder(other);
  });
});

describe("a folder with a bibliography", () => {
  let root = "";
  before(() => {
    root = tempFolder({
      "vault/a.md": "---\nsources: [kay]\n---\nSee [@key] and [@keys].\n",
      "vault/p.bib": "@misc{key, title={Key}}\n",
      "library.bib": "@misc{kay}\n@misc{keys}\n",
      "vault/.quaestio.json": '{ "bibliography": ["/library.bib"], "notez": {} }',
    });
  });
  after(() => removeFolder(root));

  it("has its keys checked", () => {
    const { out, status } = quaestio(root, "check", "vault");
    assert.match(out, /^a\.md:2:11 error unknown-citation .*\na\.md:4:18 error unknown-citation Did you mean “key”\? .*\n2 problems/);
    assert.equal(status, 1);
  });

  it("is checked with further ones that the command line names", () => {
    assert.equal(quaestio(root, "check", "vault", "--bibliography", "library.bib").status, 0);
    const { status, err } = quaestio(root, "check", "vault", "--bibliography", "lost.bib");
    assert.equal(status, 2);
    assert.match(err, /There is no file .*lost\.bib\./);
  });

  it("cannot name further ones itself, and is told of slips in its settings", () => {
    const { err } = quaestio(root, "check", "vault");
    assert.match(err, /\.quaestio\.json: bibliography is for the settings of who reads the vault/);
    assert.match(err, /\.quaestio\.json: notez is no setting/);
  });
});

describe("a rename", () => {
  it("keeps the modes of files, and what a link leads to behind the link", function () {
    if (process.platform === "win32") return this.skip();
    const root = tempFolder({ "a.md": "# A?\n", "real/b.md": "# B?\n\n[[A?]]\n" });
    try {
      chmodSync(join(root, "real/b.md"), 0o640);
      renameSync(join(root, "real/b.md"), join(root, "real/b.txt"));
      symlinkSync("real/b.txt", join(root, "b.md"));
      assert.equal(quaestio(root, "rename", "a.md", "What is A?").status, 0);
      assert.equal(readFileSync(join(root, "real/b.txt"), "utf8"), "# B?\n\n[[What is A?]]\n");
      assert.equal(statSync(join(root, "real/b.txt")).mode & 0o777, 0o640);
      assert.ok(lstatSync(join(root, "b.md")).isSymbolicLink());
      assert.deepEqual(
        readdirSync(root).filter((name) => name.startsWith(".quaestio")),
        [],
      );
    } finally {
      removeFolder(root);
    }
  });
});

describe("a disk that takes nothing", () => {
  const texts = {
    "asks.md": "# Who asks?\n\n[[Does it work?]]\n",
    "does-it-work.md": "# Does it work?\n",
    "other.md": "---\ntopics: [t]\n---\n# Another?\n",
  };
  let root = "";
  const writable = (mode: number) => {
    for (const name of Object.keys(texts)) chmodSync(join(root, name), mode & 0o666);
    chmodSync(root, mode);
  };
  before(() => {
    root = tempFolder(texts);
    writable(0o555);
  });
  after(() => {
    writable(0o755);
    removeFolder(root);
  });

  it("is read as any other", () => {
    assert.deepEqual(quaestioWithoutPowers(root, "check"), { status: 0, out: "0 problems in 3 notes.\n", err: "" });
    assert.match(quaestioWithoutPowers(root, "rename", "does-it-work.md", "Does it help?", "--dry-run").out, /1 file renamed\.\n$/);
  });

  for (const [what, args] of [
    ["a rename", ["rename", "does-it-work.md", "Does it help?"]],
    ["a merge", ["merge", "other.md", "does-it-work.md"]],
    ["a page", ["export", "t", "-o", "page.html"]],
  ] as const) {
    it(`is told of in a sentence where ${what} would write, and stays as it was`, () => {
      const { status, out, err } = quaestioWithoutPowers(root, ...args);
      assert.deepEqual({ status, out }, { status: 2, out: "" });
      assert.match(err, /^Nothing was changed: .+\.(md|html) cannot be written: permission denied\.\n$/);
      for (const [name, text] of Object.entries(texts)) assert.equal(readFileSync(join(root, name), "utf8"), text);
    });
  }
});
