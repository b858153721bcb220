// What is in npm's package; the editor's, which has no MCP server, is looked at where it is installed.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { projectRoot, removeFolder, tempFolder, testEnvironment } from "./tempFolder";

describe("the package for npm", function () {
  this.timeout(60_000);

  it("has the bundle of each door", () => {
    const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
    const told = execFileSync("npm", args, {
      ...{ cwd: projectRoot, encoding: "utf8", shell: process.platform === "win32" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const files: readonly string[] = JSON.parse(told)[0].files.map(({ path }: { readonly path: string }) => path);
    assert.deepEqual(files.filter((file) => /^dist\/\w+\/main\.\w+\.js$/.test(file)).sort(), [
      "dist/cli/main.node.js",
      "dist/client/main.browser.js",
      "dist/client/main.node.js",
      "dist/mcp/main.node.js",
      "dist/server/main.browser.js",
    ]);
    assert.deepEqual(
      files.filter((file) => file.startsWith("dist/test/")),
      [],
    );
  });

  it("is all that somebody needs to check notes, once it is installed", () => {
    const folder = tempFolder({ "notes/a.md": "# A?\n\n[[Nobody]]\n", "package.json": "{}" });
    const npm = (...args: readonly string[]) =>
      execFileSync("npm", args, { cwd: folder, stdio: "ignore", shell: process.platform === "win32", env: testEnvironment() });
    try {
      npm("pack", projectRoot, "--ignore-scripts");
      const packed = readdirSync(folder).find((name) => name.endsWith(".tgz"));
      assert.ok(packed);
      npm("install", "--offline", "--no-audit", "--no-fund", join(folder, packed));
      const { status, stdout } = spawnSync("npx", ["--no-install", "quaestio", "check", "notes"], {
        ...{ cwd: folder, encoding: "utf8", shell: process.platform === "win32", env: testEnvironment() },
      });
      assert.deepEqual(
        [status, stdout],
        [1, "a.md:3:3 error broken-reference No note, file or image answers “Nobody”.\n1 problem in 1 note (1 error).\n"],
      );
    } finally {
      removeFolder(folder);
    }
  });
});
