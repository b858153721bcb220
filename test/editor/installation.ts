// What tests run in and the project does not depend on: packages with a lock of their own, installed into .hosts on demand, once for a lock file.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { hostsFolder } from "./paths";

/** Takes one line of progress. */
export type Log = (line: string) => void;

/** Something to install. */
export interface Installation {
  /** What the folder's name begins with; no other's begins so. */
  readonly name: string;
  /** What it is, for people: “the editor”. */
  readonly what: string;
  /** About how much it takes on the disk. */
  readonly size: string;
  /** The folder of its `package.json` and `package-lock.json`. */
  readonly packageFolder: string;
  /** What else in that folder decides how it turns out. */
  readonly companions?: readonly string[];
  /** What is done after npm has installed the packages into `folder`. */
  finish?(folder: string): Promise<void>;
}

/**
 * Installs it unless it is there, and gives its folder; the packages are in `node_modules` below that.
 * Says nothing when there is nothing to do. Rejects with one sentence, and npm's first lines, when npm fails.
 */
export async function installed(it: Installation, log: Log): Promise<string> {
  const folder = installedFolder(it);
  // The folder's name is the stamp: it holds the hash of the lock and its companions, and appears in one rename, so it is complete or absent.
  if (!existsSync(folder)) await installInto(folder, it, log);
  return folder;
}

/** Where it is once it is installed. */
export function installedFolder(it: Installation): string {
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", ...(it.companions ?? [])]) hash.update(readFileSync(join(it.packageFolder, file)));
  return join(hostsFolder, `${it.name}-${process.platform}-${process.arch}-${hash.digest("hex").slice(0, 12)}`);
}

/** The lock only saves a second process the work; what keeps the folder whole is the rename at the end. */
async function installInto(folder: string, it: Installation, log: Log): Promise<void> {
  mkdirSync(hostsFolder, { recursive: true });
  const lock = join(hostsFolder, `installing-${it.name}.lock`);
  for (let waited = 0; !taken(lock); waited++) {
    if (waited === 2) log(`Another process is installing ${it.what}: waiting for it …`);
    await delay(500);
  }
  try {
    if (existsSync(folder)) return;
    const begun = Date.now();
    log(`Installing ${it.what} into .hosts (about ${it.size} on disk, once) …`);
    await build(folder, it);
    log(`Installed ${it.what} (${Math.round((Date.now() - begun) / 1000)} s).`);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Whether the lock is now ours. One whose process has died, or that is a quarter of an hour old, is nobody's. */
function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    const owner = age > 1000 ? readFileSync(lock, "utf8") : "";
    if (age > 15 * 60_000 || (owner && !alive(Number(owner)))) rmSync(lock, { force: true });
    return false;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function build(folder: string, it: Installation): Promise<void> {
  clear(isDeadStaging);
  const staging = join(hostsFolder, `staging-${it.name}-${process.pid}`);
  mkdirSync(staging);
  try {
    for (const file of ["package.json", "package-lock.json"]) cpSync(join(it.packageFolder, file), join(staging, file));
    await npm(["ci"], staging, it.what);
    await it.finish?.(staging);
    if (!existsSync(folder)) renameSync(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  clear((name) => name.startsWith(`${it.name}-`) && join(hostsFolder, name) !== folder);
}

function isDeadStaging(name: string): boolean {
  return name.startsWith("staging-") && !alive(Number(name.split("-").at(-1)));
}

/** Removes what earlier installations left; what is still in use may stay. */
function clear(isLeft: (name: string) => boolean): void {
  for (const name of readdirSync(hostsFolder).filter(isLeft)) {
    try {
      rmSync(join(hostsFolder, name), { recursive: true, force: true });
    } catch {
      // An interrupted npm may still be writing there; the next installation tries again.
    }
  }
}

/**
 * Runs npm in a folder. No package runs a script of its own: the native modules they would build are optional, and the lock covers all the rest.
 * Rejects with one sentence that names `what` could not be installed, and npm's first lines.
 */
export function npm(args: readonly string[], cwd: string, what: string): Promise<void> {
  const all = [...args, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--engine-strict=false"];
  const cli = process.env["npm_execpath"];
  const run = cli?.endsWith("npm-cli.js")
    ? spawn(process.execPath, [cli, ...all], { cwd })
    : spawn("npm", all, { cwd, shell: process.platform === "win32" });
  const refused = (why: string) => new Error(`npm could not install ${what}: ${why}`);
  let output = "";
  for (const stream of [run.stdout, run.stderr]) stream.on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    run.on("error", (error) => reject(refused(`it does not start (${error.message}).`)));
    run.on("close", (code) => {
      if (code === 0) return resolve();
      const complaint = output.trim().split("\n").slice(0, 12).join("\n");
      reject(refused(`npm ${args[0]} ended with code ${code}.\n${complaint}`));
    });
  });
}
