// One editor for the tests of a suite, each with a page of its own or, where they leave all as it was, one after the other in one.
import { isDeepStrictEqual } from "node:util";
import { after, afterEach, before } from "mocha";
import { textsIn, writeFiles } from "../../tempFolder";
import type { PageOptions } from "../browser";
import type { Settings } from "../settings";
import { type InstalledEditor, installedEditor, openWorkbench, type Scratch, sampleNotes, testedVsix, type Workbench } from "./workbench";

/** Texts by their paths. */
export type Files = Readonly<Record<string, string>>;

export interface AtEditor {
  /** Where tests may write. */
  readonly editor: Scratch;
  /** Opens a folder; the page is closed when the test has ended, with a picture of it when it has failed. */
  open(folder: string, options?: PageOptions): Promise<Workbench>;
  /**
   * A copy of the sample notes with further files, in the workbench of the test before where that asked for the same, passed and left on the disk
   * what was there: to open one takes longer than most tests. For tests that leave views and settings as they are; what they typed is given up.
   */
  openSamples(further?: Files): Promise<Workbench>;
}

/** A workbench that the next test may have, and what lay in its folder when it was opened. */
interface Kept {
  readonly bench: Workbench;
  readonly further: Files;
  readonly texts: ReadonlyMap<string, string>;
}

const nothing: Files = {};

/** To be called in a suite: starts the editor before its tests, with further settings of its user, and ends it behind them. */
export function atEditor(settings: Settings = {}): AtEditor {
  let editor: InstalledEditor | undefined;
  let bench: Workbench | undefined;
  let kept: Kept | undefined;
  let copies = 0;
  const started = () => {
    if (!editor) throw new Error("The editor was not started.");
    return editor;
  };
  const keep = async (further: Files): Promise<Kept> => {
    const folder = sampleNotes(started(), `samples-${++copies}`);
    writeFiles(folder, further);
    return { further, texts: textsIn(folder), bench: await openWorkbench(started(), folder) };
  };
  const close = async () => {
    const { bench: closed } = kept ?? {};
    kept = undefined;
    await closed?.close();
  };
  before(async () => {
    editor = await installedEditor(testedVsix, settings);
  });
  after(async () => {
    await close();
    await editor?.end();
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await bench?.picture(`failed-${this.currentTest.title.replace(/\W+/g, "-")}`);
    if (bench !== kept?.bench) await bench?.close();
    else if (kept && this.currentTest?.isPassed() && isDeepStrictEqual(textsIn(kept.bench.folder), kept.texts)) await kept.bench.giveUp();
    else await close();
    bench = undefined;
  });
  return {
    get editor() {
      return started();
    },
    async openSamples(further = nothing) {
      if (kept && kept.further !== further) await close();
      kept ??= await keep(further);
      bench = kept.bench;
      return bench;
    },
    async open(folder, options) {
      bench = await openWorkbench(started(), folder, options);
      return bench;
    },
  };
}
