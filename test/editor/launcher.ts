// Stands in for a desktop editor's executable: takes the same arguments, runs the suite in a served editor, exits with its code.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import type { Page } from "playwright-core";
import { type OpenPage, openPage } from "./browser";
import { type Editor, type Payload, startEditor } from "./editorServer";
import { tagVariable, verdict } from "./inside/voice";
import { installHosts } from "./install";
import { hostsFolder } from "./paths";

/** What of an editor's command line matters here. */
interface CommandLine {
  readonly folder: string | undefined;
  readonly dataDir: string;
  readonly extensionsDir: string;
  readonly payload: Payload;
}

const tag = "suite";
// The environment reaches the extension host, and with it the suite.
process.env[tagVariable] = tag;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

async function main(): Promise<void> {
  // Leaving by `process.exit` takes the browser along. The runner holds the other end of standard input, so its death is seen too.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));
  process.stdin.on("close", () => process.exit(1)).resume();
  const commandLine = parseCommandLine(process.argv.slice(2));
  const hosts = await installHosts(console.log);
  const editor = await startEditor(hosts, {
    dataDir: commandLine.dataDir,
    extensionsDir: commandLine.extensionsDir,
    smokeTestDriver: true,
  });
  const code = await runSuite(editor, commandLine).finally(() => editor.stop());
  process.exit(code);
}

/** Takes `--name=value` and one folder; what else a desktop editor understands is ignored. */
function parseCommandLine(args: readonly string[]): CommandLine {
  const values = (name: string) => args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
  const one = (name: string) => {
    const value = values(name)[0];
    if (value === undefined) throw new Error(`The launcher needs --${name}=….`);
    return value;
  };
  return {
    folder: args.find((arg) => !arg.startsWith("-")),
    dataDir: one("user-data-dir"),
    extensionsDir: one("extensions-dir"),
    payload: [
      ...values("extensionDevelopmentPath").map((path) => ["extensionDevelopmentPath", path] as const),
      ["extensionTestsPath", one("extensionTestsPath")],
    ],
  };
}

/** The exit code the suite reports. Rejects when it reports none in time, or when the editor ends under it. */
async function runSuite(editor: Editor, { folder, payload }: CommandLine): Promise<number> {
  const log = suiteLog();
  let exit: (code: number) => void = () => {};
  const exited = new Promise<number>((resolve) => (exit = resolve));
  const opened = await openPage(editor.url(folder, payload), {
    prepare: async (page) => {
      await page.exposeFunction("codeAutomationLog", (_type: string, args: readonly unknown[]) => log.add(args));
      await page.exposeFunction("codeAutomationExit", (code: number) => exit(code));
    },
  });
  try {
    return await Promise.race([exited.then(log.judged), ended(editor), crashed(opened.page), outOfTime(opened)]);
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
      if (args[0] !== tag) {
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

async function ended(editor: Editor): Promise<never> {
  await editor.gone;
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
