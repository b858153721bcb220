// Uses a server for a while as an editor and everything around it would: `npm run soak`, or `npm run soak -- MINUTES NOTES SEED`. At the end it has to
// know what is on the disk, have no more memory than in the beginning, and rest.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Diagnostic } from "vscode-languageserver/node";
import { writeVault } from "../bench/vault";
import { type Chance, chanceFrom } from "../bench/words";
import { quaestio } from "../commandLine";
import { removeFolder, tempFolder } from "../tempFolder";
import { uriOf, WireClient } from "../wireClient";

export interface SoakOptions {
  /** Milliseconds of use. */
  readonly time: number;
  readonly notes: number;
  readonly seed: number;
  /** Whether it is to be watched at rest as well, which takes two minutes and a half more. */
  readonly watchesRest: boolean;
}

export interface Soaked {
  readonly steps: number;
  readonly comparisons: number;
  /** What was not as it should be, a sentence each. */
  readonly faults: readonly string[];
  /** Bytes that the server held when it was warm, and at the end. */
  readonly memory: readonly [warm: number, end: number];
  /** The part of a processor's time that it took with nothing to do; 0 where nobody watched. */
  readonly idle: number;
}

const below = (chance: Chance, limit: number) => Math.floor(chance() * limit);

export async function soak({ time, notes, seed, watchesRest }: SoakOptions): Promise<Soaked> {
  const root = tempFolder();
  writeVault(root, { notes, seed });
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=s", "-c", "user.email=s@x", "-c", "gc.auto=0", ...args], { cwd: root, stdio: "ignore" });
  branches(root, git);
  // Its memory is measured, so that it is not asked to compare by itself.
  const client = await WireClient.loaded([root], { compares: false });
  const world = new World(root, client, chanceFrom(seed), git);
  const faults: string[] = [];
  let [steps, comparisons, warm] = [0, 0, 0];
  const end = Date.now() + time;
  const compared = async () => {
    comparisons++;
    faults.push(...(await world.differences()));
  };
  try {
    for (let next = Date.now() + time / 10; Date.now() < end && faults.length === 0; steps++) {
      await world.step();
      if (Date.now() < next) continue;
      next += time / 10;
      await compared();
      if (warm === 0) warm = world.memory();
    }
    await compared();
    const memory = world.memory();
    return { steps, comparisons, faults, memory: [warm, memory], idle: watchesRest ? await world.idleLoad() : 0 };
  } finally {
    await client.stop();
    removeFolder(root);
  }
}

/** A second branch, in which a fifth of the notes say something else, some are gone and some are new. */
function branches(root: string, git: (...args: readonly string[]) => void): void {
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-q", "-m", "notes");
  git("checkout", "-q", "-b", "other");
  const files = notesIn(root);
  for (const [at, path] of files.entries()) {
    if (at % 5 !== 0) continue;
    if (at % 50 === 0) rmSync(join(root, path));
    else if (at % 20 === 0) writeFileSync(join(root, path.replace(/\.md$/, "-new.md")), `# Is note ${at} new?\n\n[[Nobody knows ${at}]]\n`);
    else writeFileSync(join(root, path), `${readFileSync(join(root, path), "utf8")}\n\nOnly here: [[Elsewhere ${at}]].\n`);
  }
  git("add", "-A");
  git("commit", "-q", "-m", "other notes");
  git("checkout", "-q", "main");
}

const notesIn = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md") && !path.startsWith(".git"));

class World {
  #isOther = false;
  #open: string | undefined;

  constructor(
    readonly root: string,
    readonly client: WireClient,
    readonly chance: Chance,
    readonly git: (...args: readonly string[]) => void,
  ) {}

  async step(): Promise<void> {
    const kind = this.chance();
    if (kind < 0.6) await this.#type();
    else if (kind < 0.75) await this.#write();
    else if (kind < 0.85) await this.#move();
    else if (kind < 0.93) await this.#delete();
    else if (kind < 0.96) await this.#ask();
    else if (kind < 0.98) await this.#switchBranch();
    else await this.client.ask("quaestio/rescan", { reach: "all" });
    await pause(10);
  }

  #any(): string {
    const files = notesIn(this.root);
    return files[below(this.chance, files.length)] as string;
  }

  #text = (path: string) => readFileSync(join(this.root, path), "utf8");

  /** Tells of a file as watchers do: mostly once, sometimes twice, sometimes not at all. */
  async #tell(type: 1 | 2 | 3, path: string): Promise<void> {
    const times = this.chance() < 0.8 ? 1 : below(this.chance, 3);
    for (let left = times; left > 0; left--) await this.client.files(type, uriOf(this.root, path));
  }

  /** Edits that are not saved, in one document after the other. */
  async #type(): Promise<void> {
    if (this.#open === undefined || this.chance() < 0.1) {
      await this.#close();
      const path = this.#any();
      this.#open = path;
      await this.client.open(uriOf(this.root, path), this.#text(path));
      return;
    }
    const added = `\n\n[[${this.chance() < 0.5 ? "Nobody asked this" : "Is note 5 new?"}]] ${below(this.chance, 1000)}`;
    if (existsSync(join(this.root, this.#open)))
      await this.client.change(uriOf(this.root, this.#open), `${this.#text(this.#open)}${added}`);
  }

  async #close(): Promise<void> {
    if (this.#open !== undefined) await this.client.close(uriOf(this.root, this.#open));
    this.#open = undefined;
  }

  async #write(): Promise<void> {
    const path = this.#any();
    writeFileSync(join(this.root, path), `${this.#text(path).slice(0, 3000)}\n\n[[Written ${below(this.chance, 50)}]]\n`);
    await this.#tell(2, path);
  }

  async #move(): Promise<void> {
    const path = this.#any();
    const to = `moved/${below(this.chance, 100)}/${path.split("/").at(-1)}`;
    mkdirSync(dirname(join(this.root, to)), { recursive: true });
    renameSync(join(this.root, path), join(this.root, to));
    await this.#tell(3, path);
    await this.#tell(1, to);
  }

  async #delete(): Promise<void> {
    const path = this.#any();
    rmSync(join(this.root, path));
    await this.#tell(3, path);
  }

  async #ask(): Promise<void> {
    const uri = uriOf(this.root, this.#any());
    await Promise.all([
      this.client.ask("quaestio/related", { uri }),
      this.client.ask("quaestio/links", { uri }),
      this.client.ask("quaestio/topics", {}),
      this.client.request("workspace/symbol", { query: "note" }),
    ]);
  }

  /** Thousands of files at once, of which one event tells as coalesced watchers do: the folder. */
  async #switchBranch(): Promise<void> {
    this.git("reset", "-q", "--hard");
    this.git("clean", "-fdq");
    this.#isOther = !this.#isOther;
    this.git("checkout", "-q", "-f", this.#isOther ? "other" : "main");
    const files = notesIn(this.root);
    for (let at = 0; at < files.length; at += 3) await this.client.files(2, uriOf(this.root, files[at] as string));
  }

  /** Closes everything, has lost events made good, and compares what the client was told with what a fresh reading of the disk finds. */
  async differences(): Promise<readonly string[]> {
    await this.#close();
    await this.client.ask("quaestio/rescan", { reach: "all" });
    const fresh: { problems: (Diagnostic & { file: string })[] } = JSON.parse(
      quaestio(this.root, "check", "--format", "json", "--no-cache", "--fail-on", "never").out,
    );
    const wanted = counted(fresh.problems.map((it) => problemOf(it.file, it)));
    let had = new Map<string, number>();
    // What is told comes in slices.
    for (let tries = 0; tries < 100; tries++) {
      const told = [...this.client.problems()].flatMap(([uri, { diagnostics }]) =>
        diagnostics.map((it) => problemOf(decodeURIComponent(uri.slice(uriOf(this.root).length + 1)), it)),
      );
      had = counted(told);
      if (isSame(had, wanted)) return [];
      await pause(100);
    }
    const all = [...new Set([...had.keys(), ...wanted.keys()])];
    return all
      .filter((key) => had.get(key) !== wanted.get(key))
      .slice(0, 5)
      .map((key) => `${key}: told ${had.get(key) ?? 0}, is ${wanted.get(key) ?? 0}`);
  }

  memory(): number {
    return 1024 * Number(execFileSync("ps", ["-o", "rss=", "-p", String(this.client.process.pid)], { encoding: "utf8" }));
  }

  /** A minute without a message, after the work of before has come to its end. */
  async idleLoad(): Promise<number> {
    await pause(90_000);
    const before = this.#processorTime();
    await pause(60_000);
    return (this.#processorTime() - before) / 60;
  }

  /** Seconds, by proc(5). */
  #processorTime(): number {
    const fields = readFileSync(`/proc/${this.client.process.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }
}

/** All that a person sees of a problem. */
const problemOf = (file: string, { range: { start, end }, message }: Diagnostic) =>
  `${file}:${start.line + 1}:${start.character}-${end.character} ${message}`;

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const isSame = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) =>
  a.size === b.size && [...a].every(([key, count]) => b.get(key) === count);
