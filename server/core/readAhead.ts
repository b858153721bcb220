// Reads many things ahead of the work on them: where files come through an editor, each takes a way there and back.

/** Notes that are being read at a time. */
const usual = 32;

/** What is read for each of some items, `atOnce` at a time, in their order. An error comes when it is the turn of its item. */
export async function* readAhead<T, R>(items: Iterable<T>, read: (item: T) => Promise<R>, atOnce = usual): AsyncGenerator<R> {
  const reading: Promise<R>[] = [];
  for (const item of items) {
    const next = read(item);
    // Nobody may get to it, where an earlier one fails.
    next.catch(() => undefined);
    if (reading.push(next) >= atOnce) yield reading.shift() as Promise<R>;
  }
  yield* reading;
}
