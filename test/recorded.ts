// Runs programs of ours with each path recorded that they hand to the file system, and tells which of these lie elsewhere.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { projectRoot } from "./tempFolder";

/** What Node is told so that the program it runs is recorded. */
export const recording: readonly string[] = ["--require", join(projectRoot, "dist", "test", "recordPaths.js")];

export class Recorded {
  readonly environment: Readonly<Record<string, string>>;

  /** Records into a file, which is made. Calls within the folders `own` are as they should be. */
  constructor(
    readonly file: string,
    readonly cwd: string,
    readonly own: readonly string[],
  ) {
    this.environment = { QUAESTIO_RECORDED: file };
    this.forget();
  }

  forget(): void {
    writeFileSync(this.file, "");
  }

  /** All calls, each as its name and its paths. */
  calls(): readonly string[] {
    return readFileSync(this.file, "utf8").split("\n").slice(0, -1);
  }

  /** The calls that run other programs, and those that lead out of the program's own folders, or would on a system to which a backslash is a step into another folder. */
  outside(): readonly string[] {
    const own = [projectRoot, this.file, ...this.own];
    const isOwn = (path: string) => {
      const whole = path.startsWith("file://") ? fileURLToPath(path) : resolve(this.cwd, path);
      if (/(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path)) return false;
      return own.some((folder) => whole === folder || whole.startsWith(`${folder}${sep}`));
    };
    return [...new Set(this.calls())].filter((call) => {
      const [name = "", ...paths] = JSON.parse(call) as string[];
      return /^(?:spawn|exec|fork)/.test(name) || !paths.every(isOwn);
    });
  }
}
