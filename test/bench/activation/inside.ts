// Runs in the editor's extension host: activates the extension, once, and prints what that took by the editor's clock and by ours.
import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { format } from "node:util";
import * as vscode from "vscode";
import { tagConsole, tagVariable } from "../../editor/inside/voice";
import { type Activation, resultMark } from "./result";

const id = "quaestio.quaestio";

/** The entry point an editor calls with `--extensionTestsPath`. Rejects with a sentence when nothing can be measured. */
export async function run(): Promise<void> {
  const tag = process.env[tagVariable];
  if (tag) tagConsole(tag, format);
  const extension = vscode.extensions.getExtension<{ readonly loaded: Promise<void> }>(id);
  if (!extension || extension.isActive) throw new Error("The extension is missing, or active before it was asked for.");
  // What other extensions do at the start of an editor would count as ours.
  await hostAtRest();
  const started = performance.now();
  const asking = serverAsked(extension.extensionPath);
  const { loaded } = await extension.activate();
  const asked = await asking;
  await loaded;
  const notesRead = performance.now();
  const { load, call } = await editorsAccount();
  const activation: Activation = {
    editor: vscode.version,
    sample: {
      "code loaded": load,
      "call of activate()": call,
      "until the server is asked": asked - started,
      "until the notes are read": notesRead - started,
    },
  };
  console.log(resultMark + JSON.stringify(activation));
  console.log("inside: 1 passed, 0 failed");
}

/** Resolves when the extension host had next to nothing to do for two seconds; after half a minute in any case. */
async function hostAtRest(): Promise<void> {
  for (let round = 0, quiet = 0; round < 60 && quiet < 4; round++) {
    const before = performance.eventLoopUtilization();
    await pause(500);
    quiet = performance.eventLoopUtilization(before).utilization < 0.03 ? quiet + 1 : 0;
  }
}

/**
 * When the server's process has been started and sent its first request: all that the client does before the server answers. Node says
 * that a process has started once nothing else is left to do in the same turn, and the client sends its request in that turn.
 */
function serverAsked(extensionPath: string): Promise<number> {
  return new Promise((resolve) => {
    subscribe("child_process", (message) => {
      const { process: child } = message as { readonly process: ChildProcess };
      // The editor's own extensions start processes in this host, too.
      child.once("spawn", () => {
        if (child.spawnargs.some((arg) => arg.startsWith(extensionPath))) resolve(performance.now());
      });
    });
  });
}

/** What the editor itself tells in “Startup Performance”, in whole milliseconds: for loading our code and for the call of `activate`. */
async function editorsAccount(): Promise<{ readonly load: number; readonly call: number }> {
  await vscode.commands.executeCommand("perfview.show");
  for (let attempt = 0; attempt < 100; attempt++) {
    const text = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "perf")?.getText() ?? "";
    // | Extension | Eager | Load Code | Call Activate | Finish Activate | Event | By |
    const [, , , load, call] = (text.split("\n").find((line) => line.startsWith(`| ${id} `)) ?? "").split("|");
    if (load && call) return { load: Number(load), call: Number(call) };
    await pause(100);
  }
  throw new Error("The editor does not tell how long the activation took.");
}
