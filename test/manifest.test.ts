// What the manifest promises: when the extension starts, and that nobody else's defaults are touched.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { projectRoot } from "./tempFolder";

const manifest = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));

describe("the manifest", () => {
  it("starts the extension on Markdown files and pages that are brought back; the editor adds its views and commands by itself", () => {
    assert.deepEqual(manifest.activationEvents, ["onLanguage:markdown", "onWebviewPanel:quaestio.topicPage"]);
  });

  it("changes no defaults of the editor and takes over no language", () => {
    assert.deepEqual([manifest.contributes.configurationDefaults, manifest.contributes.languages], [undefined, undefined]);
  });

  it("needs nothing installed beside the package", () => {
    assert.equal(manifest.dependencies, undefined);
  });
});
