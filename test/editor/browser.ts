// Opens pages in a headless browser, each in a fresh profile or in one that is emptied in between.
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { findBrowser } from "./findBrowser";

/** An open page in a browser of its own. */
export interface OpenPage {
  readonly page: Page;
  /** Closes the page and its browser. */
  close(): Promise<void>;
}

/** How a page is opened. */
export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "dark" | "light";
  /** Device pixels for a pixel of the page: 2 for sharp screenshots. */
  readonly scale?: number;
  /** Runs before the address is loaded, for what the page must find there. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Opens `url` in a fresh headless browser. Rejects when no browser is found or the address does not answer. */
export async function openPage(url: string, options: PageOptions = {}): Promise<OpenPage> {
  const browser = await chromium.launch(await launchOptions());
  try {
    const page = await browser.newPage(looks(options));
    await options.prepare?.(page);
    await page.goto(url);
    return { page, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** A browser whose pages share a profile, one after the other. */
export interface Browser {
  /** Opens `url` as if nobody had been there. Rejects when the address does not answer. */
  open(url: string, options?: PageOptions): Promise<OpenPage>;
  stop(): Promise<void>;
}

/**
 * Starts a browser with its profile below `folder`. What a page keeps is deleted when it closes, but the scripts of the editor stay in the
 * cache, which spares a second of each start. A page for sharp screenshots gets a browser of its own.
 */
export async function startBrowser(folder: string): Promise<Browser> {
  const context = await chromium.launchPersistentContext(join(folder, "browser"), await launchOptions());
  return {
    async open(url, options = {}) {
      if (options.scale !== undefined) return openPage(url, options);
      const page = await context.newPage();
      const { viewport, colorScheme } = looks(options);
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await options.prepare?.(page);
      await page.goto(url);
      return { page, close: () => closeForgetting(page, new URL(url).origin) };
    },
    stop: () => context.close(),
  };
}

async function closeForgetting(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // A page that is still open would write its state again.
  await page.goto("about:blank");
  const storageTypes = "cookies,indexeddb,local_storage,service_workers,cache_storage";
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes });
  await page.close();
}

/** What a signal means is for the script to say: Playwright would close the browser and let the script go on. */
const launchOptions = async () => ({
  executablePath: await findBrowser(),
  args: quietFlags,
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
});

const looks = ({ width = 1400, height = 900, colorScheme = "dark", scale = 1 }: PageOptions) => ({
  viewport: { width, height },
  colorScheme,
  deviceScaleFactor: scale,
});

/** Settles when the editor in `page` shows its workbench; rejects after a minute without it. */
export async function workbenchShown(page: Page): Promise<void> {
  await page.waitForSelector(".monaco-workbench .part.statusbar .statusbar-item", { timeout: 60_000 });
}

/** Nothing a browser does by itself on a closed network. */
const quietFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
