// What the server tells of itself for a report that something is wrong: counts, times and settings, nothing of what notes say or where they lie.

export interface ServerStatus {
  readonly version: string;
  /** What runs it, with its version: `Node v24.1.0`, `web worker`. */
  readonly runtime: string;
  /** Bytes that the process holds; null where nobody tells. */
  readonly memory: number | null;
  /** Milliseconds since it started. */
  readonly uptime: number;
  readonly folders: readonly FolderStatus[];
  /** Of the index with one built anew; null where nobody asked for it. */
  readonly comparisons: ComparisonStatus | null;
  /** What went wrong last, the newest first. */
  readonly failures: readonly Failure[];
}

export interface ComparisonStatus {
  readonly made: number;
  /** Of those, the ones that found a difference. */
  readonly different: number;
}

export interface FolderStatus {
  /** The scheme of its address: `file`, or that of a virtual file system. */
  readonly scheme: string;
  /** What shows that it is a vault. */
  readonly kind: "marked" | "by its notes" | "plain";
  readonly notes: number;
  readonly references: number;
  /** Milliseconds that reading it took the last time; null before it is read. */
  readonly loadTime: number | null;
  /** Of the notes, those that were taken from what was kept at that time. */
  readonly unchanged: number;
  /** The settings in force that are not the defaults, by their names. Of files outside it is told how many there are. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Failure {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly level: "error" | "warning";
  /** The line of the log, in which folders have no names. */
  readonly sentence: string;
}
