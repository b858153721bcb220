// Loaded before a program (`node --require`): each path that it hands to the file system is written down, whatever for.
import childProcess from "node:child_process";
import fs from "node:fs";

/** The file that takes a line for each call: its name and its paths, as JSON. */
const told = process.env["QUAESTIO_RECORDED"] ?? "";

const append = fs.appendFileSync;
let isOwn = false;

/** What takes a path, in each of its forms; what takes the number of an open file got that by its path. */
const ofOne =
  "access appendFile chmod chown createReadStream createWriteStream exists lchown lstat lutimes mkdir mkdtemp open openAsBlob opendir readFile readdir readlink realpath rm rmdir stat statfs truncate unlink utimes watch watchFile writeFile";
const ofTwo = "copyFile cp link rename symlink";
const programs = "spawn spawnSync exec execSync execFile execFileSync fork";

function record(owner: Record<string, unknown>, name: string, paths: number): void {
  const original = owner[name];
  if (typeof original !== "function") return;
  const recording = function (this: unknown, ...given: unknown[]) {
    const named = given.slice(0, paths).filter((it) => typeof it === "string" || it instanceof URL || Buffer.isBuffer(it));
    if (named.length > 0 && !isOwn) {
      isOwn = true;
      append(told, `${JSON.stringify([name, ...named.map(String)])}\n`);
      isOwn = false;
    }
    return Reflect.apply(original, this, given);
  };
  // `realpath.native` is one more way to ask.
  const { native } = original as unknown as { readonly native?: unknown };
  if (native) {
    Object.assign(recording, { native });
    record(recording as unknown as Record<string, unknown>, "native", paths);
  }
  Object.defineProperty(owner, name, { configurable: true, writable: true, value: recording });
}

for (const [names, paths] of [
  [ofOne, 1],
  [ofTwo, 2],
] as const)
  for (const name of names.split(" ")) {
    record(fs.promises as unknown as Record<string, unknown>, name, paths);
    for (const form of [name, `${name}Sync`]) record(fs as unknown as Record<string, unknown>, form, paths);
  }
for (const name of programs.split(" ")) record(childProcess as unknown as Record<string, unknown>, name, 1);
