// Follows a suite that runs inside an editor from the page in which the editor is shown.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import type { Page } from "playwright-core";
import { type OpenPage, openPage } from "./browser";
import { suiteTag, verdict } from "./inside/voice";
import { hostsFolder } from "./paths";

/** Opens a page whose editor runs a suite; the exit code that it reports. Rejects when it reports none in time, or when `gone` settles first. */
export async function suiteInPage(url: string, gone: Promise<void>): Promise<number> {
  const log = suiteLog();
  let exit: (code: number) => void = () => {};
  const exited = new Promise<number>((resolve) => (exit = resolve));
  const opened = await openPage(url, {
    prepare: async (page) => {
      await page.exposeFunction("codeAutomationLog", (_type: string, args: readonly unknown[]) => log.add(args));
      await page.exposeFunction("codeAutomationExit", (code: number) => exit(code));
    },
  });
  try {
    return await Promise.race([exited.then(log.judged), ended(gone), crashed(opened.page), outOfTime(opened)]);
  } finally {
    log.end();
    await opened.close();
  }
}

/** Prints what the suite says and keeps what the editor says, which matters only when the suite never ends. */
function suiteLog() {
  const kept: string[] = [];
  let complete = false;
  return {
    add(args: readonly unknown[]): void {
      if (args[0] !== suiteTag) {
        kept.push(format(...args));
        return;
      }
      const line = String(args[1]);
      complete ||= verdict.test(line);
      console.log(line);
    },
    /** The exit code, unless the suite never came to its verdict. */
    judged(code: number): number {
      if (complete) return code;
      throw new Error("The extension host ended before the suite did.");
    },
    end(): void {
      if (!complete) console.log(`The editor said:\n${kept.slice(-40).join("\n")}`);
    },
  };
}

async function ended(gone: Promise<void>): Promise<never> {
  await gone;
  throw new Error("The editor's server ended before the suite did.");
}

async function crashed(page: Page): Promise<never> {
  await new Promise((resolve) => page.once("crash", resolve).once("close", resolve));
  throw new Error("The editor's page crashed before the suite ended.");
}

/** After QUAESTIO_SUITE_TIMEOUT seconds (300 without it) shows what the editor was showing. */
async function outOfTime({ page }: OpenPage): Promise<never> {
  const seconds = Number(process.env["QUAESTIO_SUITE_TIMEOUT"] ?? 300);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000).unref());
  const picture = join(hostsFolder, "timeout.png");
  mkdirSync(hostsFolder, { recursive: true });
  await page.screenshot({ path: picture, timeout: 10_000 }).catch(() => {});
  throw new Error(`The suite did not end within ${seconds} s; ${picture} shows the editor at that moment.`);
}
