// Every string of the client that a person reads can be translated: it goes through `vscode.l10n`, and the bundle for translators has it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getL10nJson } from "@vscode/l10n-dev";
import { describe, it } from "mocha";
import { projectRoot } from "./tempFolder";

const client = join(projectRoot, "client");
/** The page runs in a webview, the preview's plugin and a few words in tests without an editor: they have no module `vscode`. */
const elsewhere = /^(?:topicPage\/page\/|preview\/|paperWords)/;
const sources = readdirSync(client, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts") && !elsewhere.test(file))
  .map((file) => ({ file, contents: readFileSync(join(client, file), "utf8") }));

/** Where the editor shows a text: what begins in letters there and is no call would stay English. */
const shown = [
  /show(?:Information|Warning|Error|StatusBar)Message\(\s*["`][^"`]*[a-z]{2}/g,
  /setStatusBarMessage\(\s*["`][^"`]*[a-z]{2}/g,
  /\.(?:message|title|placeholder|prompt|text) =\s*["`][^"`$]*[a-z]{2}/g,
  /\b(?:tooltip|title|detail|placeHolder|prompt|label): ["`][^"`$]*[a-z]{2} ?[^"`]*["`]/g,
  /new TreeItem\(["`][^"`$]*[a-z]{2}/g,
];

function untranslated(contents: string): readonly string[] {
  return shown.flatMap((pattern) => contents.match(pattern) ?? []);
}

describe("the strings of the client", function () {
  this.timeout(20_000);

  it("can all be translated", () => {
    assert.deepEqual(
      Object.fromEntries(sources.map(({ file, contents }) => [file, untranslated(contents)]).filter(([, found]) => found?.length)),
      {},
    );
  });

  it("are seen where one would stay English", () => {
    for (const planted of [
      'void window.showInformationMessage("Open a note first.");',
      "view.message = `Reading notes…`;",
      'new TreeItem("and more");',
      'pick.title = "Go to Question";',
      '{ label: "Nothing here", alwaysShow: true }',
    ])
      assert.equal(untranslated(planted).length, 1, planted);
  });

  it("stand in the bundle that translators begin with: `npm run docs` writes it", async () => {
    const bundle = JSON.parse(readFileSync(join(client, "l10n", "bundle.l10n.json"), "utf8"));
    assert.deepEqual(bundle, await getL10nJson(sources.map(({ contents }) => ({ contents, extension: ".ts" }))));
  });
});
