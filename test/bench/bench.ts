// `npm run bench`: measures Quaestio on made-up vaults of several sizes, beside the limit and on request beside others.
//   npm run bench -- [--notes 100,1000,10000] [--runs 5] [--seed 1] [--peers vscode,foam] [--profile]
// Prints one table of medians, below it what the extension costs an editor that starts it, and writes bench.json. Every run starts a
// fresh server with a cache folder of its own: nothing is kept between runs, but the files are in the memory of the system, as they are
// for the limit. Exit status 1: what was reported is not what was planted; 2: misuse.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { version } from "../../package.json";
import { projectRoot } from "../tempFolder";
import { measureActivation, reasonAgainstActivation } from "./activation/measure";
import type { Activation } from "./activation/result";
import { limitOf } from "./limit";
import { commit, load, machine } from "./machine";
import type { Sample } from "./measures";
import { measureOurs } from "./ours";
import { type Peer, peersNamed } from "./peers";
import { count, duration, limitName, listOf, type Measured, mediansOf, tableOf } from "./table";
import { cachedVault } from "./vault";

interface Wishes {
  readonly notes: readonly number[];
  readonly runs: number;
  readonly seed: number;
  readonly peers: readonly Peer[];
  /** The folder for profiles; undefined where none are wanted. */
  readonly profile: string | undefined;
}

/** From this size on one run is enough: what takes so long varies little. */
const runOnceFrom = 50_000;
const resultFile = join(projectRoot, "bench.json");

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const wishes = wishesIn(process.argv.slice(2));
  const loadBefore = load();
  const measured: Measured[] = [];
  for (const notes of wishes.notes) measured.push(await measure(notes, wishes));
  console.log(`\n${tableOf(measured)}\n`);
  console.log("Medians of all runs, a fresh process each, the files in the system's memory. L: listing, reading and searching all notes.");
  console.log("Edits: less the 150 ms the server waits for typing to rest. New title: of a note that up to 1 000 others name by it.");
  console.log("References: each of 100 notes once, and the note that most links lead to.");
  const activations = await activationsOf(wishes);
  console.log(`\nLoad of the machine: ${loadBefore} before, ${load()} after.`);
  if (wishes.profile)
    console.log(
      `Profiles of the server, for the developer tools of a browser: ${wishes.profile} (times with a profile are longer than without)`,
    );
  const about = { version, commit: commit(), at: new Date().toISOString(), machine: machine(), load: [loadBefore, load()] };
  const sizes = measured.map((size) => ({ notes: size.notes, medians: mediansOf(size), samples: size.samples }));
  const peers = wishes.peers.map(({ name, version: measuredVersion }) => ({ name, version: measuredVersion }));
  writeFileSync(resultFile, `${JSON.stringify({ ...about, seed: wishes.seed, peers, sizes, activations }, null, 2)}\n`);
}

/** Prints what activation costs in a real editor; empty, with the reason printed, where there is none. */
async function activationsOf({ runs }: Wishes): Promise<readonly Activation[]> {
  const reason = await reasonAgainstActivation();
  if (reason !== undefined) {
    console.log(`\nThe extension's activation was not measured. ${reason}`);
    return [];
  }
  const activations: Activation[] = [];
  while (activations.length < runs) activations.push(await measureActivation());
  console.log(`\nThe extension in VS Code ${activations[0]?.editor}, each time in a fresh one:\n`);
  console.log(`${listOf(activations.map(({ sample }) => sample))}\n`);
  console.log("Loading and call by the editor's own clock; the rest from its wish to activate, with what else it does meanwhile.");
  return activations;
}

/** The limit, Quaestio and its peers take turns, so that what else the machine does falls on all of them. */
async function measure(notes: number, { runs, seed, peers, profile }: Wishes): Promise<Measured> {
  const vault = cachedVault({ notes, seed });
  limitOf(vault.folder);
  const samples: Sample[] = [];
  const able = new Set(peers);
  for (let run = 1; run <= (notes >= runOnceFrom ? 1 : runs); run++) {
    const before = limitOf(vault.folder);
    const ours = await measureOurs(vault, profile === undefined ? {} : { profile });
    // A single pass is short enough to be disturbed as a whole; the quicker of two seldom is.
    const limit = Math.min(before.milliseconds, limitOf(vault.folder).milliseconds);
    const theirs: Sample[] = [];
    for (const peer of able) {
      try {
        theirs.push(await peer.measure(vault));
      } catch (error) {
        able.delete(peer);
        console.log(`${peer.name} could not be run: ${error instanceof Error ? error.message : error}`);
      }
    }
    samples.push(Object.assign({ [limitName]: limit }, ours, ...theirs));
    console.log(`${count(notes)} notes, run ${run}: loaded in ${duration(ours["cold load"] ?? 0)}, L ${duration(limit)}`);
  }
  return { notes, samples };
}

function wishesIn(args: readonly string[]): Wishes {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        notes: { type: "string", default: "100,1000,10000" },
        runs: { type: "string", default: "5" },
        seed: { type: "string", default: "1" },
        peers: { type: "string", default: "" },
        profile: { type: "boolean", default: false },
      },
    });
    return {
      notes: values.notes
        .split(",")
        .map(wholeNumber)
        .sort((a, b) => a - b),
      runs: wholeNumber(values.runs),
      seed: wholeNumber(values.seed),
      peers: peersNamed(values.peers.split(",").filter((name) => name !== "")),
      profile: values.profile ? join(projectRoot, ".profiles", new Date().toISOString().replace(/\W/g, "-")) : undefined,
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`“${text}” is no whole number above zero.`);
  return number;
}
