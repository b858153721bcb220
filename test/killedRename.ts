// Kills `quaestio rename` at random moments, runs it again, and compares the folder with what an uninterrupted run leaves.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync } from "node:fs";
import { chanceFrom } from "./bench/words";
import { cliScript } from "./mcpClient";
import { removeFolder, tempFolder, testEnvironment, textsIn } from "./tempFolder";

const links = [
  "See [[Does it scale?]].",
  "See [[does it scale|whether]] and [[Does it scale?#How far?]].",
  "See [this](../sub/does-it-scale.md) and [[sub/does-it-scale]].",
];

/** A vault in which so many notes link to one in every form. */
export function linkedVault(notes: number): Readonly<Record<string, string>> {
  const linking = Array.from({ length: notes }, (_, at) => [`n/${at}.md`, `# Note ${at}?\n\n${links[at % links.length]}\n`]);
  const own = "---\ntitle: Does it scale?\n---\n# Does it scale?\n\n## How far?\n\n[[Does it scale?]] [here](does-it-scale.md#how-far)\n";
  return { ...Object.fromEntries(linking), "sub/does-it-scale.md": own };
}

const rename = ["rename", "sub/does-it-scale.md", "Does it grow?", "--no-cache"];

/** Runs the rename in a folder; killed after so many milliseconds if it runs so long. Gives its exit status, null where it was killed. */
async function renamedIn(folder: string, killAfter?: number): Promise<number | null> {
  const run = spawn(process.execPath, [cliScript, ...rename], { cwd: folder, stdio: "ignore", env: testEnvironment() });
  const timer = killAfter === undefined ? undefined : setTimeout(() => run.kill("SIGKILL"), killAfter);
  const [status] = await once(run, "exit");
  clearTimeout(timer);
  return status as number | null;
}

export interface Killed {
  /** Runs that were killed before they were done. */
  readonly killed: number;
  /** Of these, those that had changed some files and not yet all. */
  readonly halfDone: number;
  /** What differs after the second run, a line each; none where all went well. */
  readonly faults: readonly string[];
}

/** So many kills at moments that the seed says, in vaults of so many notes. */
export async function killRenames({
  notes,
  kills,
  seed,
}: {
  readonly notes: number;
  readonly kills: number;
  readonly seed: number;
}): Promise<Killed> {
  const chance = chanceFrom(seed);
  const before = tempFolder(linkedVault(notes));
  const whole = tempFolder();
  cpSync(before, whole, { recursive: true });
  const started = Date.now();
  const faults: string[] = [];
  if ((await renamedIn(whole)) !== 0) faults.push("the uninterrupted run failed");
  const time = Date.now() - started;
  const [old, wanted] = [textsIn(before), textsIn(whole)];
  let killed = 0;
  let halfDone = 0;
  for (let kill = 0; kill < kills; kill++) {
    const folder = tempFolder();
    cpSync(before, folder, { recursive: true });
    // Nothing is written in the first part, in which the notes are read.
    const after = Math.round(time * (0.2 + 0.8 * chance()));
    if ((await renamedIn(folder, after)) === null) killed++;
    const between = textsIn(folder);
    const isNew = [...between].filter(([path, text]) => wanted.get(path) === text && old.get(path) !== text).length;
    if (isNew > 0 && isNew < notes + 1) halfDone++;
    for (const [path, text] of between)
      if (
        !path.endsWith(".tmp") &&
        text !== old.get(path) &&
        text !== wanted.get(path) &&
        !(path === "sub/does-it-grow.md" && text === old.get("sub/does-it-scale.md"))
      )
        faults.push(`killed after ${after} ms: ${path} is neither old nor new`);
    const again = await renamedIn(folder);
    if (again !== 0) faults.push(`killed after ${after} ms: the second run ended with ${again}`);
    const end = textsIn(folder);
    for (const path of new Set([...end.keys(), ...wanted.keys()]))
      if (end.get(path) !== wanted.get(path)) faults.push(`killed after ${after} ms: ${path} differs after the second run`);
    removeFolder(folder);
  }
  for (const folder of [before, whole]) removeFolder(folder);
  return { killed, halfDone, faults };
}
