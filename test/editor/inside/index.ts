// Runs, inside the editor's extension host, every `*.test.js` beside this file, and prints one countable line at the end.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import { tagConsole, tagVariable } from "./voice";

/**
 * The entry point an editor calls with `--extensionTestsPath`. QUAESTIO_GREP keeps the tests whose full title matches it.
 * Rejects when a test or a hook fails, or when nothing ran; the editor then exits with a code that is not 0.
 */
export async function run(): Promise<void> {
  const tag = process.env[tagVariable];
  if (tag) tagConsole(tag, format);
  // Mocha is an ES module and this bundle is not.
  const { default: Mocha } = await import("mocha");
  const grep = process.env["QUAESTIO_GREP"];
  const mocha = new Mocha({
    ui: "bdd",
    timeout: 30_000,
    reporter: "spec",
    color: false,
    ...(grep ? { grep } : {}),
  });
  for (const file of testFiles()) mocha.addFile(join(__dirname, file));
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run((failures) => {
      console.log(`inside: ${runner.stats?.passes ?? 0} passed, ${failures} failed`);
      resolve(runner.stats?.passes || failures ? failures : -1);
    });
  });
  if (failed !== 0) throw new Error(failed < 0 ? "No test ran inside the editor." : `${failed} failed inside the editor.`);
}

function testFiles(): string[] {
  return readdirSync(__dirname, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.js"))
    .sort();
}
