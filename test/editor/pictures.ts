// Takes the pictures of the README, the walkthrough and the marketplaces in a real editor, from the sample notes: `npm run pictures`, or some
// of the walkthrough's alone: `npm run pictures -- find ask`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { iconPicture } from "./iconPicture";
import { topicFrame } from "./outside/topicFrame";
import { installedEditor, openWorkbench, sampleNotes, testedVsix, type Workbench } from "./outside/workbench";
import { projectRoot } from "./paths";
import { walkthroughPictures, widenSideBar } from "./walkthroughPictures";

const media = join(projectRoot, "client", "media");

async function main(): Promise<void> {
  mkdirSync(media, { recursive: true });
  await iconPicture();
  const editor = await installedEditor(testedVsix, { "editor.minimap.enabled": false, "breadcrumbs.enabled": false });
  const only = process.argv.slice(2);
  try {
    if (only.length > 0) return await walkthroughPictures(editor, only);
    const bench = await openWorkbench(editor, sampleNotes(editor, "notes"), { width: 1200, height: 720 });
    await mainPicture(bench);
    await bench.close();
    const small = await openWorkbench(editor, sampleNotes(editor, "topic"), { width: 1100, height: 780 });
    await topicPictures(small);
    await small.close();
    await walkthroughPictures(editor);
  } finally {
    await editor.end();
  }
}

/** The tree with its counts, a note, a question being completed, and a broken link in the Problems panel. */
async function mainPicture({ page, openTopics, row, openFile, newParagraph, type, suggestions, problems }: Workbench): Promise<void> {
  await openTopics();
  await row("Systems and Scale").click();
  await widenSideBar(page, 110);
  await openFile("can-rl-training-run-while-generation-continues-without-waiting.md");
  await problems();
  await page.locator(".monaco-editor .view-line").first().click();
  await newParagraph();
  await type("See [[Does RL training follow a two-phase sequence?]] and [[reward model");
  await suggestions();
  await page.mouse.move(700, 20);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(media, "overview.png") });
}

/** A window of 1 100 by 780 pixels without its title and its status bar, which tell nothing here. */
const betweenBars = { x: 0, y: 30, width: 1100, height: 718 };

/** The page of a topic: as cards, in one of which what is related is explored, and as a graph with the whole window for it. */
async function topicPictures({ page, openTopics, row, run }: Workbench): Promise<void> {
  await openTopics();
  await row("Reinforcement Learning").click();
  await row("Reinforcement Learning").getByRole("button", { name: "Open Topic Page" }).click();
  const shown = await topicFrame(page, "Reinforcement Learning");
  const card = shown.getByRole("article").first();
  await card.getByRole("button", { name: /^Explore related of/ }).click();
  await card.getByRole("region", { name: "Related notes" }).getByRole("listitem").first().waitFor();
  await shown.locator("#page").evaluate((it) => it.scrollTo({ top: 190 }));
  await page.mouse.move(700, 20);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(media, "topic-cards.png"), clip: betweenBars });
  await run("View: Toggle Primary Side Bar Visibility");
  await shown.getByText("Graph", { exact: true }).click();
  await shown.getByRole("button", { name: "Continue layout" }).waitFor({ timeout: 60_000 });
  await page.mouse.move(700, 20);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(media, "topic-graph.png"), clip: betweenBars });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
