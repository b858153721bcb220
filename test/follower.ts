// The parts of a server that know of a folder and tell of it, without a wire, and their comparison with a fresh reading.
import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver";
import type { NoteUri } from "../server/core/note";
import { uriBelow } from "../server/core/noteUri";
import { noStore } from "../server/host/indexStore";
import type { NoteFiles } from "../server/host/noteFiles";
import { NoteStore } from "../server/lsp/noteStore";
import { Publisher } from "../server/lsp/publisher";
import { DiskLooks } from "../server/lsp/rescan";
import { followed } from "../server/lsp/workspace";
import { indexText } from "./indexText";

/** A folder behind a file port. */
export interface FollowedDisk extends NoteFiles {
  readonly root: NoteUri;
}

/** The parts of a server that know of a folder and tell of it, without a wire. */
export class Follower {
  /** What was written into the log. */
  readonly log: string[] = [];
  readonly #told = new Map<string, readonly Diagnostic[]>();
  readonly #looks: DiskLooks;
  readonly publisher: Publisher;
  readonly store: NoteStore;

  constructor(readonly disk: FollowedDisk) {
    const report = (sentence: string) => void this.log.push(sentence);
    this.#looks = new DiskLooks(
      () => disk,
      (file) => this.store.isNote(file),
    );
    this.store = new NoteStore({
      filesFor: (scheme) => this.#looks.filesFor(scheme),
      report,
      onImpact: (impact, gone) => this.publisher.concern(impact, gone),
    });
    this.publisher = new Publisher({
      ...{ store: this.store, report, clientUri: (uri) => uri, changed: () => undefined },
      send: (uri, _version, diagnostics) => void this.#told.set(uri, diagnostics),
    });
  }

  async load(settings: object = {}): Promise<void> {
    this.publisher.hold();
    const context = {
      overrides: [{ diagnostics: { scope: "vault" }, ...settings }],
      editorExcludes: [],
      report: this.store.options.report,
    };
    await this.store.load(this.disk.root, context, { indexStore: noStore });
    this.publisher.concernAll();
    await this.publisher.release();
  }

  /** Takes in what a watcher tells, in its order. */
  async told(...paths: readonly string[]): Promise<void> {
    await this.follow(paths.map((path) => uriBelow(this.disk.root, path)));
  }

  async follow(uris: readonly NoteUri[]): Promise<void> {
    if ((await followed(this.store, uris)).size > 0) await this.load();
  }

  /** What a look at the disk finds. */
  changes(): Promise<readonly NoteUri[]> {
    return this.#looks.changes(this.store, { reach: "all" });
  }

  /** All it knows, and all it has told. */
  async text(): Promise<string> {
    await this.publisher.publish();
    const told = [...this.#told].filter(([, diagnostics]) => diagnostics.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
    return `${indexText(this.store.index)}\n${told.map(([uri, its]) => `told of ${uri}: ${its.map(({ message }) => message).join(" ")}`).join("\n")}`;
  }
}

/** Compares with what a fresh reading knows and tells, line by line. */
export async function checkFresh(follower: Follower): Promise<void> {
  const fresh = new Follower(follower.disk);
  await fresh.load();
  const [known, wanted] = [await follower.text(), await fresh.text()].map((text) => text.split("\n")) as [string[], string[]];
  const only = (lines: readonly string[], others: readonly string[]) => lines.filter((line) => !others.includes(line));
  assert.deepEqual({ stale: only(known, wanted), missing: only(wanted, known) }, { stale: [], missing: [] });
}
