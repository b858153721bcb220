// All views at once: what each shows after a note was opened, edited without saving, renamed and deleted.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { atEditor } from "./atEditor";
import { eventually } from "./workbench";

const files = {
  "a.md": "---\ntitle: Does A hold?\ntopics: [first]\nsources: [arxiv:2505.24298]\n---\nAs [[Does B follow?]] says, glaciers sing.\n",
  "b.md": "---\ntitle: Does B follow?\ntopics: [first]\n---\nGlaciers sing in [[What is C?]].\n",
  ".quaestio.json": "{}",
};

describe("outside: all views at once", function () {
  this.timeout(90_000);
  const at = atEditor();

  it("follow an edit that is not saved, a rename and a deletion", async () => {
    const folder = join(at.editor.scratch, "views");
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { page, openTopics, openFile, run, row, newParagraph, type, picture } = await at.open(folder);
    await openTopics();
    await row("First").click();
    for (const view of ["Related", "Links", "Open Questions", "Papers"]) await run(`Quaestio: Focus on ${view} View`);
    await openFile("a.md");
    /** What a view lists, once it has a row that begins so, or has none any more. */
    const lists = async (view: string, begins: string, is: "there" | "gone" = "there") => {
      const rows = page.getByRole("tree", { name: view, exact: true }).getByRole("treeitem");
      const names = () => rows.evaluateAll((all) => all.map((it) => it.getAttribute("aria-label") ?? ""));
      const has = (all: readonly string[]) => all.some((it) => it.startsWith(begins)) === (is === "there");
      const all = await eventually(names, has);
      assert.ok(has(all), `${view}: ${begins} is ${is} in ${all.join(" | ")}`);
    };
    await lists("Topics", "Does B follow?");
    await lists("Related", "Does B follow?, linked");
    await lists("Links", "Does B follow?");
    await lists("Open Questions", "What is C?");
    await lists("Papers", "arXiv:2505.24298");
    await picture("views-open");
    await newParagraph();
    await type("Unlike [@arxiv:2401.00010] and ");
    // Pairs of brackets close themselves.
    await type("[[Is D new?");
    await lists("Papers", "arXiv:2401.00010");
    await lists("Open Questions", "Is D new?");
    await lists("Links", "open question, Is D new?");
    await page.keyboard.press("Control+KeyS");
    await openFile("b.md");
    // Its box takes the place of the palette.
    await page.keyboard.press("F1");
    await type("Quaestio: Rename Question");
    await page.keyboard.press("Enter");
    await page.locator(".quick-input-title", { hasText: "Rename “Does B follow?”" }).waitFor();
    await page.locator(".quick-input-widget input[type=text]").fill("Does B lead?");
    await page.keyboard.press("Enter");
    await lists("Topics", "Does B lead?");
    await lists("Links", "Does A hold?");
    await openFile("a.md");
    await lists("Links", "Does B lead?");
    await lists("Related", "Does B lead?");
    await picture("views-renamed");
    await run("View: Close All Editors");
    rmSync(join(folder, "a.md"));
    await lists("Topics", "Does A hold?", "gone");
    await lists("Open Questions", "Is D new?", "gone");
    await lists("Papers", "arXiv:2505.24298", "gone");
    await lists("Links", "Does B lead?", "gone");
    await picture("views-deleted");
  });
});
