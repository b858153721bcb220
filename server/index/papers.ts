// Papers: which bibliographies describe them, which spellings are one paper, and which notes cite them.
import type { BibEntry, Bibliography } from "../core/bibliography";
import { paperOf } from "../core/citations";
import type { Note, NoteUri, PaperId, Range } from "../core/note";
import { Multimap } from "./multimap";
import { type Description, type Spellings, spellingsIn } from "./spellings";

/** A place in a note that names a paper. */
export interface Mention {
  readonly paper: PaperId;
  readonly range: Range;
  /** `likely`: a citation in brackets; `possible`: a bare `@key` or a link `[[@key]]`, which may as well mean something else. */
  readonly certainty: "certain" | "likely" | "possible";
}

/** What features may ask about papers. A paper may be named in any of its spellings. */
export interface Papers {
  /** Grows whenever two spellings become one paper or cease to be, or a key appears or vanishes. */
  readonly version: number;
  /** Whether any bibliography is there: only then can a key be unknown. */
  readonly hasBibliography: boolean;
  /** Whether an entry describes the paper, or its id says all by itself. */
  isKnown(paper: PaperId): boolean;
  /** The one spelling that stands for all of the paper. */
  canonical(paper: PaperId): PaperId;
  /** Every entry about the paper, in the order of the files. */
  describing(paper: PaperId): readonly Description[];
  citing(paper: PaperId): ReadonlySet<Note>;
  /** Whether any note cites it: quicker where none does. */
  isCited(paper: PaperId): boolean;
  /** The distinct papers that a note names, in one spelling each. */
  citedBy(note: Note): ReadonlySet<PaperId>;
  /** Where a note names the paper. */
  mentions(note: Note, paper: PaperId): readonly Mention[];
  bibliography(uri: NoteUri): Bibliography | undefined;
  bibliographies(): Iterable<Bibliography>;
  /** All entries of all bibliographies, in the order of the files. */
  described(): readonly Description[];
  /** Every spelling that some note uses. */
  cited(): Iterable<PaperId>;
  /** Every paper that a bibliography describes, in the spelling that stands for all of its. */
  describedPapers(): Iterable<PaperId>;
  /** Each paper that some note cites, in the spelling that stands for all of its, with the distinct notes. */
  citations(): Iterable<readonly [PaperId, Iterable<Note>]>;
}

/** Every place where a note names a paper, or may. */
export function mentionsOf(note: Note): readonly Mention[] {
  return [
    ...note.sources.map(({ paper, range }): Mention => ({ paper, range, certainty: "certain" })),
    ...(note.citesInText ? note.references : []).flatMap((reference): readonly Mention[] => {
      const { range } = reference;
      if (reference.kind === "citation")
        return [{ paper: reference.paper, range, certainty: reference.isBracketed ? "likely" : "possible" }];
      const paper = reference.kind === "wiki" ? paperInTarget(reference.target) : undefined;
      return paper === undefined ? [] : [{ paper, range, certainty: "possible" }];
    }),
  ];
}

/** The paper that `[[@key]]` means where no note bears that name: so do plugins write that keep a note a paper. */
export function paperInTarget(target: string): PaperId | undefined {
  return target.startsWith("@") ? paperOf(target.slice(1)) : undefined;
}

/** All bibliographies, and the papers that notes name. */
export class PaperIndex implements Papers {
  readonly #bibliographies = new Map<NoteUri, Bibliography>();
  readonly #citing = new Multimap<PaperId, Note>();
  readonly #citedBy = new WeakMap<Note, { readonly version: number; readonly papers: ReadonlySet<PaperId> }>();
  /** Undefined when a bibliography has changed and nobody has asked since. */
  #spellings: Spellings | undefined;
  #version = 0;

  get version(): number {
    return this.#version;
  }

  get hasBibliography(): boolean {
    return this.#bibliographies.size > 0;
  }

  isKnown(paper: PaperId): boolean {
    return !paper.startsWith("key:") || this.#read().papers.has(this.canonical(paper));
  }

  canonical(paper: PaperId): PaperId {
    return this.#read().canonical.get(paper) ?? paper;
  }

  describing(paper: PaperId): readonly Description[] {
    return this.#read().papers.get(this.canonical(paper))?.descriptions ?? [];
  }

  citing(paper: PaperId): ReadonlySet<Note> {
    const naming = [...this.#spelledAny([paper])].flatMap((id) => [...this.#citing.get(id)]);
    return new Set(naming.filter((note) => this.citedBy(note).has(this.canonical(paper))));
  }

  isCited(paper: PaperId): boolean {
    const meant = this.canonical(paper);
    for (const id of this.#read().papers.get(meant)?.spellings ?? [paper])
      for (const note of this.#citing.get(id)) if (this.citedBy(note).has(meant)) return true;
    return false;
  }

  citedBy(note: Note): ReadonlySet<PaperId> {
    const known = this.#citedBy.get(note);
    if (known?.version === this.#version) return known.papers;
    const meant = mentionsOf(note).filter((mention) => this.#counts(mention));
    const papers = new Set(meant.map(({ paper }) => this.canonical(paper)));
    this.#citedBy.set(note, { version: this.#version, papers });
    return papers;
  }

  /** What is listed as a source always names a paper; a bracketed key as long as no bibliography could know better; others where known. */
  #counts({ paper, certainty }: Mention): boolean {
    return certainty === "certain" || this.isKnown(paper) || (certainty === "likely" && !this.hasBibliography);
  }

  mentions(note: Note, paper: PaperId): readonly Mention[] {
    const wanted = this.canonical(paper);
    return mentionsOf(note).filter((mention) => this.canonical(mention.paper) === wanted && this.#counts(mention));
  }

  bibliography(uri: NoteUri): Bibliography | undefined {
    return this.#bibliographies.get(uri);
  }

  bibliographies(): Iterable<Bibliography> {
    return this.#bibliographies.values();
  }

  described(): readonly Description[] {
    return this.#read().descriptions;
  }

  cited(): Iterable<PaperId> {
    return this.#citing.keys();
  }

  *describedPapers(): Iterable<PaperId> {
    for (const [paper, { descriptions }] of this.#read().papers) if (descriptions.length > 0) yield paper;
  }

  *citations(): Iterable<readonly [PaperId, Iterable<Note>]> {
    const done = new Set<PaperId>();
    for (const [spelled, notes] of this.#citing.entries()) {
      const paper = this.canonical(spelled);
      const isOneOfSeveral = this.#read().papers.has(paper);
      if (done.has(paper)) continue;
      if (isOneOfSeveral) done.add(paper);
      yield [paper, isOneOfSeveral ? this.citing(paper) : this.#sureOf(paper, notes)];
    }
  }

  /** Those of the notes that name a paper, in the only spelling it has, and mean it. */
  *#sureOf(paper: PaperId, notes: Iterable<Note>): Iterable<Note> {
    for (const note of notes) if (!note.citesInText || this.citedBy(note).has(paper)) yield note;
  }

  add(note: Note): void {
    for (const { paper } of mentionsOf(note)) this.#citing.add(paper, note);
  }

  remove(note: Note): void {
    for (const { paper } of mentionsOf(note)) this.#citing.delete(paper, note);
  }

  /** Puts a bibliography in while a folder is read and everything is going to be looked at afterwards. */
  load(bibliography: Bibliography): void {
    this.#bibliographies.set(bibliography.uri, bibliography);
    this.#spellings = undefined;
    this.#version++;
  }

  /** Puts a bibliography in, or takes it out; returns the notes that name a paper about which something changed. */
  replace(uri: NoteUri, now: Bibliography | undefined): ReadonlySet<Note> {
    const old = this.#bibliographies.get(uri);
    const hadBibliography = this.hasBibliography;
    const changed = changedIds(old, now);
    const before = this.#spelledAny(changed);
    if (now) this.#bibliographies.set(uri, now);
    else this.#bibliographies.delete(uri);
    this.#spellings = undefined;
    if (changed.size === 0 && hadBibliography === this.hasBibliography) return new Set();
    this.#version++;
    const after = this.#spelledAny(changed);
    // What an unknown key is told it may have meant depends on every other key.
    const unknown = [...this.#citing.keys()].filter((id) => !this.isKnown(id));
    return new Set([...before, ...after, ...unknown].flatMap((id) => [...this.#citing.get(id)]));
  }

  /** Every spelling of some papers, those given included. */
  #spelledAny(papers: Iterable<PaperId>): ReadonlySet<PaperId> {
    const spelled = new Set(papers);
    const names = new Set([...spelled].map((paper) => this.canonical(paper)));
    for (const name of names) for (const id of this.#read().papers.get(name)?.spellings ?? []) spelled.add(id);
    return spelled;
  }

  #read(): Spellings {
    this.#spellings ??= spellingsIn([...this.#bibliographies.values()]);
    return this.#spellings;
  }
}

/** The spellings in entries that stand in one of two versions only, or in another order: of equal keys the first counts. */
function changedIds(old: Bibliography | undefined, now: Bibliography | undefined): ReadonlySet<PaperId> {
  const [before, after] = [old?.entries ?? [], now?.entries ?? []];
  const face = (entry: BibEntry | undefined) => entry && JSON.stringify([entry.key, entry.otherKeys, entry.ids]);
  let start = 0;
  while (start < before.length && start < after.length && face(before[start]) === face(after[start])) start++;
  let end = 0;
  const rest = Math.min(before.length, after.length) - start;
  while (end < rest && face(before.at(-1 - end)) === face(after.at(-1 - end))) end++;
  const changed = [...before.slice(start, before.length - end), ...after.slice(start, after.length - end)];
  return new Set(changed.flatMap(({ key, otherKeys, ids }) => [...[key, ...otherKeys].map((it) => `key:${it}` as const), ...ids]));
}
