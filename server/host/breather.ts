// Lets other work have its turn while a long one is under way.

/** How long one slice of work may keep the event loop, in milliseconds. */
const sliceTime = 16;

/** A function that gives others their turn whenever a slice of time is used up, and tells whether it did. */
export function breather(): () => Promise<boolean> {
  let since = Date.now();
  return async () => {
    if (Date.now() - since < sliceTime) return false;
    await turn();
    since = Date.now();
    return true;
  };
}

/** Lets waiting requests and files have their turn. Node's timers would wait a millisecond each time. */
export function turn(): Promise<void> {
  return new Promise((resolve) => (typeof setImmediate === "function" ? setImmediate(resolve) : setTimeout(resolve, 0)));
}

/** Goes through the steps of some work; others have their turn between them, whenever a slice of time is used up. */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  const breathe = breather();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}
