// Runs every suite and ends in one line, whatever happens: how many tests passed and failed. The exit status agrees.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { findBrowser } from "./editor/findBrowser";
import { installHosts } from "./editor/install";
import { testedVsix } from "./editor/outside/workbench";
import { builtScript, projectRoot } from "./editor/paths";

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

interface Suite {
  readonly name: string;
  /** Needs the editor and a browser from npm. */
  readonly inEditor: boolean;
  run(): Promise<Outcome>;
}

/** Lines of suites, each line one after the other, that run beside each other: the fast suite takes one processor alone. */
const stages: readonly (readonly (readonly Suite[])[])[] = [
  [
    [{ name: "fast", inEditor: false, run: () => mochaIn(join(projectRoot, "dist", "test")) }],
    [
      { name: "types", inEditor: false, run: () => tool("npx", ["tsc", "-p", "."]) },
      { name: "style", inEditor: false, run: () => tool("npx", ["biome", "ci", "--reporter=summary"]) },
      { name: "inside the editor", inEditor: true, run: () => inside("served", 2) },
      { name: "inside the editor in a browser", inEditor: true, run: () => inside("web", 1) },
      { name: "inside the oldest editor", inEditor: true, run: () => inside("oldest", 1) },
    ],
  ],
  [[{ name: "outside the editor", inEditor: true, run: outside }]],
];

/** What was counted so far, and the suites that are running: what they leave unsaid when the process ends is a failure. */
let total: Outcome = { passed: 0, failed: 0 };
const running = new Set<Suite>();

process.on("exit", () => {
  for (const suite of running) counted(suite, "broke off", { passed: 0, failed: 1 });
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
});
// Mocha only listens for exceptions, and only while it runs; what nobody else takes ends the run.
process.on("unhandledRejection", (reason) => {
  throw reason;
});
process.on("uncaughtException", (error) => {
  if (process.listenerCount("uncaughtException") > 1) return;
  console.log(error);
  process.exit(1);
});

void main();

async function main(): Promise<void> {
  const reason = await reasonAgainstEditor();
  for (const lines of stages) await Promise.all(lines.map((suites) => inTurn(suites, reason)));
  process.exit();
}

async function inTurn(suites: readonly Suite[], reason: string | undefined): Promise<void> {
  for (const suite of suites) {
    running.add(suite);
    console.log(`\n── ${suite.name} ──`);
    const started = performance.now();
    const outcome = suite.inEditor && reason !== undefined ? notRun(suite, reason) : await suite.run().catch(failure);
    running.delete(suite);
    counted(suite, `${((performance.now() - started) / 1000).toFixed(1)} s`, outcome);
  }
}

/** A suite that cannot be run to its end is one failure, and no reason to leave out the others. */
function failure(error: unknown): Outcome {
  console.log(error);
  return { passed: 0, failed: 1 };
}

function counted({ name }: Suite, time: string, { passed, failed }: Outcome): void {
  total = added(total, { passed, failed });
  console.log(`${name}: ${passed} passed, ${failed} failed (${time})`);
}

function added(one: Outcome, other: Outcome): Outcome {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

async function reasonAgainstEditor(): Promise<string | undefined> {
  try {
    await installHosts(console.log);
    await findBrowser();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A suite that could not run says so; where everything has to run, that is a failure. */
function notRun({ name }: Suite, reason: string): Outcome {
  const isFailure = process.env["CI"] === "true";
  console.log(`NOT RUN: the suite “${name}” could not run. ${reason}`);
  return { passed: 0, failed: isFailure ? 1 : 0 };
}

/** A tool that is right or wrong as a whole counts as one test. */
async function tool(command: string, args: readonly string[]): Promise<Outcome> {
  const { status, output } = await spawned(command, args);
  if (status !== 0) console.log(output);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function mochaIn(folder: string): Promise<Outcome> {
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", timeout: 20_000, reporter: "dot", color: false });
  for (const file of readdirSync(folder).sort()) if (file.endsWith(".test.js")) mocha.addFile(join(folder, file));
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed: failed + (runner.stats?.pending ?? 0) }));
  });
}

/** In the extension host, by one of the scripts that run the inside suite; `runs`: on how many folders it does. */
async function inside(script: string, runs: number): Promise<Outcome> {
  const { status, output } = await spawned(process.execPath, [builtScript(script)]);
  console.log(output);
  // A line for each folder it ran in.
  const counts = [...output.matchAll(/^inside: (\d+) passed, (\d+) failed$/gm)];
  const sum = (group: number) => counts.reduce((total, count) => total + Number(count[group]), 0);
  return { passed: sum(1), failed: status === 0 && counts.length === runs ? sum(2) : Math.max(1, sum(2)) };
}

/** With the packaged extension, from the browser's side, and what needs a browser alone. */
async function outside(): Promise<Outcome> {
  const { status, output } = await spawned("npm", ["run", "package", "--", "--out", testedVsix]);
  if (status !== 0) {
    console.log(output);
    return { passed: 0, failed: 1 };
  }
  const [editor, pages] = await Promise.all([oneByOne(testFilesOf("outside"), againAtEditor), oneByOne(testFilesOf("inBrowser"), [])]);
  return added(editor, pages);
}

/**
 * Beside each other run a file at the editor and one in a browser alone: two editors at a time have a machine of two processors so busy that waits run
 * out. On a busy one that still happens now and then, so a test at the editor that failed is made once more, in an editor that is opened anew.
 */
const againAtEditor = ["--retries", "1"];

/** Files of tests, one after the other. */
async function oneByOne(files: readonly string[], options: readonly string[]): Promise<Outcome> {
  let sum: Outcome = { passed: 0, failed: 0 };
  for (const file of files) {
    const outcome = await inOwnProcess(file, options).catch(failure);
    sum = added(sum, outcome);
  }
  return sum;
}

function testFilesOf(name: string): string[] {
  const folder = join(projectRoot, "dist", "test", "editor", name);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".test.js"))
    .sort()
    .map((file) => join(folder, file));
}

/** A file of tests, whose lines come when it has ended. */
async function inOwnProcess(file: string, options: readonly string[]): Promise<Outcome> {
  const mocha = join(projectRoot, "node_modules", "mocha", "bin", "mocha.js");
  const { status, output } = await spawned(process.execPath, [mocha, "--timeout", "60000", ...options, file]);
  console.log(output.trimEnd());
  const count = (what: string) => Number(new RegExp(`^\\s*(\\d+) ${what}`, "m").exec(output)?.[1] ?? 0);
  const failed = count("failing") + count("pending");
  return { passed: count("passing"), failed: status === 0 && count("passing") > 0 ? failed : Math.max(1, failed) };
}

/** Runs a program; its output has no colours, whatever terminal we were started from. */
function spawned(command: string, args: readonly string[]): Promise<{ readonly status: number | null; readonly output: string }> {
  const run = spawn(command, args, {
    cwd: projectRoot,
    shell: process.platform === "win32" && command !== process.execPath,
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  let output = "";
  for (const stream of [run.stdout, run.stderr]) stream.setEncoding("utf8").on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    run.on("error", reject);
    // The editor colours its own lines without asking.
    run.on("close", (status) => resolve({ status, output: stripVTControlCharacters(output) }));
  });
}
