// What the server asks of the client for files that it cannot reach by itself: those of virtual file systems, and all in a web worker.

/** An entry of a folder; see `Entry` in `server/host/noteFiles.ts`. */
export interface FileEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
  readonly isLink: boolean;
}

export interface FileStat {
  readonly kind: FileEntry["kind"];
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Whether the file system says that nobody may write there. */
  readonly isReadOnly: boolean;
}

export interface ReadFileParams {
  readonly uri: string;
  /** Bytes: a longer file is not sent. */
  readonly maxSize: number;
}

/** The bytes in base64, which every transport carries; none where there are more than was asked for. */
export interface FileContent {
  readonly base64?: string;
  readonly size: number;
  readonly modified: number;
}

export interface RescanParams {
  /** `near`: only folders whose files the server reaches by itself, where a look costs little. */
  readonly reach: "near" | "all";
}

/** Requests from server to client. What cannot be had is an error, whose message is part of a sentence: `permission denied`. */
export interface ClientRequests {
  "quaestio/readFolder": { params: { readonly uri: string }; result: readonly FileEntry[] };
  "quaestio/readFile": { params: ReadFileParams; result: FileContent };
  /** Null where nothing lies there or nobody may look. */
  "quaestio/stat": { params: { readonly uri: string }; result: FileStat | null };
}
