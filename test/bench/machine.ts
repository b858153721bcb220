// What the system says of itself and of its processes, and the state of the project that is measured.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
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

/** The most memory that a process held so far, in megabytes; undefined where the system does not tell. */
export function peakMemory(pid: number | undefined): number | undefined {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return peak === undefined ? undefined : Number(peak) / 1024;
  } catch {
    return undefined;
  }
}

/** The same of this process. Where there is a file for it `resourceUsage` is no help: on Linux it begins with the peak of the parent. */
export const ownPeakMemory = (): number => peakMemory(process.pid) ?? process.resourceUsage().maxRSS / 1024;

/** How long processors worked for a process so far, in milliseconds; undefined where the system does not tell. */
export function processorTime(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Behind the name, which may hold anything: the 12th and 13th field, in hundredths of a second.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

/** The commit that was measured, with a `+` where files differ from it; undefined outside a repository. */
export function commit(): string | undefined {
  const git = (...args: readonly string[]) => spawnSync("git", args, { cwd: projectRoot, encoding: "utf8" });
  const head = git("rev-parse", "--short", "HEAD");
  if (head.status !== 0) return undefined;
  return head.stdout.trim() + (git("status", "--porcelain").stdout.trim() === "" ? "" : "+");
}
