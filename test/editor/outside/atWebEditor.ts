// The same tests in VS Code for the Web: each has an editor served on its own folder, whose files the page reads and writes in a file system of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before } from "mocha";
import { writeFiles } from "../../tempFolder";
import type { PageOptions } from "../browser";
import { quietSettings } from "../settings";
import { startWebEditor, type WebEditor } from "../webEditor";
import type { AtEditor } from "./atEditor";
import { sampleNotes, type Workbench, workbenchAt } from "./workbench";

/** To be called in a suite in place of `atEditor`. Settings lie in the folder that is opened, for the web editor takes none from outside. */
export function atWebEditor(): AtEditor {
  const editor = { scratch: "" };
  let served: WebEditor | undefined;
  let bench: Workbench | undefined;
  let copies = 0;
  before(() => {
    editor.scratch = mkdtempSync(join(tmpdir(), "quaestio-"));
  });
  after(() => rmSync(editor.scratch, { recursive: true, force: true, maxRetries: 5 }));
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await bench?.picture(`failed-web-${this.currentTest.title.replace(/\W+/g, "-")}`);
    await bench?.close();
    served?.stop();
    bench = undefined;
  });
  const open = async (folder: string, options?: PageOptions) => {
    writeFiles(folder, { ".vscode/settings.json": JSON.stringify(quietSettings) });
    served = await startWebEditor(folder);
    bench = await workbenchAt(served.url, folder, options);
    return bench;
  };
  return {
    editor,
    open,
    openSamples(further = {}) {
      const folder = sampleNotes(editor, `samples-${++copies}`);
      writeFiles(folder, further);
      return open(folder);
    },
  };
}
