// Runs the inside suite in VS Code for the Web.
import { join } from "node:path";
import { projectRoot } from "./paths";
import { exitWith } from "./suite";
import { suiteInPage } from "./suitePage";
import { startWebEditor } from "./webEditor";

exitWith(run());

async function run(): Promise<void> {
  const suite = join(projectRoot, "dist", "test", "editor", "web", "inside.js");
  const editor = await startWebEditor(join(projectRoot, "notes"), suite);
  try {
    const code = await suiteInPage(editor.url, new Promise(() => undefined));
    if (code !== 0) throw new Error("The suite failed in the web editor.");
  } finally {
    editor.stop();
  }
}
