// Compares what the command line reports in a published vault with the judgement on each report in `vaults.json`.
//   npm run test:vaults -- CHECKOUT NAME
// CHECKOUT is the repository of NAME at the commit that vaults.json gives. Nothing is fetched, and nothing is read but this project
// and that folder. Exit status 0: all is as judged; 1: something differs; 2: misuse.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report, ReportedProblem } from "../server/cli/formats";
import { projectRoot } from "./tempFolder";
import judged from "./vaults.json";

interface Vault {
  readonly repository: string;
  readonly commit: string;
  /** Where in the repository the vault lies. */
  readonly folder: string;
  readonly notes: number;
  readonly reports: readonly Judgement[];
}

/** A verdict on one report, by its file, line and target, or on all others of a code, by their number. */
interface Judgement {
  readonly code: string;
  readonly count: number;
  readonly file?: string;
  readonly line?: number;
  readonly target?: string;
  readonly verdict: string;
  readonly reason: string;
}

const vaults: Readonly<Record<string, Vault>> = judged;

main(process.argv[2], process.argv[3]);

function main(checkout: string | undefined, name = ""): void {
  const vault = Object.hasOwn(vaults, name) ? vaults[name] : undefined;
  if (!checkout || !vault) misuse(`Give a folder and one of ${Object.keys(vaults).join(", ")}.`);
  const folder = join(checkout, vault.folder);
  if (!existsSync(folder)) misuse(`There is no folder ${folder}.`);
  const { notes, problems } = check(folder);
  const found = new Map<Judgement, number>();
  const strays = problems.filter((problem) => !isJudged(vault, problem, writtenAt(folder, problem), found));
  const wrong = vault.reports.filter((judgement) => (found.get(judgement) ?? 0) !== judgement.count);
  if (notes !== vault.notes) console.log(`${notes} notes instead of ${vault.notes}: is this commit ${vault.commit}?`);
  for (const { code, file, range, message } of strays) console.log(`Not judged: ${file}:${range.start.line + 1} ${code} ${message}`);
  for (const judgement of wrong)
    console.log(`${found.get(judgement) ?? 0} reports instead of ${judgement.count}: ${JSON.stringify(judgement)}`);
  const isFalse = vault.reports.filter(({ verdict }) => verdict !== "true").length;
  console.log(`${name}: ${notes} notes, ${problems.length} reports, ${isFalse} of them false, ${strays.length} not judged.`);
  process.exitCode = strays.length + wrong.length > 0 || notes !== vault.notes ? 1 : 0;
}

function misuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function check(folder: string): Report {
  const args = [join(projectRoot, "dist", "cli", "main.node.js"), "check", folder, "--format", "json", "--fail-on", "never"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`The check ended with status ${status}. ${stderr}`);
  return JSON.parse(stdout) as Report;
}

/** Counts a report at the judgement on its own line, else at the one on all others of its code. */
function isJudged(vault: Vault, { code, file, range }: ReportedProblem, target: string, found: Map<Judgement, number>): boolean {
  const line = range.start.line + 1;
  const judgement =
    vault.reports.find((it) => it.code === code && it.file === file && it.line === line && it.target === target) ??
    vault.reports.find((it) => it.code === code && it.file === undefined);
  if (judgement) found.set(judgement, (found.get(judgement) ?? 0) + 1);
  return judgement !== undefined;
}

/** What a report points at, as far as it stands in one line. */
function writtenAt(folder: string, { file, range: { start, end } }: ReportedProblem): string {
  const lines = readFileSync(join(folder, file), "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/);
  return (lines[start.line] ?? "").slice(start.character, end.line === start.line ? end.character : undefined);
}
