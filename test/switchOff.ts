// Switches off every rule of the format of notes, one after the other, and demands that a case of that very rule turns red: a rule
// whose cases stay green is not held by them. The edits are made in memory; the sources stay as they are.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { allRules } from "./conformance/allRules";
import type { Edit, Rule } from "./conformance/rule";
import { projectRoot } from "./tempFolder";

/** A rule that is switched off may send the parser round for ever. */
const longestRun = 20_000;
/** So many processes run the cases at once. */
const workers = 2;

interface Verdict {
  readonly rule: Rule;
  readonly isCaught: boolean;
  readonly remark: string;
}

void main();

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const rules = allRules.filter(({ name }) => asked.length === 0 || asked.includes(name));
  const untouched = await failuresWith(undefined);
  if (untouched !== "") {
    console.log(`The cases fail with all rules on:\n${untouched}`);
    process.exit(1);
  }
  const verdicts: Verdict[] = [];
  const waiting = [...rules];
  await Promise.all(Array.from({ length: workers }, () => work(waiting, verdicts)));
  verdicts.sort((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule));
  for (const { rule, isCaught, remark } of verdicts)
    console.log(`${isCaught ? "caught    " : "NOT CAUGHT"}  ${rule.name.padEnd(22)} ${remark}`);
  const caught = verdicts.filter(({ isCaught }) => isCaught).length;
  console.log(`\n${rules.length} rules switched off, ${caught} caught, ${rules.length - caught} not caught`);
  process.exitCode = caught === rules.length && rules.length > 0 ? 0 : 1;
}

async function work(waiting: Rule[], verdicts: Verdict[]): Promise<void> {
  for (let rule = waiting.shift(); rule; rule = waiting.shift()) verdicts.push(await verdictOn(rule));
}

async function verdictOn(rule: Rule): Promise<Verdict> {
  try {
    const failures = (await failuresWith(rule.off)).split("\n").filter((line) => line !== "");
    const red = failures.map((line) => line.slice(0, line.indexOf(":")));
    const own = red.filter((name) => name === rule.name).length;
    const others = [...new Set(red)].filter((name) => name !== rule.name);
    return { rule, isCaught: own > 0, remark: `${own} of ${rule.cases.length}${others.length > 0 ? `; and ${shortened(others)}` : ""}` };
  } catch (error) {
    return { rule, isCaught: false, remark: error instanceof Error ? error.message : String(error) };
  }
}

/** Whoever switches off the links themselves turns everything red. */
const shortened = (names: readonly string[]) =>
  names.length <= 6 ? names.join(", ") : `${names.slice(0, 5).join(", ")} and ${names.length - 5} more rules`;

/** The cases that fail once an edit is made, one a line. */
async function failuresWith(edit: Edit | undefined): Promise<string> {
  return output(await bundleWith(edit));
}

async function bundleWith(edit: Edit | undefined): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: ["test/conformance/failures.ts"],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    packages: "external",
    logLevel: "silent",
    plugins: edit ? [edited(edit)] : [],
  });
  return outputFiles[0]?.text ?? "";
}

function edited({ file, find, replace }: Edit): Plugin {
  const path = join(projectRoot, file);
  return {
    name: "edited",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, (loaded) => {
        if (loaded.path !== path) return undefined;
        const source = readFileSync(path, "utf8");
        if (!source.includes(find)) throw new Error(`${file} does not hold: ${find}`);
        return { contents: source.replace(find, () => replace), loader: "ts" };
      });
    },
  };
}

/** Runs a script in a process of its own and gives what it prints. */
function output(script: string): Promise<string> {
  const run = spawn(process.execPath, ["-"], { cwd: projectRoot, stdio: ["pipe", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  run.stdout.setEncoding("utf8").on("data", (text) => (said.out += text));
  run.stderr.setEncoding("utf8").on("data", (text) => (said.err += text));
  const timer = setTimeout(() => run.kill("SIGKILL"), longestRun);
  run.stdin.on("error", () => {});
  run.stdin.end(script);
  return new Promise((resolve, reject) => {
    run.on("error", reject);
    run.on("close", (status, signal) => {
      clearTimeout(timer);
      if (status === 0) resolve(said.out);
      else reject(new Error(signal ? `The cases did not end within ${longestRun / 1000} s.` : `The cases broke off: ${said.err.trim()}`));
    });
  });
}
