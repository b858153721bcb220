// Runs the built command line as a process of its own.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectRoot, testEnvironment } from "./tempFolder";

export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const script = join(projectRoot, "dist", "cli", "main.node.js");

/** Runs `quaestio` with arguments in a folder. */
export function quaestio(cwd: string, ...args: readonly string[]): Outcome {
  return quaestioIn({}, cwd, ...args);
}

/** The same with something added to the environment. */
export function quaestioIn(env: Readonly<Record<string, string>>, cwd: string, ...args: readonly string[]): Outcome {
  return run([process.execPath, script, ...args], cwd, env);
}

/** The same for somebody who may write only what the modes of files allow, which are nothing to root. */
export function quaestioWithoutPowers(cwd: string, ...args: readonly string[]): Outcome {
  const isRoot = process.getuid?.() === 0;
  const powerless = isRoot ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : [];
  return run([...powerless, process.execPath, script, ...args], cwd, {});
}

function run([program = "", ...args]: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Outcome {
  // FORCE_COLOR would colour a terminal: a pipe stays plain all the same.
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    // Else a megabyte of output ends the process.
    maxBuffer: Number.POSITIVE_INFINITY,
    env: { ...testEnvironment(), FORCE_COLOR: "1", ...env },
  });
  return { status, out: stdout, err: stderr };
}

/** Runs `quaestio` for a reader that goes away before it reads anything. */
export async function quaestioUnread(cwd: string, ...args: readonly string[]): Promise<Omit<Outcome, "out">> {
  const run = spawn(process.execPath, [script, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"], env: testEnvironment() });
  run.stdout.destroy();
  let err = "";
  run.stderr.setEncoding("utf8").on("data", (chunk) => (err += chunk));
  const [status] = await once(run, "close");
  return { status, err };
}

/** The same while this process goes on; one that waits for ever is ended. */
export async function quaestioPatiently(cwd: string, ...args: readonly string[]): Promise<Outcome> {
  const run = spawn(process.execPath, [script, ...args], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: testEnvironment(),
    timeout: 20_000,
  });
  let [out, err] = ["", ""];
  run.stdout.setEncoding("utf8").on("data", (chunk) => (out += chunk));
  run.stderr.setEncoding("utf8").on("data", (chunk) => (err += chunk));
  const [status] = await once(run, "close");
  return { status, out, err };
}
