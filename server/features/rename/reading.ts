// Texts of notes that are read once, however often they are asked for.
import type { Texts } from "./plan";

/** Texts of which each is read once: all that is made of them counts its places in the same text, whatever happens to a file meanwhile. */
export function readOnce(texts: Texts): Texts {
  const known = new Map<string, Promise<string | undefined>>();
  return {
    read(note) {
      const text = known.get(note.uri) ?? texts.read(note);
      known.set(note.uri, text);
      return text;
    },
    reread: texts.reread,
  };
}
