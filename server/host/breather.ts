// Lets other work have its turn while a long one is under way.

/** How long one slice of work may keep the event loop, in milliseconds. */
const sliceTime = 16;

/** A function that gives others their turn whenever a slice of time is used up, and tells whether it did. */
export function breather(): () => Promise<boolean> {
  let since = Date.now();
  return async () => {
    if (Date.now() - since < sliceTime) return false;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = Date.now();
    return true;
  };
}
