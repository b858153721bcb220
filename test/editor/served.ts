// Runs the inside suite in the served editor, which needs neither a display nor a download from an editor's vendor; then its commands in an empty folder.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitWith, runSuite, servedEditor } from "./suite";

exitWith(run());

async function run(): Promise<void> {
  const executable = servedEditor();
  await runSuite({ executable });
  const folder = mkdtempSync(join(tmpdir(), "quaestio-empty-"));
  process.env["QUAESTIO_GREP"] = "^every command";
  try {
    await runSuite({ executable, folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
