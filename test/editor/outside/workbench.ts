// A person at the editor: opens a folder with the packaged extension installed, uses keyboard and mouse, reads what the page shows.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { openPage, type PageOptions, workbenchShown } from "../browser";
import { type Editor, installVsix, startEditor } from "../editorServer";
import { installHosts } from "../install";
import { hostsFolder, projectRoot } from "../paths";
import { quietSettings, type Settings, writeKey } from "../settings";

/** A folder for what the tests write; removed at the end. */
export interface Scratch {
  readonly scratch: string;
}

/** An editor that several workbenches can be opened in, one after the other. */
export interface InstalledEditor extends Scratch {
  readonly editor: Editor;
  end(): Promise<void>;
}

/** Starts an editor with a packaged extension in a fresh profile. With settings for the trust in workspaces it trusts none by itself. */
export async function installedEditor(vsix: string, settings: Settings = {}): Promise<InstalledEditor> {
  const hosts = await installHosts(console.log);
  const scratch = mkdtempSync(join(tmpdir(), "quaestio-"));
  const dataDir = join(scratch, "data");
  const extensionsDir = join(scratch, "extensions");
  await installVsix(hosts, vsix, extensionsDir, dataDir);
  const editor = await startEditor(hosts, {
    dataDir,
    extensionsDir,
    settings: { ...quietSettings, ...settings },
    asksForTrust: settings["security.workspace.trust.enabled"] === true,
  });
  writeKey(dataDir, givingUp.key, givingUp.commands);
  return {
    editor,
    scratch,
    async end() {
      await editor.stop();
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A copy of the sample notes that a test may change. */
export function sampleNotes({ scratch }: Scratch, name: string): string {
  const folder = join(scratch, name);
  cpSync(join(projectRoot, "notes"), folder, { recursive: true });
  return folder;
}

/** What a test leaves open goes by one key, which no person has: by the palette it takes seconds. */
const givingUp = {
  key: "ctrl+alt+shift+f12",
  press: "Control+Alt+Shift+F12",
  commands: [
    "workbench.action.closeQuickOpen",
    "workbench.action.revertAndCloseActiveEditor",
    "workbench.action.closePanel",
    "notifications.clearAll",
  ],
};

export interface Workbench {
  readonly page: Page;
  /** The open folder. */
  readonly folder: string;
  /** The views, opened by their icon in the activity bar. */
  openTopics(): Promise<void>;
  /** The row of the Topics view whose accessible name begins so. */
  row(name: string): Locator;
  /** Unfolds a row of a tree that may be unfolded already. */
  unfold(name: string): Promise<void>;
  /** Unfolds a view of the sidebar and folds the Topics view: rows out of sight are not drawn. */
  onlyView(name: string): Promise<void>;
  /** Opens a file by Quick Open. */
  openFile(name: string): Promise<void>;
  /** Runs a command by its title in the command palette. */
  run(title: string): Promise<void>;
  /** Puts the caret at the start of a line, counted from one. */
  goToLine(line: number): Promise<void>;
  /** Goes to the end of the active editor and begins a new paragraph there. */
  newParagraph(): Promise<void>;
  /** Types key by key, as fast as a quick typist. */
  type(text: string): Promise<void>;
  /** The accessible names of the suggest list's rows, once it shows some. */
  suggestions(): Promise<string[]>;
  /** Opens the list of fixes at the caret, and waits for one in it. */
  showFix(title: string): Promise<void>;
  /** Takes the first of the list of fixes at the caret, which is `title`, until what it does is there: the list may close by itself under the key. */
  takeFirstFix(title: string, effect: Locator): Promise<void>;
  /** The text of the line in which the caret is. */
  caretLine(): Promise<string>;
  /** The accessible names of the problems in the Problems panel, which is opened if need be. */
  problems(): Promise<string[]>;
  /** Loads the window anew, by the editor's own command, which writes down first what is open. */
  reload(): Promise<void>;
  /** Closes every editor, the panel and all notifications, and gives up what was not saved. */
  giveUp(): Promise<void>;
  /** Keeps a picture of the page, for eyes. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

const pictures = join(projectRoot, ".screens");

/** Opens a folder in a fresh browser and waits for the workbench. */
export function openWorkbench({ editor }: InstalledEditor, folder: string, options: PageOptions = {}): Promise<Workbench> {
  return workbenchAt(editor.url(folder), folder, options);
}

/** Opens an address that shows an editor on a folder, in a fresh browser, and waits for the workbench. */
export async function workbenchAt(url: string, folder: string, options: PageOptions = {}): Promise<Workbench> {
  const { page, close } = await openPage(url, options);
  await workbenchShown(page);
  const keys = page.keyboard;

  /** What is told about a thing that one points at lies over others: the middle of the status bar is empty. */
  const pointAtNothing = () => page.mouse.move(700, (page.viewportSize()?.height ?? 0) - 10);

  const palette = async (text: string, wanted: string) => {
    await keys.press("F1");
    const input = page.locator(".quick-input-widget input[type=text]");
    await input.fill(text);
    // The list still shows its last rows while the new ones are being found, and the best is not always first.
    await page.locator(".quick-input-list .monaco-list-row", { hasText: wanted }).first().click();
    // What is chosen may ask for something itself, in the same place.
    await eventually(
      async () => (await input.isVisible()) && (await input.inputValue()) === text,
      (isOpen) => !isOpen,
    );
    await pointAtNothing();
  };

  const row = (name: string) => page.getByRole("treeitem", { name: new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`) }).first();

  const viewTitle = (name: string) => page.locator(".pane-header", { has: page.locator(`h3:text-is('${name}')`) });

  /** Clicks what folds and unfolds where it is not as wanted. */
  const setFolded = async (it: Locator, isFolded: boolean) => {
    const expanded = await it.getAttribute("aria-expanded");
    if (expanded !== `${!isFolded}`) await it.click();
  };

  const showFix = async (title: string) => {
    const fix = page.getByText(title).first();
    await eventually(
      async () => {
        // A caret that has just moved asks by itself as well, and the answer to that closes the list again.
        if (!(await fix.isVisible())) await keys.press("Control+Period");
        await new Promise((resolve) => setTimeout(resolve, 500));
        return fix.isVisible();
      },
      (isVisible) => isVisible,
    );
    await fix.waitFor();
  };

  return {
    page,
    folder,
    async openTopics() {
      // A click on the icon of what is open would close it.
      if (!(await viewTitle("Topics").isVisible())) await page.getByRole("tab", { name: "Quaestio" }).first().click();
      await viewTitle("Topics").waitFor();
    },
    row,
    unfold: (name) => setFolded(row(name), false),
    async onlyView(name) {
      await setFolded(viewTitle(name), false);
      await setFolded(viewTitle("Topics"), true);
    },
    async openFile(name) {
      await palette(name, name);
      await page.locator(`.monaco-editor[data-uri$='${name}']`).first().waitFor();
      // One that was open before comes back where it was left.
      await keys.press("Control+Home");
      await page.locator(`.monaco-editor[data-uri$='${name}'] .view-line`).first().click();
    },
    run: (title) => palette(`>${title}`, title),
    goToLine: (line) => palette(`:${line}`, `line ${line}`),
    async newParagraph() {
      await keys.press("Control+End");
      await keys.press("Enter");
    },
    type: (text) => keys.type(text, { delay: 40 }),
    async suggestions() {
      const rows = page.locator(".suggest-widget.visible .monaco-list-row");
      await rows.first().waitFor();
      return names(rows);
    },
    showFix,
    async takeFirstFix(title, effect) {
      for (let tries = 0; tries < 3 && !(await effect.isVisible()); tries++) {
        await showFix(title);
        await keys.press("Enter");
        await effect.waitFor({ timeout: 8000 }).catch(() => undefined);
      }
      await effect.waitFor({ timeout: 2000 });
    },
    async caretLine() {
      const top = await page
        .locator(".monaco-editor.focused .cursor")
        .first()
        .evaluate((it) => (it as HTMLElement).style.top);
      const line = page.locator(".monaco-editor.focused .view-line").filter({ has: page.locator("span") });
      const texts = await line.evaluateAll(
        (lines, wanted) => lines.filter((it) => (it as HTMLElement).style.top === wanted).map((it) => it.textContent),
        top,
      );
      return (texts[0] ?? "").replaceAll("\u00a0", " ");
    },
    async problems() {
      const panel = page.locator(".markers-panel-container");
      if (!(await panel.isVisible())) await keys.press("Control+Shift+KeyM");
      await panel.waitFor();
      return (await names(panel.locator(".monaco-list-row"))).filter((name) => / at line \d+ /.test(name));
    },
    async reload() {
      await Promise.all([page.waitForEvent("domcontentloaded"), palette(">Developer: Reload Window", "Developer: Reload Window")]);
      await workbenchShown(page);
    },
    async giveUp() {
      const tabs = page.locator(".editor-group-container .tab");
      await pointAtNothing();
      await keys.press("Escape");
      const open = () => tabs.count();
      let left = await open();
      let lostKeys = 0;
      do {
        const before = left;
        // A key pressed in a page that is only being loaded, as a preview is, reaches nobody.
        await page.evaluate(() => document.activeElement instanceof HTMLIFrameElement && document.activeElement.blur());
        await keys.press(givingUp.press);
        // One by one: a key too many would meet the next test.
        left = await eventually(open, (count) => count === 0 || count < before);
        lostKeys = left === 0 || left < before ? 0 : lostKeys + 1;
        assert.ok(lostKeys < 3, "an editor is closed");
      } while (left > 0);
    },
    async picture(name) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
    close,
  };
}

const names = (rows: Locator): Promise<string[]> => rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));

/** Asks again until the answer is as expected, or gives the last answer after ten seconds. */
export async function eventually<T>(ask: () => Promise<T>, isExpected: (answer: T) => boolean): Promise<T> {
  const limit = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (isExpected(answer) || Date.now() > limit) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Where the packaged extension is put for the tests. */
export const testedVsix = join(hostsFolder, "quaestio.vsix");
