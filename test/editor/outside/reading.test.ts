// Reading notes in the editor's own Markdown preview: header, citations, embeds, and links that a click follows.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "mocha";
import type { FrameLocator, Page } from "playwright-core";
import { atEditor } from "./atEditor";
import { pressOn } from "./pointer";
import { eventually, sampleNotes } from "./workbench";

describe("outside: a person who reads", function () {
  this.timeout(60_000);
  const at = atEditor();
  const title = "Can RL training run while generation continues without waiting?";

  const pageIn = (page: Page): FrameLocator => page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");

  /** A vault of its own, written to the disk. */
  const vault = (name: string, files: Readonly<Record<string, string>>): string => {
    const folder = join(at.editor.scratch, name);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  };

  it("sees summary, topics and sources over the note, papers by their authors, and goes to another note by a click", async () => {
    const { openTopics, row, page, picture } = await at.open(sampleNotes(at.editor, "reading"));
    await openTopics();
    await row("Systems and Scale").click();
    await pressOn(row(title), "Read");
    const preview = pageIn(page);
    const header = preview.locator(".quaestio-header");
    await header.getByText("Four systems separate rollout from training").waitFor();
    await header.getByRole("link", { name: "Fu et al., 2025 — AReaL" }).waitFor();
    await header.getByRole("link", { name: "Systems and Scale" }).waitFor();
    assert.equal(await preview.locator("table.frontmatter").count(), 0);
    const cited = preview.locator("p").getByRole("link", { name: "Fu et al., 2025" }).first();
    assert.equal(await cited.getAttribute("href"), "https://arxiv.org/abs/2505.24298");
    await picture("preview-dark");
    const other = "Does reinforcement learning update only a small fraction of parameters?";
    await preview.locator("p").getByRole("link", { name: other }).click();
    await preview.getByRole("heading", { name: other, level: 1 }).waitFor();
    await preview.locator(".quaestio-header").waitFor();
  });

  const embedding = {
    ".vscode/settings.json": '{ "workbench.colorTheme": "Default Light Modern" }',
    "a.md":
      "---\ntitle: What is A?\nsummary: Of A.\n---\nSee [[Nowhere near]] and [[Why do glaciers sing at night?]].\n\n![[B#Second part]]\n\n[[B#Second part|To the part]]\n\n[[#^own|To the block]]\n\nAn image: ![[dot.svg|40]]\n\n![[Ring]]\n\nThe block. ^own\n",
    "b.md": `---\ntitle: B\n---\n# B\n\n${"A line.\n\n".repeat(60)}## Second part\n\nIn the second part.\n`,
    "ring.md": "Round.\n\n![[Ring]]\n",
    "dot.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle cx="5" cy="5" r="5" fill="red"/></svg>',
  };

  it("reads embedded notes in their place, sees what leads nowhere, and goes to a part of a note by a click", async () => {
    const { openFile, run, page, picture } = await at.open(vault("embedding", embedding));
    await openFile("a.md");
    await run("Quaestio: Read");
    const preview = pageIn(page);
    await preview.locator(".quaestio-embed p", { hasText: "In the second part." }).waitFor();
    await preview.getByText("Not shown here: it would be shown inside itself.").waitFor();
    await preview.getByRole("heading", { name: "What is A?", level: 1 }).waitFor();
    await preview.locator(".quaestio-broken", { hasText: "Nowhere near" }).waitFor();
    await preview.locator(".quaestio-question", { hasText: "glaciers" }).waitFor();
    const dot = preview.locator("img[alt='dot.svg']");
    assert.equal(
      await eventually(
        () => dot.evaluate((it) => (it as HTMLImageElement).naturalWidth),
        (width) => width > 0,
      ),
      10,
    );
    await picture("preview-light");
    await preview.getByRole("link", { name: "To the block" }).click();
    await preview.getByRole("link", { name: "To the part" }).click();
    const part = preview.getByRole("heading", { name: "Second part" });
    await part.waitFor();
    const isSeen = (top: number) => top > -0.1 && top < 1;
    const top = await eventually(() => part.evaluate((it) => it.getBoundingClientRect().top / innerHeight), isSeen);
    assert.ok(isSeen(top), `${top}`);
  });

  it("sees a link work as soon as it is typed, and one that was broken once its note is there", async () => {
    const folder = vault("typing", { "a.md": "# A\n\nSee [[Later]].\n", "b.md": "# B\n" });
    const { openFile, run, page, type, newParagraph } = await at.open(folder);
    await openFile("a.md");
    await run("Markdown: Open Preview to the Side");
    const preview = pageIn(page);
    await preview.locator(".quaestio-broken", { hasText: "Later" }).waitFor();
    await page.locator(".monaco-editor[data-uri$='a.md'] .view-line").first().click();
    await newParagraph();
    await type("And [[B]] too");
    await preview.getByRole("link", { name: "B", exact: true }).waitFor();
    assert.ok(await preview.locator(".quaestio-broken", { hasText: "Later" }).isVisible());
    writeFileSync(join(folder, "later.md"), "# Later\n");
    await preview.getByRole("link", { name: "Later", exact: true }).waitFor();
  });

  it("leaves a document that is no note as the editor shows it", async () => {
    const folder = vault("plain", { "readme.md": "---\nlayout: post\n---\n# Readme\n\nSee `[[x]]` and [@who].\n" });
    const { openFile, run, page } = await at.open(folder);
    await openFile("readme.md");
    await run("Markdown: Open Preview");
    const preview = pageIn(page);
    await preview.getByText("See [[x]] and [@who].").waitFor();
    await preview.locator("table.frontmatter", { hasText: "layout" }).waitFor();
    assert.equal(await preview.locator("[class^='quaestio']").count(), 0);
  });
});
