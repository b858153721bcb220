// Runs the same tests in the extension host of a browser, a web worker: there is no Node, and no disk.
import { suiteTag, tagConsole } from "./voice";

/** The entry point that the web editor calls. Rejects when a test or a hook fails. */
export async function run(): Promise<void> {
  const { format } = require("util");
  tagConsole(suiteTag, format);
  // The browser's build of Mocha, which puts itself into the global scope, with the console that is there now.
  require("../../../node_modules/mocha/mocha.js");
  mocha.setup({ ui: "bdd", timeout: 30_000, reporter: "spec", color: false });
  require("./inside.test");
  require("./tools.test");
  require("./commands.test");
  require("./overtaken.test");
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run((failures) => {
      console.log(`inside: ${runner.stats?.passes ?? 0} passed, ${failures} failed`);
      resolve(runner.stats?.passes || failures ? failures : -1);
    });
  });
  if (failed !== 0) throw new Error(failed < 0 ? "No test ran inside the editor." : `${failed} failed inside the editor.`);
}
