// What a measurement has to say about the machine and the state of the project it was made on.
import { spawnSync } from "node:child_process";
import { cpus, loadavg, platform, release, totalmem } from "node:os";
import { projectRoot } from "../tempFolder";

export interface Machine {
  readonly cpus: number;
  readonly model: string;
  /** In megabytes. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
}

export function machine(): Machine {
  return {
    cpus: cpus().length,
    model: cpus()[0]?.model ?? "unknown",
    memory: Math.round(totalmem() / 1024 / 1024),
    system: `${platform()} ${release()}`,
    node: process.version,
  };
}

/** How many processes wanted to run in the last minute; 0 where the system does not tell. */
export const load = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;

/** The commit that was measured, with a `+` where files differ from it; undefined outside a repository. */
export function commit(): string | undefined {
  const git = (...args: readonly string[]) => spawnSync("git", args, { cwd: projectRoot, encoding: "utf8" });
  const head = git("rev-parse", "--short", "HEAD");
  if (head.status !== 0) return undefined;
  return head.stdout.trim() + (git("status", "--porcelain").stdout.trim() === "" ? "" : "+");
}
