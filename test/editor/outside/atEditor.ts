// One editor for the tests of a suite, each with a page of its own.
import { after, afterEach, before } from "mocha";
import { type InstalledEditor, installedEditor, openWorkbench, sampleNotes, testedVsix, type Workbench } from "./workbench";

export interface AtEditor {
  readonly editor: InstalledEditor;
  /** Opens a folder; the page is closed when the test has ended, with a picture of it when it has failed. */
  open(folder: string): Promise<Workbench>;
  /**
   * The sample notes, in the workbench of the test before where that asked for them too and passed: to open one takes longer than most tests.
   * For tests that save nothing and leave views and settings as they are; what they typed is given up.
   */
  openSamples(): Promise<Workbench>;
}

/** To be called in a suite: starts the editor before its tests and ends it behind them. */
export function atEditor(): AtEditor {
  let editor: InstalledEditor | undefined;
  let bench: Workbench | undefined;
  /** A workbench with the sample notes that the next test may have. */
  let kept: Workbench | undefined;
  let copies = 0;
  const started = () => {
    if (!editor) throw new Error("The editor was not started.");
    return editor;
  };
  before(async () => {
    editor = await installedEditor(testedVsix);
  });
  after(async () => {
    await kept?.close();
    await editor?.end();
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await bench?.picture(`failed-${this.currentTest.title.replace(/\W+/g, "-")}`);
    if (bench && bench === kept && this.currentTest?.isPassed()) await bench.giveUp();
    else {
      if (bench === kept) kept = undefined;
      await bench?.close();
    }
    bench = undefined;
  });
  return {
    get editor() {
      return started();
    },
    async openSamples() {
      kept ??= await openWorkbench(started(), sampleNotes(started(), `samples-${++copies}`));
      bench = kept;
      return bench;
    },
    async open(folder) {
      bench = await openWorkbench(started(), folder);
      return bench;
    },
  };
}
