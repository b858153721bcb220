// The package is handed on with the licences of what is in it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { projectRoot } from "./tempFolder";

const { noticesOf } = require(join(projectRoot, "client", "notices.js")) as { noticesOf(metafiles: readonly object[]): string };

/** Licences that may be in the package; the icons' asks for nothing but to be named. */
const welcome = new Set(["MIT", "ISC", "BSD-3-Clause", "BlueOak-1.0.0", "CC-BY-4.0"]);

const titled = /^-{80}\n(\S+) (\S+) \((.+)\)\n-{80}\n\n/gm;

/** The bundler's account of an output made of files. */
const madeOf = (...files: readonly string[]) => ({
  outputs: { "out.js": { inputs: Object.fromEntries(files.map((file) => [file, {}])) } },
});

describe("the notices of third parties", () => {
  const built = readFileSync(join(projectRoot, "dist", "ThirdPartyNotices.txt"), "utf8");

  it("name what the bundles carry, each under a licence that is welcome and with its text", () => {
    const names = [...built.matchAll(titled)].map(([, name = "", , licence = ""]) => {
      assert.ok(welcome.has(licence), `${name}: ${licence}`);
      return name;
    });
    for (const name of ["@lezer/markdown", "@vscode/codicons", "vscode-languageclient", "vscode-languageserver", "yaml"])
      assert.ok(names.includes(name), name);
    assert.ok(!names.includes("mocha"), "what tests alone use is not in the package");
    const texts = built.split(titled).filter((_, index) => index > 0 && index % 4 === 0);
    assert.equal(texts.length, names.length);
    for (const [index, text] of texts.entries()) assert.match(text, /copyright|blue oak/i, names[index]);
  });

  it("name a package once, whichever files and bundles carry it", () =>
    assert.deepEqual(
      [
        ...noticesOf([
          madeOf("node_modules/yaml/a.js", "server/main.ts"),
          madeOf("node_modules/yaml/b.js", "node_modules/@lezer/common/c.js"),
        ]).matchAll(titled),
      ].map(([, name]) => name),
      ["@lezer/common", "yaml"],
    ));

  it("are in the package", () => {
    const { files } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { files: readonly string[] };
    assert.ok(files.includes("dist/ThirdPartyNotices.txt"));
  });
});
