// Every string of the client that a person reads can be translated: it goes through `l10n.t`, and the bundle for translators has it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getL10nJson } from "@vscode/l10n-dev";
import { describe, it } from "mocha";
import { projectRoot } from "./tempFolder";

const client = join(projectRoot, "client");
const sources = readdirSync(client, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  // A report of a fault is in English, for those who will read it.
  .filter((file) => file.endsWith(".ts") && file !== "statusText.ts")
  .map((file) => ({ file, contents: readFileSync(join(client, file), "utf8") }));

/** Where the editor or a page shows a text: what begins in letters there and is no call would stay English. */
const shown = [
  /show(?:Information|Warning|Error|StatusBar)Message\(\s*["`][^"`]*[a-z]{2}/g,
  /setStatusBarMessage\(\s*["`][^"`]*[a-z]{2}/g,
  /\.(?:message|title|placeholder|prompt|text) =\s*["`][^"`$]*[a-z]{2}/g,
  /\b(?:tooltip|title|detail|placeHolder|prompt|label|text|name): ["`][^"`$]*[a-z]{2} ?[^"`]*["`]/g,
  /new TreeItem\(["`][^"`$]*[a-z]{2}/g,
  // In templates: what is said in an attribute, behind a tag, and before a closing one. The product's own name stays.
  /\b(?:aria-label|aria-roledescription|title|placeholder)="[^"$]*[A-Za-z]{2}[^"]*"/g,
  /<[a-z][^<>]*>\s*(?!Quaestio<)[A-Za-z][^<>{}`]*(?:<|\$\{)/g,
  /(?:[^=>]>|\})\s*(?!Quaestio<)[A-Za-z][^<>{}`;()]*<\//g,
  // Wherever it stands, what reads like a sentence.
  /(?<!\bt\(\s*)(["`])[A-Z][^"`\n]* [^"`\n]*\1/g,
];

const comments = /^\s*(?:\/\/|\/?\*).*$/gm;

/** Each place that stays English, once, as it is written. */
function untranslated(contents: string): readonly string[] {
  const code = contents.replace(comments, "");
  return [...new Set(shown.flatMap((pattern) => code.match(pattern) ?? []))];
}

describe("the strings of the client", function () {
  this.timeout(20_000);

  it("can all be translated", () => {
    assert.deepEqual(
      Object.fromEntries(sources.map(({ file, contents }) => [file, untranslated(contents)]).filter(([, found]) => found?.length)),
      {},
    );
  });

  it("do not stand in style sheets, where none can be translated", () => {
    const sheets = readdirSync(client, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".css"));
    const words = (file: string) => readFileSync(join(client, file), "utf8").match(/content: *["'][^"']*\p{L}/gu) ?? [];
    assert.ok(sheets.length > 3);
    assert.deepEqual(sheets.flatMap(words), []);
  });

  it("are seen where one would stay English", () => {
    for (const planted of [
      'void window.showInformationMessage("Open a note first.");',
      "view.message = `Reading notes…`;",
      'new TreeItem("and more");',
      'pick.title = "Go to Question";',
      '{ label: "Nothing here", alwaysShow: true }',
      '{ by: "cited", name: "Cited" }',
      'return html`<p class="state">reading <b></b></p>`;',
      "return html`<span></span> all of it</p>`;",
      'return html`<nav aria-label="topics around"></nav>`;',
      'const why = isTold ? "" : "Nobody knows why.";',
    ])
      assert.ok(untranslated(planted).length > 0, planted);
  });

  it("are not seen where one is translated, is a name or is never shown", () => {
    for (const fine of [
      'view.message = l10n.t("Reading notes…");',
      'l10n.t(\n    "Up and Down walk through the notes.",\n  );',
      "// It says “Read”, or `Read on`.\nconst it = 1;",
      'return html`<nav class="the way" aria-label=""><b></b></nav>`;',
      "<title>Quaestio</title>",
      "const at = new Map<string, Range>(); if (a > b || c < d) return;",
    ])
      assert.deepEqual(untranslated(fine), [], fine);
  });

  it("stand in the bundle that translators begin with: `npm run docs` writes it", async () => {
    const bundle = JSON.parse(readFileSync(join(client, "l10n", "bundle.l10n.json"), "utf8"));
    assert.deepEqual(bundle, await getL10nJson(sources.map(({ contents }) => ({ contents, extension: ".ts" }))));
  });
});
