// The one table: a row for each quantity, a column for each size, and how much dearer each size is than the one before.
import { median, type Sample } from "./measures";
import { targets } from "./targets";

/** All runs at one size. */
export interface Measured {
  readonly notes: number;
  readonly samples: readonly Sample[];
}

/** The name of the quantity that all times are compared with. */
export const limitName = "L";

/** The median of every quantity that was measured, over all runs. */
export function mediansOf({ samples }: Pick<Measured, "samples">): Sample {
  const names = new Set(samples.flatMap((sample) => Object.keys(sample)));
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      median(
        samples.flatMap((sample) => {
          const value = sample[name];
          return value === undefined ? [] : [value];
        }),
      ),
    ]),
  );
}

/** The table as lines of text; sizes in rising order. */
export function tableOf(sizes: readonly Measured[]): string {
  const medians = sizes.map(mediansOf);
  const names = [...new Set(medians.flatMap((sample) => Object.keys(sample)))];
  const head = [
    "cold: a fresh cache folder each run",
    "at most",
    ...sizes.flatMap(({ notes }, at) => [`${count(notes)} notes`, ...(at > 0 ? ["growth"] : [])]),
  ];
  const rows = names.map((name) => [name, targets[name] ?? "", ...medians.flatMap((sample, at) => cells(name, sample, medians[at - 1]))]);
  return aligned([head, ...rows]);
}

/** Quantities that no number of notes changes, as lines of text: a row for each. */
export function listOf(samples: readonly Sample[]): string {
  return aligned(Object.entries(mediansOf({ samples })).map(([name, value]) => [name, told(name, value, undefined)]));
}

function cells(name: string, sample: Sample, smaller: Sample | undefined): readonly string[] {
  const value = sample[name];
  const before = smaller?.[name];
  const growth = value === undefined || before === undefined || before <= 0 ? "" : `× ${figures(value / before)}`;
  return [value === undefined ? "" : told(name, value, sample[limitName]), ...(smaller ? [growth] : [])];
}

/** `1.9 s, 20 × L`; what is told in another unit than time has no ratio. */
function told(name: string, value: number, limit: number | undefined): string {
  const unit = /\((MB|kB)\)$/.exec(name)?.[1];
  if (unit !== undefined) return `${count(Math.round(value))} ${unit}`;
  return name === limitName || limit === undefined ? duration(value) : `${duration(value)}, ${figures(value / limit)} × L`;
}

/** A time in milliseconds as people say it. */
export const duration = (time: number): string => (time >= 1000 ? `${figures(time / 1000)} s` : `${figures(time)} ms`);

/** Two figures are as many as such measurements are good for. */
function figures(value: number): string {
  if (Math.abs(value) >= 10) return count(Math.round(value));
  return value.toFixed(Math.abs(value) >= 1 ? 1 : 2);
}

/** A whole number with its thousands apart. */
export const count = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, " ");

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}
