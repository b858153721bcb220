// How work grows with what it is given: times are compared with each other, never with a clock's.

/** How many times longer the work takes at four times the size: of several attempts the best, because other work disturbs them. */
export function growth(work: (size: number) => void, size: number): number {
  const time = (of: number) => {
    const start = performance.now();
    work(of);
    return performance.now() - start;
  };
  time(size);
  return Math.min(...Array.from({ length: 4 }, () => time(4 * size) / Math.max(time(size), time(size))));
}
