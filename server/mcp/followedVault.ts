// A folder of notes for who asks now and then: read once, then looked at again before each answer.
import type { NoteUri } from "../core/note";
import { encodedUri } from "../core/noteUri";
import { DiskLook } from "../host/diskLook";
import type { IndexStore } from "../host/indexStore";
import type { NoteFiles } from "../host/noteFiles";
import type { Report } from "../host/report";
import { prepareForChanges } from "../host/warmStart";
import { askedVault } from "../lsp/askedVault";
import { confirmLinks } from "../lsp/confirmedLinks";
import { IndexKeeper } from "../lsp/indexKeeper";
import { NoteStore } from "../lsp/noteStore";
import { RelatednessKeeper } from "../lsp/relatednessKeeper";
import type { AskedVault } from "../tools/tool";

export interface FollowedOptions {
  readonly disk: NoteFiles;
  readonly indexStore: IndexStore;
  /** Settings that go before the folder's own. */
  readonly overrides: readonly unknown[];
  /** Takes whole sentences for the log. */
  readonly report: Report;
}

export class FollowedVault {
  readonly #look: DiskLook;
  readonly #store: NoteStore;
  readonly #related: RelatednessKeeper;
  readonly #keeper: IndexKeeper;
  readonly #asked: AskedVault;
  /** Notes whose problems may be others since links were looked after. */
  readonly #concerned = new Set<NoteUri>();
  /** What is under way: answers come one after the other, so that none sees half of a change. */
  #work: Promise<unknown>;

  /** Begins to read the folder at once. */
  constructor(
    readonly folder: NoteUri,
    readonly options: FollowedOptions,
  ) {
    const { disk, indexStore, report } = options;
    this.#look = new DiskLook(disk, (uri) => this.#store.isNote(uri));
    this.#store = new NoteStore({
      ...{ filesFor: () => this.#look.files, report },
      onImpact: (impact, gone) => {
        for (const { uri } of impact.notes) this.#concerned.add(uri);
        this.#related.concern(impact, gone);
      },
    });
    this.#related = new RelatednessKeeper({ store: this.#store, report });
    this.#keeper = new IndexKeeper({ store: this.#store, indexStore, report });
    this.#asked = askedVault({ store: this.#store, related: this.#related, clientUri: encodedUri });
    this.#work = this.#load().catch((error) => report(`The folder could not be read: ${error?.message ?? error}`, "error"));
  }

  /** Asks something of the notes as they are on the disk now. */
  ask<T>(question: (asked: AskedVault) => Promise<T>): Promise<T> {
    const answer = this.#work.then(() => this.#follow()).then(() => question(this.#asked));
    this.#work = answer.catch(() => undefined);
    return answer;
  }

  async #load(): Promise<void> {
    const { overrides, indexStore, report } = this.options;
    this.#related.hold();
    await this.#store.load(this.folder, { overrides, editorExcludes: [], report }, { indexStore });
    for (const { uri } of this.#store.index.notes()) this.#concerned.add(uri);
    await prepareForChanges(this.#store.index);
    await this.#lookAfterLinks();
    this.#related.concernAll();
    this.#keeper.schedule();
  }

  async #follow(): Promise<void> {
    const { index, folders, bibliographies } = this.#store;
    const [folder] = folders;
    if (!folder) return this.#load();
    const changed = [...(await this.#look.changes(index, folder))];
    for (const uri of bibliographies.userFiles) if (await this.#look.isChanged(uri)) changed.push(uri);
    for (const uri of changed) if (!(await this.#store.fileChanged(uri))) return this.#load();
    await this.#lookAfterLinks();
    this.#keeper.schedule();
  }

  /** Looks whether links of changed notes, and those that were broken, lead somewhere in folders that are not listed. */
  async #lookAfterLinks(): Promise<void> {
    const { index, folders, problems } = this.#store;
    const uris = new Set([...this.#concerned, ...problems.countsOf("broken-reference").keys()]);
    this.#concerned.clear();
    for (const folder of folders)
      await confirmLinks(
        this.#store,
        folder,
        [...uris].flatMap((uri) => index.note(uri) ?? []),
      );
  }
}
