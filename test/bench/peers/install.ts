// Installs the peers, at their pinned versions, into the git-ignored folder .hosts, once for a lock file.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../tempFolder";

const source = join(projectRoot, "test", "bench", "peers");
const hosts = join(projectRoot, ".hosts");

/** The folder the peers are installed in; installs them first where they are not. Throws with a sentence when npm fails. */
export function installedPeers(): string {
  const lock = readFileSync(join(source, "package-lock.json"));
  const hash = createHash("sha256").update(lock).digest("hex").slice(0, 12);
  const folder = join(hosts, `peers-${process.platform}-${process.arch}-${hash}`);
  if (existsSync(folder)) return folder;
  console.log("Installing the peers into .hosts (about 220 MB on disk, once) …");
  // The folder appears in one rename, so it is complete or absent.
  const staging = join(hosts, `peers-staging-${process.pid}`);
  mkdirSync(staging, { recursive: true });
  try {
    for (const file of ["package.json", "package-lock.json"]) cpSync(join(source, file), join(staging, file));
    npmCi(staging);
    if (!existsSync(folder)) renameSync(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return folder;
}

/** No package runs a script of its own. */
function npmCi(cwd: string): void {
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--engine-strict=false"];
  const cli = process.env["npm_execpath"];
  const run = cli?.endsWith("npm-cli.js")
    ? spawnSync(process.execPath, [cli, ...args], { cwd, encoding: "utf8" })
    : spawnSync("npm", args, { cwd, encoding: "utf8", shell: process.platform === "win32" });
  if (run.error) throw new Error(`npm does not start (${run.error.message}).`);
  if (run.status !== 0) throw new Error(`npm ended with status ${run.status}: ${run.stderr.trim().split("\n").slice(0, 3).join(" ")}`);
}

/** A Node of version 22 or later: the running one, else the one installed with the peers. */
export function recentNode(folder: string): string {
  if (Number(process.versions.node.split(".")[0]) >= 22) return process.execPath;
  const platform = process.platform === "win32" ? "win" : process.platform;
  for (const name of [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]) {
    const binary = join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
    if (existsSync(binary)) return binary;
  }
  throw new Error(`It wants Node 22 or later, and none is packaged for ${process.platform}-${process.arch}.`);
}
