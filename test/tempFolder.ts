// A temporary folder with files in it, and the project's own folder.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Makes a folder with these files, by their paths; a path ending in `/` is an empty folder. */
export function tempFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "quaestio-test-")));
  writeFiles(root, files);
  return root;
}

export function writeFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    const at = join(root, path);
    mkdirSync(path.endsWith("/") ? at : dirname(at), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(at, content);
  }
}

/** The texts of all files of a folder, by their paths. */
export function textsIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(folder, path), { throwIfNoEntry: false })?.isFile(),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

export function removeFolder(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

/** Each file of tests is a program of its own: the first that needs the folder leaves its name to the others. */
const cacheVariable = "QUAESTIO_TEST_CACHE";

/** The environment for programs that tests start: what they keep goes into a folder that vanishes with the test process. */
export function testEnvironment(): NodeJS.ProcessEnv {
  if (!process.env[cacheVariable]) {
    const folder = tempFolder();
    process.once("exit", () => removeFolder(folder));
    process.env[cacheVariable] = folder;
  }
  return { ...process.env, XDG_CACHE_HOME: process.env[cacheVariable] };
}

/** The folder of `package.json`, looked for upward from this script. */
export const projectRoot = ((): string => {
  let folder = __dirname;
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
})();
