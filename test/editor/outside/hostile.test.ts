// A vault from a stranger in the real editor: every title, summary, topic, source and heading is an attack. It is read as text in each view, in hovers,
// lists and the preview; nothing is run and nobody is asked.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import type { Frame, Page } from "playwright-core";
import { writeFiles } from "../../tempFolder";
import { attacks as ofPages } from "../page/madeTopic";
import { atEditor } from "./atEditor";

const attacks = [
  ...ofPages,
  "[quit](command:workbench.action.quit)",
  "![pixel](https://stranger.invalid/pixel)",
  "$(alert) <https://stranger.invalid/> [[x]]",
];

/** A note of nothing but attacks, each in all of its texts. */
function noteOf(attack: string, other: string): string {
  const written = JSON.stringify(attack);
  const lists = [
    `topics: [${JSON.stringify(other.replaceAll("/", "∕"))}]`,
    `aliases: [${JSON.stringify(`${attack}!`)}]`,
    `sources: [${written}]`,
  ];
  return `---\ntitle: ${written}\nsummary: ${written}\n${lists.join("\n")}\n---\n\n## ${attack.replace(/^</, "\\<")}\n\nRead [[start]].\n`;
}

const files = {
  ...Object.fromEntries(attacks.map((attack, at) => [`n${at}.md`, noteOf(attack, attacks[(at + 1) % attacks.length] ?? "")])),
  "start.md": `---\ntitle: Where to begin?\ntopics: [a]\nrelated: [n0, n1]\n---\n\n${attacks.map((_, at) => `[[n${at}]]`).join("\n\n")}\n`,
};

/** What only an attack could have made, in a page or one of its frames. */
const foreign = (frame: Frame): Promise<readonly string[]> =>
  frame.evaluate(() => {
    const selectors = ["img[src='x']", "[src*='stranger']", "[href*='stranger']", "[onerror],[onload],[onmouseover]", "[srcdoc]"];
    const links = ["[href^='javascript' i]", "[href*='action.quit']", "[data-href*='action.quit']"];
    const found = [...document.querySelectorAll([...selectors, ...links].join(","))].map((it) => it.outerHTML);
    return "harmed" in window ? [...found, "A script ran."] : found;
  });

async function checkUnharmed(page: Page, where: string): Promise<void> {
  for (const frame of page.frames()) assert.deepEqual(await foreign(frame).catch(() => []), [], where);
}

describe("outside: a vault of attacks", function () {
  this.timeout(120_000);
  const at = atEditor();

  it("is read as text in the sidebar, in hovers, in lists and in the preview", async () => {
    const folder = join(at.editor.scratch, "attacks");
    writeFiles(folder, files);
    const bench = await at.open(folder);
    const { page, picture } = bench;
    const strangers: string[] = [];
    page.on("request", (request) => void (/stranger/.test(request.url()) && strangers.push(request.url())));
    await bench.openTopics();
    const topics = page.getByRole("tree", { name: "Topics" });
    await topics.getByRole("treeitem").first().waitFor();
    for (const name of [...attacks].sort())
      if ((await bench.row(name.replaceAll("/", "∕")).count()) > 0) await bench.unfold(name.replaceAll("/", "∕"));
    await bench.row(attacks[0] ?? "").hover();
    await page.locator(".monaco-hover:visible, .workbench-hover:visible").first().waitFor();
    await picture("attacks-topics");
    await checkUnharmed(page, "Topics");
    await bench.openFile("start.md");
    await page.getByText("[[n0]]").first().hover();
    await page.locator(".monaco-hover:visible").first().waitFor();
    await picture("attacks-hover");
    await checkUnharmed(page, "the hover of a link");
    for (const view of ["Links", "Related", "Papers"]) {
      await bench.run(`Quaestio: Focus on ${view} View`);
      await page.getByRole("tree", { name: view }).getByRole("treeitem").nth(1).waitFor();
      await picture(`attacks-${view.toLowerCase()}`);
      await checkUnharmed(page, view);
    }
    await bench.openFile("start.md");
    await bench.newParagraph();
    await bench.type("[[");
    await bench.suggestions();
    await checkUnharmed(page, "the list of suggestions");
    await picture("attacks-suggestions");
    await page.keyboard.press("Escape");
    await bench.run("Quaestio: Go to Question...");
    await page.locator(".quick-input-list .monaco-list-row").nth(2).waitFor();
    await picture("attacks-questions");
    await checkUnharmed(page, "the list of questions");
    await page.keyboard.press("Escape");
    await bench.openFile("n0.md");
    await bench.run("Quaestio: Read");
    const preview = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await preview.locator(".quaestio-header").waitFor();
    await picture("attacks-preview");
    await checkUnharmed(page, "the preview");
    assert.equal(await preview.locator("h1", { hasText: attacks[0] ?? "" }).count(), 1);
    assert.deepEqual(strangers, []);
  });
});
