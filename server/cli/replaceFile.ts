// Files are replaced as a whole: whoever reads one meets the old text or the new one, whenever we or the machine stop.
import { closeSync, existsSync, fchmodSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { reasonOf } from "../host/nodeFiles";
import { Misuse } from "./arguments";

/**
 * Writes the bytes beside the file and puts them into its place, which is one step (rename(2)). The file keeps its mode; where it is a symbolic
 * link, what it leads to is replaced. Throws `Misuse` with a sentence where the disk takes nothing; the file is then what it was.
 */
export function replaceFile(path: string, bytes: Buffer | string): void {
  const place = existsSync(path) ? realpathSync(path) : path;
  const beside = join(dirname(place), `.quaestio-${process.pid}.tmp`);
  try {
    const mode = statSync(place, { throwIfNoEntry: false })?.mode;
    // Nothing that lies there is written into: it could be a link to somewhere else.
    rmSync(beside, { force: true });
    const descriptor = openSync(beside, "wx");
    try {
      writeFileSync(descriptor, bytes);
      if (mode !== undefined) fchmodSync(descriptor, mode);
      // Else a machine that loses power may have the new name before the new text.
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { force: true });
    throw unwritable(path, error);
  }
}

/** Removes what processes that were killed left beside files; `paths` are those of a folder, relative to it. */
export function clearLeftovers(folder: string, paths: Iterable<string>): void {
  for (const path of paths) {
    const owner = /(?:^|\/)\.quaestio-(\d+)\.tmp$/.exec(path)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(folder, path), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What to throw where a file could not be written. */
export function unwritable(path: string, error: unknown): Misuse {
  return new Misuse(`Nothing was changed: ${path} cannot be written: ${reasonOf(error)}.`);
}
