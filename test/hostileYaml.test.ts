// Front matter that abuses YAML: tags that name types of other languages, references that multiply, and fields without end.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "mocha";
import { growth } from "./growth";
import { cliScript } from "./mcpClient";
import { noteOf, parseProblems } from "./noteText";
import { removeFolder, tempFolder, testEnvironment } from "./tempFolder";

/** How often a list or a map is named by the one above it. */
const fold = 9;
const names = (name: string) => Array.from({ length: fold }, () => `*${name}`).join(", ");
const levels = (deep: number, line: (below: string, name: string) => string) =>
  Array.from({ length: deep }, (_, at) => line(`a${at}`, `a${at + 1}`)).join("\n");

/** Each means more with each level than any memory holds, and is one line longer. */
const bombs: Readonly<Record<string, (deep: number) => string>> = {
  "lists of lists by alias": (deep) =>
    `a0: &a0 [x]\n${levels(deep, (below, name) => `${name}: &${name} [${names(below)}]`)}\ntopics: *a${deep}\nsources: [*a${deep}]`,
  "maps by merge keys": (deep) =>
    `a0: &a0 {k: x}\n${levels(deep, (below, name) => `${name}: &${name} {<<: [${names(below)}], ${name}: x}`)}\n<<: *a${deep}`,
  "keys that are lists": (deep) => `a0: &a0 [x]\n${levels(deep, (below, name) => `? &${name} [${names(below)}]\n: x`)}\nrelated: *a${deep}`,
  "one alias after the other": (deep) =>
    `a0: &a0 [x]\n${levels(deep, (below, name) => `${name}: &${name} [*${below}]`)}\naliases: *a${deep}`,
  "lists that hold themselves": (deep) => levels(deep, (_, name) => `${name}: &${name} [*${name}, *${name}]`),
};
const note = (fields: string) => `---\n${fields}\ntitle: Is it calm?\n---\n[[Nowhere]]\n`;

describe("references in front matter that multiply", () => {
  for (const [what, fields] of Object.entries(bombs))
    it(`as ${what} cost what their text costs`, () => {
      const read = (deep: number) => noteOf(note(fields(deep)));
      assert.equal(read(30).title.text, "Is it calm?");
      assert.ok(growth(read, 200) < 10);
    });

  it("need no memory of their own", () => {
    const files = Object.entries(bombs).map(([, fields], at) => [`n${at}.md`, note(fields(40))]);
    const root = tempFolder(Object.fromEntries(files));
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--max-old-space-size=60", cliScript, "check"], {
      ...{ cwd: root, encoding: "utf8", env: testEnvironment(), timeout: 30_000 },
    });
    removeFolder(root);
    assert.deepEqual([status, stderr], [1, ""]);
    assert.match(stdout, new RegExp(`in ${files.length} notes \\(`));
  });
});

describe("fields without end in front matter", () => {
  // The parser compares each field with all others before it: a hundred thousand took minutes.
  for (const [what, field] of [
    ["of different names", (at: number) => `k${at}: !x y`],
    ["of different names in braces", (at: number) => `${at === 0 ? "x: {" : ""}k${at}: y,`],
    ["that are lists", (at: number) => `k${at}:\n  - &a${at} y\n  - *a${at}`],
  ] as const)
    it(`${what} take no more time than the text they stand in`, () => {
      const text = (count: number) => `---\n${Array.from({ length: count }, (_, at) => field(at)).join("\n")}\n---\n# A?\n`;
      assert.ok(growth((count) => void noteOf(text(count)), 15_000) < 9);
    });

  it("are left unread, which is said at them, and the note is a note all the same", () => {
    const fields = `${Array.from({ length: 20_000 }, (_, at) => `k${at}: !x y`).join("\n")}\ntitle: B?`;
    const text = `---\n${fields}\n---\n# A?\n\n[[Nowhere]]\n`;
    const { title, references, problems } = noteOf(text);
    assert.deepEqual([title.text, references.length], ["A?", 1]);
    assert.deepEqual(
      problems.map(({ code, message }) => `${code}: ${message}`),
      ["front-matter: The front matter is too long to be read."],
    );
  });

  it("are none where prose stands between two rules, however long", () => {
    const text = `---\n\nSome prose with [[a link]].\n\n${"More words.\n\n".repeat(10_000)}---\n\nAnd [[another]].\n`;
    const { references, problems } = noteOf(text);
    assert.deepEqual([references.length, problems], [2, []]);
  });

  it("are read however many they are where they are plain", () => {
    const text = `---\nsources:\n${Array.from({ length: 20_000 }, (_, at) => `  - key${at}`).join("\n")}\n---\n`;
    assert.equal(noteOf(text).sources.length, 20_000);
  });
});

describe("a tag in front matter", () => {
  for (const [tag, value, text] of [
    ["!!js/function", "'function () { globalThis.yamlRan = true }'", "function () { globalThis.yamlRan = true }"],
    ["!!js/regexp", "/a+/", "/a+/"],
    ["!!js/undefined", "x", "x"],
    ["!!python/object/apply:os.system", "x", "x"],
    ["!ruby/object:Gem", "x", "x"],
    ["!custom", "x", "x"],
    ["!<tag:example.org,2026:x>", "x", "x"],
    ["!!binary", "aGk=", "aGk="],
    ["!!timestamp", "2026-11-27", "2026-11-27"],
    ["!!float", "x", "x"],
  ] as const)
    it(`${tag} makes nothing else of a text`, () => {
      assert.equal(noteOf(note(`x: ${tag} ${value}\nsummary: ${tag} ${value}`)).summary, text);
      assert.deepEqual(parseProblems(note(`x: ${tag} ${value}`)), []);
      assert.equal((globalThis as { yamlRan?: boolean }).yamlRan, undefined);
    });

  for (const value of ["!!python/object/apply:os.system ['true']", "!!set {a, b}", "!!omap [a: 1]", "!custom {a: b}"])
    it(`makes no text of ${value}, which is said`, () =>
      assert.match(parseProblems(`---\nsummary: ${value}\n---\n`).join(), /^(?:warning|error) front-matter at /));
});
