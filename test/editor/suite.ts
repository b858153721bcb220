// Runs the inside suite in an editor: one call for the desktop editor and for the served one.
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { builtScript, hostsFolder, projectRoot } from "./paths";
import { quietSettings, writeSettings } from "./settings";

/** Where and on what the suite runs. */
export interface SuiteOptions {
  /** The folder the editor opens, as a copy the suite may write into; without one, the sample notes. */
  readonly folder?: string;
  /** The editor's executable; without one, the newest desktop editor is downloaded. */
  readonly executable?: string;
  /** The module that exports `run()`; without one, the inside suite. */
  readonly testsPath?: string;
  /** The extension under test; without one, this project. */
  readonly extensionPath?: string;
}

/** Runs the suite in a fresh profile. Rejects when a test fails or the editor does. */
export async function runSuite(options: SuiteOptions = {}): Promise<void> {
  // A short path: the editor's sockets live in its data folder, and their names may not be long.
  const profile = mkdtempSync(join(tmpdir(), "quaestio-"));
  const dataDir = join(profile, "data");
  const folder = join(profile, "notes");
  writeSettings(dataDir, quietSettings);
  cpSync(options.folder ?? join(projectRoot, "notes"), folder, {
    recursive: true,
  });
  try {
    await runTests({
      extensionDevelopmentPath: options.extensionPath ?? projectRoot,
      extensionTestsPath: options.testsPath ?? builtScript(join("inside", "index")),
      launchArgs: [folder, `--user-data-dir=${dataDir}`, `--extensions-dir=${join(profile, "extensions")}`],
      ...(options.executable === undefined ? { cachePath: join(hostsFolder, "desktop") } : { vscodeExecutablePath: options.executable }),
    });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The served editor as an executable: a script that starts the launcher with the Node that runs us. */
export function servedEditor(): string {
  mkdirSync(hostsFolder, { recursive: true });
  const launcher = builtScript("launcher");
  const [name, text] =
    process.platform === "win32"
      ? ["editor.cmd", `@"${process.execPath}" "${launcher}" %*\r\n`]
      : ["editor.sh", `#!/bin/sh\nexec "${process.execPath}" "${launcher}" "$@"\n`];
  const script = join(hostsFolder, name);
  // By rename, so that a second run never meets a half-written script.
  writeFileSync(`${script}.${process.pid}`, text, { mode: 0o755 });
  renameSync(`${script}.${process.pid}`, script);
  return script;
}

/** For a script that is a suite and nothing else: the exit code is 0 or 1, and the error one sentence. */
export function exitWith(suite: Promise<void>): void {
  suite.catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
