// Opens pages in a headless browser, each in a fresh profile.
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
  // What a signal means is for the script to say: Playwright would close the browser and let the script go on.
  const signals = {
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: quietFlags,
    ...signals,
  });
  try {
    const page = await browser.newPage({
      viewport: { width: options.width ?? 1400, height: options.height ?? 900 },
      colorScheme: options.colorScheme ?? "dark",
      deviceScaleFactor: options.scale ?? 1,
    });
    await options.prepare?.(page);
    await page.goto(url);
    return { page, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

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
