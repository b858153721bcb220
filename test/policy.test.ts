// Which files of a folder are notes, and which folders are not looked into.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { defaultSettings } from "../server/core/settings";
import { policyFor } from "../server/host/policy";

interface Rules {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly editorExcludes?: readonly string[];
  /** Text of a `.gitignore` by its folder. */
  readonly gitignores?: Readonly<Record<string, string>>;
}

function policyOf({ include, exclude = [], editorExcludes = [], gitignores = {} }: Rules) {
  const policy = policyFor({ ...defaultSettings.notes, exclude, ...(include ? { include } : {}) }, editorExcludes);
  for (const [folder, text] of Object.entries(gitignores)) policy.addGitignore(folder, text);
  return policy;
}

function checkNotes(rules: Rules, notes: readonly string[], others: readonly string[]): void {
  const policy = policyOf(rules);
  for (const path of notes) assert.equal(policy.isNote(path), true, `${path} is a note`);
  for (const path of others) assert.equal(policy.isNote(path), false, `${path} is no note`);
}

describe("notes", () => {
  it("are all Markdown files, outside dot folders and installed packages", () => {
    checkNotes(
      {},
      ["a.md", "s/b c?.md", "s/t/u.md", "node_modules.md", "a.b/c.md"],
      ["a.txt", "a.md.bak", ".hidden.md", ".git/a.md", "s/.obsidian/a.md", "node_modules/p/README.md", "s/node_modules/a.md"],
    );
  });

  it("are those that are included and not excluded", () => {
    checkNotes(
      { include: ["notes/**/*.md", "extra.md"], exclude: ["notes/drafts/**", "**/*.tmp.md"] },
      ["notes/a.md", "notes/s/b.md", "extra.md"],
      ["a.md", "notes/drafts/a.md", "notes/drafts/s/a.md", "notes/a.tmp.md"],
    );
  });

  it("are not what the editor hides", () => {
    checkNotes({ editorExcludes: ["**/out", "**/out/**"] }, ["a.md", "about/a.md"], ["out/a.md", "s/out/t/a.md"]);
  });

  it("are found case by case", () => {
    checkNotes({ exclude: ["Drafts/**"] }, ["drafts/a.md"], ["Drafts/a.md"]);
  });
});

describe("ignored files", () => {
  it("are those of the .gitignore at the top, on every level", () => {
    checkNotes(
      { gitignores: { "": "build/\n*.tmp.md\n/only-here.md\n# comment.md\n" } },
      ["a.md", "s/only-here.md", "comment.md", "rebuild/a.md"],
      ["build/a.md", "s/build/t/a.md", "s/a.tmp.md", "only-here.md"],
    );
  });

  it("are those of a .gitignore in a sub-folder, for what lies below it", () => {
    checkNotes(
      { gitignores: { s: "/private\nlog.md" } },
      ["log.md", "private/a.md", "s/t/private/a.md"],
      ["s/private/a.md", "s/log.md", "s/t/log.md"],
    );
  });

  it("can be taken back in the same file or a nearer one", () => {
    checkNotes(
      { gitignores: { "": "*.md\n!keep.md\n", s: "!here.md" } },
      ["keep.md", "s/keep.md", "s/here.md", "s/t/here.md"],
      ["a.md", "s/a.md", "here.md"],
    );
  });

  it("cannot be taken back out of an ignored folder", () => {
    checkNotes({ gitignores: { "": "build/\n!build/keep.md\n", build: "!keep.md" } }, [], ["build/keep.md", "build/a.md"]);
  });

  it("may be given with Windows line ends", () => {
    checkNotes({ gitignores: { "": "build/\r\nlog.md\r\n" } }, ["a.md"], ["build/a.md", "log.md"]);
  });
});

describe("folders", () => {
  it("are skipped where nothing below them can be a note", () => {
    const policy = policyOf({ exclude: ["drafts/**"], editorExcludes: ["**/out"], gitignores: { "": "build/\n" } });
    for (const folder of [".git", "s/.obsidian", "node_modules", "s/node_modules", "build", "s/build", "s/out"])
      assert.equal(policy.skipsFolder(folder), true, folder);
    for (const folder of ["s", "s/t", "builds", "a.b", "outer"]) assert.equal(policy.skipsFolder(folder), false, folder);
    assert.equal(policy.skipsFolder("drafts"), true, "nothing below it can be a note");
  });
});
