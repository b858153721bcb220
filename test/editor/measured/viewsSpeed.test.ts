// How much the main threads of the editor work for the views of a vault of 20 000 notes: opening them, unfolding 5 000 notes, typing beside Related.
// Beside each stands what the editor's own views and a text that is no note cost on the same machine: the rest is ours.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { describe, it } from "mocha";
import type { CDPSession } from "playwright-core";
import { cachedVault } from "../../bench/vault";
import { atEditor } from "../outside/atEditor";
import type { Scratch, Workbench } from "../outside/workbench";

const notes = 20_000;
const inBigTopic = 5_000;

/** A vault with so many notes right in one topic, which comes first; the others stay where they are. */
function vaultWithBigTopic({ scratch }: Scratch): string {
  const folder = join(scratch, "views-speed");
  cpSync(cachedVault({ notes, seed: 7 }).folder, folder, { recursive: true });
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  for (const path of files.slice(0, inBigTopic)) {
    const file = join(folder, path);
    writeFileSync(file, readFileSync(file, "utf8").replace(/^topics: .*$/m, "topics: [a-big-one]"));
  }
  // As many files that are no notes, for the Explorer.
  const plain = join(folder, "a-plain-folder");
  mkdirSync(plain);
  for (let i = 0; i < inBigTopic; i++) writeFileSync(join(plain, `file-${i}.txt`), "");
  return folder;
}

/** Milliseconds of work since the start: of the page's main thread, and of whole processes. */
interface Work {
  readonly page: number;
  readonly extensions: number;
  readonly server: number;
}

/** Milliseconds that processes with such a command line have worked, all of their threads together. */
function processTime(pattern: RegExp): number {
  const lines = execFileSync("ps", ["-eo", "cputimes=,pid=,args="], { encoding: "utf8" }).split("\n");
  const pids = lines.flatMap((line) => (pattern.test(line) ? [line.trim().split(/\s+/)[1] ?? ""] : []));
  // In hundredths of a second, by proc(5).
  const ticks = pids.map((pid) => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? []);
  return ticks.reduce((sum, fields) => sum + 10 * (Number(fields[11]) + Number(fields[12])), 0);
}

async function workOf(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send("Performance.getMetrics");
  const page = 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  return { page, extensions: processTime(/--type=extensionHost/), server: processTime(/main\.node\.js lsp/) };
}

describe("outside: the work for the views of a large vault", function () {
  this.timeout(600_000);
  const at = atEditor();

  it(`of ${notes} notes`, async () => {
    const bench = await at.open(vaultWithBigTopic(at.editor));
    const session = await bench.page.context().newCDPSession(bench.page);
    await session.send("Performance.enable");
    const measured = async (what: string, act: () => Promise<void>) => {
      await rest(bench);
      const before = await workOf(session);
      const started = Date.now();
      await act();
      const seen = Date.now() - started;
      await rest(bench);
      const after = await workOf(session);
      const spent = (key: keyof Work) => `${Math.round(after[key] - before[key])} ms`;
      console.log(
        `${what}: seen after ${seen} ms; page ${spent("page")}, extension host ${spent("extensions")}, server ${spent("server")}`,
      );
      assert.ok(after.page > before.page);
    };
    // The whole of it is read before anything is measured.
    await bench.openTopics();
    await bench.row("A Big One").waitFor({ timeout: 240_000 });
    await bench.page.waitForTimeout(60_000);
    await measured("nothing at all", () => bench.page.waitForTimeout(500));
    const explorer = bench.page.getByRole("tab", { name: "Explorer" }).first();
    // Found without asking for roles, which would make the page work.
    const secondLevel = bench.page.locator('.monaco-list-row[aria-level="2"]').nth(5);
    await measured("opening the Explorer", async () => {
      await explorer.click();
      await bench.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
    });
    await measured("opening the views", async () => {
      await bench.openTopics();
      await bench.page.locator('.monaco-list-row[aria-label^="A Big One"]').waitFor();
    });
    await measured(`unfolding ${inBigTopic} notes`, async () => {
      await bench.page.locator('.monaco-list-row[aria-label^="A Big One"]').click();
      await secondLevel.waitFor();
    });
    await bench.picture("speed-big-topic");
    await explorer.click();
    await measured(`unfolding ${inBigTopic} files in the Explorer`, async () => {
      await bench.page.locator('.monaco-list-row[aria-label^="a-plain-folder"]').click();
      await secondLevel.waitFor();
    });
    await bench.openTopics();
    const sentence = "An estimate that nobody checked is what we have ";
    await bench.openFile("file-4999.txt");
    await measured("typing 48 letters in a text file", () => bench.type(sentence));
    await bench.page.getByRole("treeitem", { level: 2 }).first().click();
    await bench.page.locator(".monaco-editor .view-line").first().click();
    await bench.newParagraph();
    await measured("typing 48 letters in a note", () => bench.type(sentence));
    await bench.run("Quaestio: Focus on Related View");
    await bench.page.getByRole("tree", { name: "Related" }).getByRole("treeitem").nth(1).waitFor();
    await bench.page.locator(".monaco-editor .view-line").last().click();
    await bench.newParagraph();
    await measured("the same with Related open", () => bench.type(sentence));
    await bench.picture("speed-related");
    console.log(`The machine's load was ${loadavg()[0]?.toFixed(1)}.`);
  });
});

const rest = ({ page }: Workbench) => page.waitForTimeout(3000);
