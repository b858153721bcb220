// Runs every suite, one after the other, and ends in one line: how many tests passed and failed. The exit status agrees.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
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

const suites: readonly Suite[] = [
  { name: "types", inEditor: false, run: () => tool("npx", ["tsc", "-p", "."]) },
  { name: "style", inEditor: false, run: () => tool("npx", ["biome", "ci", "--reporter=summary"]) },
  { name: "fast", inEditor: false, run: () => mochaIn(join(projectRoot, "dist", "test")) },
  { name: "inside the editor", inEditor: true, run: inside },
  { name: "outside the editor", inEditor: true, run: outside },
];

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  let total: Outcome = { passed: 0, failed: 0 };
  const reason = await reasonAgainstEditor();
  for (const suite of suites) {
    console.log(`\n── ${suite.name} ──`);
    const outcome = suite.inEditor && reason !== undefined ? notRun(suite, reason) : await suite.run();
    total = { passed: total.passed + outcome.passed, failed: total.failed + outcome.failed };
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
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

/** In the extension host, through the test runner of the editor's own makers. */
async function inside(): Promise<Outcome> {
  const { status, output } = await spawned(process.execPath, [builtScript("served")]);
  console.log(output);
  const counts = /^inside: (\d+) passed, (\d+) failed$/m.exec(output);
  const failed = Number(counts?.[2] ?? 0);
  return { passed: Number(counts?.[1] ?? 0), failed: status === 0 && counts ? failed : Math.max(1, failed) };
}

/** With the packaged extension, from the browser's side. */
async function outside(): Promise<Outcome> {
  const { status, output } = await spawned("npm", ["run", "package", "--", "--out", testedVsix]);
  if (status === 0) return mochaIn(join(projectRoot, "dist", "test", "editor", "outside"));
  console.log(output);
  return { passed: 0, failed: 1 };
}

function spawned(command: string, args: readonly string[]): Promise<{ readonly status: number | null; readonly output: string }> {
  const run = spawn(command, args, { cwd: projectRoot, shell: process.platform === "win32" && command !== process.execPath });
  let output = "";
  for (const stream of [run.stdout, run.stderr]) stream.on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    run.on("error", reject);
    run.on("close", (status) => resolve({ status, output }));
  });
}
