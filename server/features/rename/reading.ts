// Reads many notes ahead of the work on them: where files come through an editor, each takes a way there and back.
import type { Texts } from "./plan";

/** Notes that are being read at a time. */
const mostAtOnce = 32;

/** What is read for each of some items, in their order. An error comes when it is the turn of its item. */
export async function* readAhead<T, R>(items: Iterable<T>, read: (item: T) => Promise<R>): AsyncGenerator<R> {
  const reading: Promise<R>[] = [];
  for (const item of items) {
    const next = read(item);
    // Nobody may get to it, where an earlier one fails.
    next.catch(() => undefined);
    if (reading.push(next) >= mostAtOnce) yield reading.shift() as Promise<R>;
  }
  yield* reading;
}

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
