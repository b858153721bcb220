// What the extension costs an editor that starts it: measured in a real one, since a stand-in would load and call it in its own way.
// No part of the large table: the client's own code does the same for every vault, so the sample notes are enough.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "../../editor/findBrowser";
import { areHostsInstalled } from "../../editor/install";
import { projectRoot } from "../../tempFolder";
import type { Sample } from "../measures";
import { type Activation, resultMark } from "./result";

/** Why it cannot be measured here; undefined where it can. Nothing is installed for it: an editor takes a gigabyte. */
export async function reasonAgainstActivation(): Promise<string | undefined> {
  if (!areHostsInstalled()) return "No editor is installed in .hosts; `npm run test:editor` installs one.";
  try {
    await findBrowser();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Measures one activation in an editor of its own. Rejects with what the editor said when it fails. */
export async function measureActivation(): Promise<Activation> {
  const run = spawn(process.execPath, [join(projectRoot, "dist", "test", "bench", "activation", "served.js")], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [run.stdout, run.stderr]) stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  await once(run, "close");
  const result = output.split("\n").find((line) => line.startsWith(resultMark));
  if (result === undefined) throw new Error(`The extension's activation could not be measured.\n${output.trim()}`);
  const { editor, sample } = JSON.parse(result.slice(resultMark.length)) as Activation;
  return { editor, sample: { ...bundleSize(), ...sample } };
}

function bundleSize(): Sample {
  return { "client's code (kB)": statSync(join(projectRoot, "dist", "client", "main.node.js")).size / 1000 };
}
