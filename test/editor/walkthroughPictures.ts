// Takes the pictures of the walkthrough in a real editor, from the sample notes; a part of `npm run pictures`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { topicFrame } from "./outside/topicFrame";
import { type InstalledEditor, openWorkbench, sampleNotes, type Workbench } from "./outside/workbench";
import { projectRoot } from "./paths";

const media = join(projectRoot, "client", "media", "walkthrough");
const note = "can-rl-training-run-while-generation-continues-without-waiting.md";

/** What is seen of the window, in pixels: the pictures stand in half a window. */
type Part = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
const editorPart: Part = { x: 48, y: 35, width: 700, height: 430 };
const sidePart: Part = { x: 0, y: 35, width: 700, height: 430 };
const topPart: Part = { x: 24, y: 0, width: 700, height: 330 };

type Taking = (bench: Workbench) => Promise<Part>;

/** Name of a picture -> what is done before it is taken. */
const pictures: Readonly<Record<string, Taking>> = {
  async note({ run, openFile }) {
    await openFile(note);
    await run("View: Toggle Primary Side Bar Visibility");
    return editorPart;
  },
  async topics({ page, openTopics, row }) {
    await openTopics();
    await row("Systems and Scale").click();
    await widenSideBar(page, 300);
    return sidePart;
  },
  async find({ page, openTopics, type }) {
    await openTopics();
    await begin(page, "Go to Question...");
    await type("waiting train");
    return topPart;
  },
  async ask({ page, openTopics, type }) {
    await openTopics();
    await begin(page, "New Question...");
    await type("Does training have to wait for generation?");
    return topPart;
  },
  async link({ openFile, run, newParagraph, type, suggestions }) {
    await openFile(note);
    await run("View: Toggle Primary Side Bar Visibility");
    await newParagraph();
    await type("This is settled for [[reward model");
    await suggestions();
    return { ...editorPart, y: 170 };
  },
  async related({ page, openTopics, openFile, run }) {
    await openTopics();
    await openFile(note);
    await run("Quaestio: Focus on Related View");
    await page.getByRole("tree", { name: "Related" }).getByRole("treeitem").nth(3).waitFor();
    await foldTopics(page);
    await widenSideBar(page, 300);
    return sidePart;
  },
  async mend({ openFile, run, newParagraph, type, problems, showFix }) {
    await openFile(note);
    await run("View: Toggle Primary Side Bar Visibility");
    await problems();
    await openFile(note);
    await newParagraph();
    await type("See [[Does RL training follow a two-phase sequence?]]");
    await showFix("Change to");
    return { ...editorPart, y: 210 };
  },
  async rename({ page, openFile, run, goToLine }) {
    await openFile(note);
    await run("View: Toggle Primary Side Bar Visibility");
    await goToLine(2);
    for (let right = 0; right < 12; right++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("F2");
    await page.locator(".rename-box input").waitFor();
    return editorPart;
  },
  async page({ page, openTopics, row, run }) {
    await openTopics();
    await row("Reinforcement Learning").click();
    await row("Reinforcement Learning").getByRole("button", { name: "Open Topic Page" }).click();
    await (await topicFrame(page, "Reinforcement Learning")).getByRole("article").first().waitFor();
    await run("View: Toggle Primary Side Bar Visibility");
    return editorPart;
  },
  async papers({ page, openTopics, run }) {
    await openTopics();
    await run("Quaestio: Focus on Papers View");
    await page.getByRole("tree", { name: "Papers" }).getByRole("treeitem").nth(3).waitFor();
    await foldTopics(page);
    await widenSideBar(page, 300);
    return sidePart;
  },
  async settings({ page, run, type }) {
    await run("Preferences: Open Settings (UI)");
    await page.locator(".settings-editor .suggest-input-container").click();
    await type("@ext:quaestio.quaestio");
    await page.locator(".settings-editor .setting-item-title").first().waitFor();
    // Away from the search box and its list of words.
    await page.locator(".settings-editor .setting-item-title").first().click();
    return editorPart;
  },
};

/** Takes those of some names, or all, each in a window of its own. */
export async function walkthroughPictures(editor: InstalledEditor, names: readonly string[] = Object.keys(pictures)): Promise<void> {
  mkdirSync(media, { recursive: true });
  for (const name of names) {
    const take = pictures[name];
    if (!take) throw new Error(`There is no picture “${name}”: there are ${Object.keys(pictures).join(", ")}.`);
    const bench = await openWorkbench(editor, sampleNotes(editor, `walkthrough-${name}`), { width: 748, height: 640 });
    const clip = await take(bench);
    await bench.page.mouse.move(740, 630);
    await bench.page.waitForTimeout(1500);
    const png = await bench.page.screenshot({ clip });
    writeFileSync(join(media, `${name}.webp`), await asWebp(bench.page, png));
    await bench.close();
  }
}

/** A third of the size, which every installation downloads. The browser that took the picture writes it. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const blank = await page.context().browser()?.newPage();
  if (!blank) throw new Error("The browser has been closed.");
  const address = await blank.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      canvas.getContext("2d")?.drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", 0.72);
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  await blank.close();
  return Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
}

/** At the left: in the middle are buttons. */
async function foldTopics(page: Page): Promise<void> {
  await page
    .locator(".pane-header", { hasText: "Topics" })
    .first()
    .click({ position: { x: 20, y: 11 } });
}

/** Runs a command that asks for something in the place where it was called. */
async function begin(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.keyboard.type(title);
  await page
    .locator(".quick-input-list .monaco-list-row", { hasText: `Quaestio: ${title}` })
    .first()
    .click();
  await page.getByPlaceholder(/^Type (?:words|the question)/).waitFor();
}

/** So that titles and counts are whole. `by`: pixels. */
export async function widenSideBar(page: Page, by: number): Promise<void> {
  const box = await page.locator(".part.sidebar").boundingBox();
  if (!box) throw new Error("The side bar is closed.");
  await page.mouse.move(box.x + box.width, 300);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + by, 300, { steps: 5 });
  await page.mouse.up();
}
