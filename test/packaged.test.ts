// What is in npm's package; the editor's, which has no MCP server, is looked at where it is installed.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, it } from "mocha";
import { projectRoot } from "./tempFolder";

describe("the package for npm", function () {
  this.timeout(60_000);

  it("has the bundle of each door", () => {
    const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
    const told = execFileSync("npm", args, {
      ...{ cwd: projectRoot, encoding: "utf8", shell: process.platform === "win32" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const files: readonly string[] = JSON.parse(told)[0].files.map(({ path }: { readonly path: string }) => path);
    assert.deepEqual(files.filter((file) => /^dist\/\w+\/main\.node\.js$/.test(file)).sort(), [
      "dist/cli/main.node.js",
      "dist/client/main.node.js",
      "dist/mcp/main.node.js",
      "dist/server/main.node.js",
    ]);
    assert.deepEqual(
      files.filter((file) => file.startsWith("dist/test/")),
      [],
    );
  });
});
