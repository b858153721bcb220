// Names that every object of the language has anyway: in notes, bibliographies and settings they are names like any other, and change nothing.
import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { parseBibliography } from "../server/core/bibliography";
import type { NoteUri } from "../server/core/note";
import { defaultSettings, readSettings, vaultSettings } from "../server/core/settings";
import { plainTex } from "../server/core/tex";
import { topics } from "../server/features/topics";
import { checkDiagnostics, checkMeanings, completionAt, hoverText } from "./check";
import { fixture, noteIn } from "./fixture";
import { checkRename } from "./renaming";

/** Most are found on every object; who has a `then` is taken for a promise. */
const names = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "__defineGetter__", "then"];

/** What all objects, lists, functions and texts share, and what it holds. */
const shared = [Object, Array, Function, String, Map].map(({ prototype }) => [prototype, Reflect.ownKeys(prototype).length] as const);
const assertUnchanged = () => {
  for (const [prototype, count] of shared) assert.equal(Reflect.ownKeys(prototype).length, count);
  assert.deepEqual(Reflect.ownKeys({}), []);
};

describe("a name that every object has", () => {
  afterEach(assertUnchanged);

  for (const name of names) {
    // Two underscores on both sides make a heading strong, and no id of a block has any.
    const plain = name.replaceAll("_", "");
    const source = `
      //- /note.md
      [[${name}]] [[Alias ${name}]] [[${name}#${name}]] [[#${name}]] [x](${name}.md#${name}) [[${name}#^${plain}]] @${name}

      # ${name}
      //- /${name}.md
      ---
      title: ${name}
      aliases: [Alias ${name}]
      topics: [${name}/constructor, __proto__]
      sources: [${name}]
      ${name}: {${name}: x}
      ---
      ## ${name}

      Text. ^${plain}
      //- /p.bib
      @misc{${name}, title = {Paper ${name}}, ${name} = {x}, author = {${name}, ${name}}}
    `;

    it(`is a title, an alias, a heading, a block, a file and a key: ${name}`, () => {
      checkMeanings(
        source,
        `
        [[${name}]] -> title ${name}.md
        [[Alias ${name}]] -> alias ${name}.md
        [[${name}#${name}]] -> title ${name}.md › ${plain}
        [[#${name}]] -> self note.md › ${plain}
        [x](${name}.md#${name}) -> path ${name}.md › ${plain}
        [[${name}#^${plain}]] -> title ${name}.md › block ${plain}
        @${name} -> paper key:${name}
        `,
      );
      checkDiagnostics(source);
    });

    it(`is a topic: ${name}`, () => {
      const made = fixture(source);
      const ids = noteIn(made, `${name}.md`).topics.map(({ id }) => id);
      assert.deepEqual(ids, [`${name.toLowerCase()}/constructor`, "__proto__"]);
      assert.equal(topics(made.vault).find(({ id }) => id === name.toLowerCase())?.noteCount, 1);
    });

    it(`is offered, described and renamed: ${name}`, async () => {
      const asked = source.replace(`[[${name}]]`, `[[${name}$0]]`);
      const [label] = completionAt(asked).items.map((it) => it.label);
      assert.equal(label, name);
      assert.match(hoverText(asked) ?? "", new RegExp(name.replaceAll("_", "\\\\?_")));
      // A file that is named after its title to the letter goes on being so.
      const file = name === name.toLowerCase() && plain === name ? "another.md" : "Another.md";
      await checkRename(
        asked,
        "Another?",
        `note.md:1: [[Another?]] [[Alias ${name}]] [[Another?#${name}]] [[#${name}]] [x](${file}#${name}) [[Another?#^${plain}]] @${name}`,
        `${name}.md:2: title: Another?`,
        `${name}.md -> ${file}`,
      );
    });

    it(`is missing where nothing bears it: ${name}`, () =>
      checkMeanings(
        `[[${name}]] [[#${name}]] [x](${name}) [[note#^${plain}]]`,
        `
        [[${name}]] -> missing
        [[#${name}]] -> self note.md without “${name}”
        [x](${name}) -> missing
        [[note#^${plain}]] -> stem note.md without “^${plain}”
        `,
      ));

    it(`is no command of TeX: ${name}`, () => assert.equal(plainTex(`A \\${plain}{} b`), "A b"));
  }

  it("is a field of a bibliography that says nothing", () => {
    const text = names
      .map((name, at) => `@misc{k${at}, ${name} = {x}, title = {\\${name} T}, year = ${name}}\n@string{${name} = {2026}}`)
      .join("\n");
    const { entries } = parseBibliography({ uri: "memory:///p.bib" as NoteUri, folder: undefined, path: "p.bib" }, text);
    assert.equal(entries.length, names.length);
    for (const entry of entries) assert.match(entry.title ?? "", /^(?:_*[a-zA-Z]*_* )?T$/);
    assert.equal("x" in {}, false);
  });

  it("is no setting, at any depth", () => {
    for (const name of names) {
      const own: unknown = JSON.parse(
        `{ "${name}": { "enable": false }, "notes": { "${name}": { "maxSize": 1 } }, "diagnostics": { "severity": { "${name}": "off" } }, "ignore": { "${name}": ["*"] } }`,
      );
      const { allowed, complaints } = vaultSettings(own);
      const read = readSettings([allowed]);
      assert.deepEqual(read.settings, defaultSettings, name);
      assert.deepEqual(
        [...complaints, ...read.complaints].map((it) => it.split(" ")[0]).sort(),
        [name, `notes.${name}`, `diagnostics.severity.${name}`, `ignore.${name}`].sort(),
      );
    }
  });
});
