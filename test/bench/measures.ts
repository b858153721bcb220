// What is measured, and the few words of statistics for it.

/** One measured quantity of one run, by its name in the table. */
export type Sample = Readonly<Record<string, number>>;

/** The middle of some numbers; of an even count the lower of the two in the middle. */
export const median = (values: readonly number[]): number => percentile(values, 50);

/** The value that a share of all values, in percent, does not exceed. NaN of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** The median and the 95th percentile of times, under a common name. */
export function spread(name: string, times: readonly number[]): Sample {
  return { [`${name}, p50`]: median(times), [`${name}, p95`]: percentile(times, 95) };
}

/** How long something takes, in milliseconds, and what it gives. */
export async function timed<T>(act: () => Promise<T>): Promise<{ readonly time: number; readonly result: T }> {
  const started = performance.now();
  const result = await act();
  return { time: performance.now() - started, result };
}

/** A quantity that is not known everywhere: a sample with it, or an empty one. */
export function ifKnown(name: string, value: number | undefined): Sample {
  return value === undefined ? {} : { [name]: value };
}
