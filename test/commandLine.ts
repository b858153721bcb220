// Runs the built command line as a process of its own.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./tempFolder";

export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const script = join(projectRoot, "dist", "cli", "main.node.js");

/** Runs `quaestio` with arguments in a folder. */
export function quaestio(cwd: string, ...args: readonly string[]): Outcome {
  // FORCE_COLOR would colour a terminal: a pipe stays plain all the same.
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "1" },
  });
  return { status, out: stdout, err: stderr };
}
