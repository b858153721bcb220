// The core of Foam: from the start of a process until its workspace, its graph and its tags are there.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectRoot } from "../../tempFolder";
import type { Sample } from "../measures";
import type { Vault } from "../vault";
import type { FoamResult } from "./foamProcess";
import { installedPeers } from "./install";

/** Measures once. It checks nothing: its editor part does that for open notes. */
export async function measureFoam({ folder, manifest }: Vault): Promise<Sample> {
  const peers = installedPeers();
  const script = join(projectRoot, "dist", "test", "bench", "peers", "foamProcess.js");
  const started = performance.now();
  const run = spawn(process.execPath, [script, peers, folder, manifest.hub], { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  let complaint = "";
  run.stdout.on("data", (chunk) => (printed += chunk));
  run.stderr.on("data", (chunk) => (complaint += chunk));
  const [status] = await once(run, "close");
  const time = performance.now() - started;
  if (status !== 0) throw new Error(complaint.trim().split("\n").slice(0, 3).join(" ") || `Its process ended with status ${status}.`);
  const { notes, backlinks, memory } = JSON.parse(printed) as FoamResult;
  if (notes !== manifest.notes || backlinks === 0) throw new Error(`It read ${notes} notes and found ${backlinks} links to the hub.`);
  return { "foam: start to graph": time, "foam: peak memory (MB)": memory };
}
