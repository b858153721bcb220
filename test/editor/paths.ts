// Where the project and the editors installed for it live, whichever bundle asks.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the project's package.json. Throws when this code runs outside the project. */
export const projectRoot = rootAbove(__dirname);

/** The git-ignored folder everything here installs and writes into. */
export const hostsFolder = join(projectRoot, ".hosts");

/** The pinned package the editors are installed from. */
export const hostsPackage = join(projectRoot, "test", "editor", "hosts");

/** The pinned package of the oldest editor that the manifest asks for. */
export const oldestPackage = join(projectRoot, "test", "editor", "oldest");

/** The built script `name` of this folder: bundles run from anywhere, so its place is never relative to them. */
export function builtScript(name: string): string {
  return join(projectRoot, "dist", "test", "editor", `${name}.js`);
}

function rootAbove(folder: string): string {
  if (existsSync(join(folder, "test", "editor", "hosts", "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("The editor scripts must run from inside the project's folder.");
  return rootAbove(parent);
}
