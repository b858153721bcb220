// How long a topic page takes in the real editor, from the click on its button to the picture with its cards: of 41, 2 000 and 10 000 notes.
import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { describe, it } from "mocha";
import type { Page } from "playwright-core";
import { cachedVault } from "../../bench/vault";
import { atEditor } from "../outside/atEditor";
import { type Scratch, sampleNotes } from "../outside/workbench";

/** Notes when something was clicked last, in milliseconds since 1970. Runs in the editor's page. */
const noteClicks = () => addEventListener("click", () => Reflect.set(window, "clickedAt", Date.now()), { capture: true });

/** The time of the second frame after cards were seen, in which they are on the screen; undefined where there are none. Runs in a frame. */
function paintedHere(): Promise<number> | undefined {
  if (!document.querySelector("#page article")) return undefined;
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now()))));
}

/** When cards were on the screen, in whichever frame shows them: asked again and again, so a few milliseconds late. */
async function painted(page: Page): Promise<number> {
  for (const limit = Date.now() + 60_000; Date.now() < limit; ) {
    for (const frame of page.frames().slice(1)) {
      const time = await frame.evaluate(paintedHere).catch(() => undefined);
      if (time !== undefined) return time;
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error("No page was painted within a minute.");
}

const topic = "Measured";

/** A vault of so many notes, all of them below one topic. */
function vaultOfOneTopic({ scratch }: Scratch, notes: number): string {
  const folder = join(scratch, `speed-${notes}`);
  cpSync(cachedVault({ notes, seed: 7 }).folder, folder, { recursive: true });
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"))) {
    const file = join(folder, path);
    const text = readFileSync(file, "utf8");
    const filed = text.replace(/^topics: \[(.*)\]$/m, (_, names: string) => `topics: [${names.replaceAll(/[^, ]+/g, `${topic}/$&`)}]`);
    writeFileSync(file, filed);
  }
  return folder;
}

describe("outside: the time of a topic page", function () {
  this.timeout(600_000);
  const at = atEditor();

  for (const notes of [41, 2_000, 10_000])
    it(`of ${notes} notes`, async () => {
      const [folder, name] =
        notes === 41 ? [sampleNotes(at.editor, "speed"), "Reinforcement Learning"] : [vaultOfOneTopic(at.editor, notes), topic];
      const bench = await at.open(folder, { prepare: (page) => page.addInitScript(noteClicks).then(() => undefined) });
      try {
        const { page } = bench;
        await bench.openTopics();
        await bench.row(name).waitFor({ timeout: 120_000 });
        const times: number[] = [];
        for (let run = 0; run < 5; run++) {
          await bench.row(name).click();
          await bench.row(name).getByRole("button", { name: "Open Topic Page" }).click();
          const end = await painted(page);
          times.push(end - (await page.evaluate(() => Reflect.get(window, "clickedAt") as number)));
          if (run === 0) await bench.picture(`speed-${notes}`);
          await page.getByRole("tab", { name }).getByRole("button", { name: /Close/ }).click();
          await page.getByRole("tab", { name }).waitFor({ state: "detached" });
        }
        const median = [...times].sort((a, b) => a - b)[2] ?? 0;
        const load = loadavg()[0]?.toFixed(1);
        console.log(`${notes} notes: painted ${median} ms after the click (median of ${times.join(", ")}; the machine's load was ${load})`);
        assert.ok(median > 0);
      } finally {
        await bench.close();
      }
    });
});
