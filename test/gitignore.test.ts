// `.gitignore` as git itself reads it: seeded rules and paths, and git's own verdict on each (https://git-scm.com/docs/git-check-ignore).
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, describe, it } from "mocha";
import { defaultSettings } from "../server/core/settings";
import { gitignoreOf } from "../server/host/gitignore";
import { policyFor } from "../server/host/policy";
import { below, chanceFrom, oneOf } from "./bench/words";
import { removeFolder, tempFolder, writeFiles } from "./tempFolder";

/** Nothing that this machine's users ignore everywhere, and letters as they are. */
const own = ["-c", "core.excludesFile=none", "-c", "core.ignoreCase=false"];

function git(folder: string, args: readonly string[], input = ""): string {
  const { stdout, stderr, error } = spawnSync("git", [...own, ...args], { cwd: folder, input, encoding: "utf8" });
  if (error) throw error;
  assert.equal(stderr, "");
  return stdout;
}

/** Which of the paths git ignores by the rules in a folder. */
const ignoredByGit = (folder: string, paths: readonly string[]): ReadonlySet<string> =>
  new Set(git(folder, ["check-ignore", "--no-index", "--stdin", "-z"], paths.join("\0")).split("\0"));

// All in ASCII: git takes `?` for one byte, and `[[:alpha:]]` for letters of English.
const names = ["a", "b", "ab", "abc", "a b", "ba", "[", "a]", "!a", "#a", "x{a,b}", "a*b", "a\\b"];
const pieces = [
  ...["a", "b", "c", "*", "*", "?", "**", "/", "/", "[ab]", "[!a]", "[a-c]", "[[:alpha:]]", "{a,b}", "+(a)", "\\*", "\\[", "\\!"],
  ...[" ", "\\ ", "!", "#"],
];

// Stars behind letters are one star. Git 2.39 takes what stands before two for a beginning, and the rest for a glob of its own.
const globOf = (all: readonly string[]) => all.join("").replace(/(?<=[^/*])\*{2,}/g, "*");

describe("a .gitignore", () => {
  let folder = "";

  before(() => {
    folder = tempFolder();
    git(folder, ["init", "-q"]);
  });

  after(() => removeFolder(folder));

  for (const seed of [1, 3, 5, 7])
    it(`is read as git reads it (${seed})`, () => {
      const chance = chanceFrom(seed);
      const many = <T>(most: number, make: () => T) => Array.from({ length: 1 + below(chance, most) }, make);
      const rule = () =>
        oneOf(chance, ["", "", "!", "/"]) + globOf(many(5, () => oneOf(chance, pieces))) + oneOf(chance, ["", "", ".md", "/"]);
      for (let round = 0; round < 25; round++) {
        const rules = { "": many(4, rule).join("\n"), a: many(2, rule).join("\n") };
        writeFiles(folder, { ".gitignore": rules[""], "a/.gitignore": rules.a });
        const policy = policyFor(defaultSettings.notes, []);
        for (const [at, text] of Object.entries(rules)) policy.addGitignore(at, text);
        const paths = many(60, () => `${many(4, () => oneOf(chance, names)).join("/")}.md`);
        const ignored = ignoredByGit(folder, paths);
        for (const path of paths) assert.equal(!policy.isNote(path), ignored.has(path), JSON.stringify({ rules, path }));
      }
    });

  it("has no rule by a bracket that nobody closes, as in git", () => {
    writeFiles(folder, { ".gitignore": "[a\nb[\n*[!\nc/[d\n[]\n", "a/.gitignore": "" });
    const paths = ["[a", "b[", "a[!", "c/[d", "[]", "a", "c/d", "]"];
    assert.deepEqual([...ignoredByGit(folder, paths)], [""]);
    const rules = gitignoreOf("[a\nb[\n*[!\nc/[d\n[]\n");
    assert.deepEqual(
      paths.filter((path) => rules.verdictOn(path, "file") !== undefined),
      [],
    );
  });

  it("has no rule longer than any path", () => {
    for (const long of ["a".repeat(5000), "*".repeat(100_000), `a\n!${"?".repeat(70_000)}`])
      assert.equal(gitignoreOf(long).verdictOn("a".repeat(5000), "file"), undefined);
  });

  it("counts five thousand rules, and says so where there are more", () => {
    const rules = (count: number) => gitignoreOf(Array.from({ length: count }, (_, at) => `n${at}`).join("\n"));
    assert.equal(rules(5000).fault, undefined);
    assert.equal(rules(5001).fault, "Of its 5001 rules the first 5000 count.");
    assert.equal(rules(5001).verdictOn("n4999", "file"), "ignored");
    assert.equal(rules(5001).verdictOn("n5000", "file"), undefined);
  });
});
