// The port to where an index is kept from one start to the next. What is kept saves time and nothing else: all of it can be read anew.

export interface IndexStore {
  /** What writes and reads here: what another edition wrote may mean something else. */
  readonly edition: string;
  /**
   * The pieces that were last saved under a name, in their order; none where nothing was saved. Throws behind the last whole piece where
   * something is damaged.
   */
  load(name: string): AsyncIterable<Uint8Array>;
  /**
   * Keeps pieces under a name in place of earlier ones. Others who load or save the same name meanwhile get one version or another, never
   * parts of both. Returns false, and keeps the earlier ones, where nothing can be written.
   */
  save(name: string, pieces: AsyncIterable<Uint8Array>): Promise<boolean>;
}

/** Keeps nothing, as is wanted. */
export const noStore: IndexStore = {
  edition: "",
  async *load() {},
  save: async () => true,
};
