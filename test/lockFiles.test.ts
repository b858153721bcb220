// What is installed is what the lock files name, byte for byte, and nothing of it has to run while it is installed.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { projectRoot } from "./tempFolder";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  /** It comes within the package around it, whose hash covers it. */
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
}

/** The packages with a script of their own for their installation, and why nobody needs it who installs with `--ignore-scripts`. */
const scripts: Readonly<Record<string, string>> = {
  esbuild: "only makes its command start sooner: the program comes as a package of its own for each system",
  "@vscode/vsce-sign": "fetches a program that signs extensions; we sign none",
  keytar: "builds what keeps the passwords of publishers; an optional part of vsce",
  "code-server": "an editor that tests run in, whose own scripts are called by name where they are needed",
  argon2: "a part of that editor which checks passwords; it asks for none",
  "@playwright/browser-chromium": "fetches the browser that tests run in",
};

/** What the project itself installs, without what only hosts of tests consist of. */
const ofProject = ["@vscode/vsce-sign", "esbuild", "keytar"];

const folders = readdirSync(join(projectRoot, "test"), { recursive: true, encoding: "utf8" })
  .filter((path) => /(?:^|[\\/])package-lock\.json$/.test(path) && !path.includes("node_modules"))
  .map((path) => join("test", path));

function packagesIn(path: string): readonly (readonly [name: string, Locked])[] {
  const { lockfileVersion, packages } = JSON.parse(readFileSync(join(projectRoot, path), "utf8"));
  assert.equal(lockfileVersion, 3);
  return Object.entries(packages as Readonly<Record<string, Locked>>).filter(([name]) => name !== "");
}

const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
const scripted = (path: string) => packagesIn(path).flatMap(([name, { hasInstallScript }]) => (hasInstallScript ? [nameOf(name)] : []));

for (const path of ["package-lock.json", ...folders])
  describe(`the lock file ${path}`, () => {
    it("has a hash of every package", () => {
      const locked = packagesIn(path);
      assert.ok(locked.length > 0);
      for (const [name, { integrity, inBundle, link }] of locked) {
        assert.equal(link, undefined, name);
        if (!inBundle) assert.match(integrity ?? "", /^sha512-[A-Za-z0-9+/]{86}==$/, name);
      }
    });

    it("names no place but npm's registry", () => {
      for (const [name, { resolved }] of packagesIn(path))
        assert.match(resolved ?? "https://registry.npmjs.org/", /^https:\/\/registry\.npmjs\.org\//, name);
    });

    it("names no script of an installation that we do not know", () => {
      assert.deepEqual(
        scripted(path).filter((name) => !Object.hasOwn(scripts, name)),
        [],
      );
    });
  });

describe("the project", () => {
  it("installs the scripts of three packages, none of which it needs", () =>
    assert.deepEqual([...new Set(scripted("package-lock.json"))].sort(), ofProject));

  it("lets npm run none of them", () => assert.match(readFileSync(join(projectRoot, ".npmrc"), "utf8"), /^ignore-scripts=true$/m));

  it("runs nothing of its own when it is installed, and brings nothing along", () => {
    const { scripts: own = {}, dependencies = {} } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
    const byNpm = ["preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare", "postprepare"];
    assert.deepEqual([Object.keys(own).filter((name) => byNpm.includes(name)), dependencies], [[], {}]);
  });
});
