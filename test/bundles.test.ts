// What the built bundles ask for at run time: those for the browser nothing of Node, and none anything that is not in the package.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { describe, it } from "mocha";
import { projectRoot } from "./tempFolder";

/** The modules that a script asks its surroundings for, by the calls that a bundler leaves in it. */
function modulesAskedFor(script: string): readonly string[] {
  const calls = script.matchAll(/\b(?:require|import)\(\s*(["'`])([^"'`]*)\1\s*\)|^import\s.*?from\s*(["'])([^"']+)\3/gm);
  return [...new Set([...calls].map(([, , called, , imported]) => called ?? imported ?? ""))].sort();
}

const bundle = (name: string) => readFileSync(join(projectRoot, "dist", `${name}.js`), "utf8");
const isBuiltin = (name: string) => builtinModules.includes(name.replace(/^node:/, ""));

describe("the bundles", () => {
  for (const [name, allowed] of [
    ["client/main.browser", ["vscode"]],
    ["server/main.browser", []],
    ["page/main", []],
  ] as const)
    it(`${name} asks for ${allowed.join() || "nothing"}: it runs in a browser`, () => {
      assert.deepEqual(modulesAskedFor(bundle(name)), allowed);
    });

  for (const [name, allowed] of [
    ["client/main.node", ["vscode"]],
    // Where it is asked for: it is in npm's package alone.
    ["cli/main.node", ["../mcp/main.node.js"]],
  ] as const)
    it(`${name} asks for nothing but Node's own modules${allowed.length > 0 ? ` and ${allowed.join()}` : ""}`, () => {
      const asked = modulesAskedFor(bundle(name));
      assert.ok(asked.some(isBuiltin), "the test sees what a bundle asks for");
      assert.deepEqual(
        asked.filter((it) => !isBuiltin(it)),
        allowed,
      );
    });

  it("are all that the manifest names", () => {
    const { main, browser, bin } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
    for (const path of [main, browser, bin.quaestio]) assert.ok(readFileSync(join(projectRoot, path)).length > 0, path);
  });
});
