// All notes as the ranking sees them, by number; what changes of a note is its own work alone.
import { Shared } from "./kinship";
import { Links } from "./links";
import { Names } from "./names";
import type { Profile } from "./profile";
import type { Term } from "./terms";
import { Vectors } from "./vectors";

/** What a note has besides its words. */
export interface Surroundings {
  readonly topics: readonly string[];
  readonly papers: readonly string[];
  /** The way to its file from the root, folder by folder. */
  readonly way: string;
  /** Numbers of the notes it links to. */
  readonly targets: readonly number[];
}

export class Engine {
  readonly vectors = new Vectors();
  readonly names = new Names();
  readonly links = new Links();
  readonly topics = new Shared();
  readonly papers = new Shared();
  readonly #titles: (readonly Term[] | undefined)[] = [];
  readonly #ways: (string | undefined)[] = [];

  /** How many bytes its lists take. */
  get bytes(): number {
    return [this.vectors, this.names, this.links, this.topics, this.papers].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Puts a note's words in, in place of those it had. */
  put(note: number, profile: Profile): void {
    this.vectors.put(note, profile);
    this.names.put(note, profile.names);
    this.#titles[note] = [...new Set(profile.names[0])];
  }

  /** Puts a note's surroundings in, in place of those it had. */
  surround(note: number, { topics, papers, way, targets }: Surroundings): void {
    this.topics.put(note, topics);
    this.papers.put(note, papers);
    this.links.put(note, targets);
    this.#ways[note] = way;
  }

  remove(note: number): void {
    this.vectors.remove(note);
    this.names.remove(note);
    this.topics.remove(note);
    this.papers.remove(note);
    this.links.remove(note);
    this.#titles[note] = undefined;
    this.#ways[note] = undefined;
  }

  wayTo(note: number): string {
    return this.#ways[note] ?? "";
  }

  /** The distinct terms of a note's title. */
  titleOf(note: number): readonly Term[] {
    return this.#titles[note] ?? [];
  }
}
