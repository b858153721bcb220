// One editor for the tests of a suite, each with a page of its own.
import { after, afterEach, before } from "mocha";
import { type InstalledEditor, installedEditor, openWorkbench, testedVsix, type Workbench } from "./workbench";

export interface AtEditor {
  readonly editor: InstalledEditor;
  /** Opens a folder; the page is closed when the test has ended, with a picture of it when it has failed. */
  open(folder: string): Promise<Workbench>;
}

/** To be called in a suite: starts the editor before its tests and ends it behind them. */
export function atEditor(): AtEditor {
  let editor: InstalledEditor | undefined;
  let bench: Workbench | undefined;
  const started = () => {
    if (!editor) throw new Error("The editor was not started.");
    return editor;
  };
  before(async () => {
    editor = await installedEditor(testedVsix);
  });
  after(() => editor?.end());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await bench?.picture(`failed-${this.currentTest.title.replace(/\W+/g, "-")}`);
    await bench?.close();
    bench = undefined;
  });
  return {
    get editor() {
      return started();
    },
    async open(folder) {
      bench = await openWorkbench(started(), folder);
      return bench;
    },
  };
}
