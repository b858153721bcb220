// Puts the built extension into an editor's extensions folder as an installed one, without packaging it.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
  readonly files: readonly string[];
}

interface Installed {
  readonly identifier: { readonly id: string };
}

/**
 * Copies what the package at `root` publishes into `extensionsDir` and lists it there, in place of an earlier copy.
 * Throws where something that is published is not there.
 * A copy, not a link: uninstalling an extension deletes its folder, and that must never be the project's.
 */
export function placeExtension(root: string, extensionsDir: string): void {
  const manifest: Manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const id = `${manifest.publisher}.${manifest.name}`.toLowerCase();
  const name = `${id}-${manifest.version}`;
  const folder = join(extensionsDir, name);
  rmSync(folder, { recursive: true, force: true });
  for (const file of ["package.json", ...manifest.files]) cpSync(join(root, file), join(folder, file), { recursive: true });
  const list = join(extensionsDir, "extensions.json");
  const installed: Installed[] = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  const location = {
    $mid: 1,
    scheme: "file",
    path: decodeURIComponent(pathToFileURL(folder).pathname),
  };
  const entry = {
    identifier: { id },
    version: manifest.version,
    location,
    relativeLocation: name,
  };
  writeFileSync(list, JSON.stringify([...installed.filter((other) => other.identifier.id !== id), entry]));
}
