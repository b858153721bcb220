// The index store on Node: a file a name, in a folder for the user's eyes only. A file is written beside the old one and takes its place
// when it is on the disk, so that neither a crash nor another window leaves a half.
import { createHash, randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { constants, gunzip, gzip } from "node:zlib";
import envPaths from "env-paths";
import type { IndexStore } from "./indexStore";

declare const QUAESTIO_VERSION: string;

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

/** What nobody loaded for so long, in milliseconds, is deleted. */
const longestUnused = 90 * 24 * 3600 * 1000;
/** A file that is still being written after so long, in milliseconds, never will be. */
const longestUnfinished = 3600 * 1000;

/** Where the system wants such files: `~/.cache/quaestio` and the like, below `XDG_CACHE_HOME` where that is set. */
export function cacheFolder(): string {
  const root = process.env["XDG_CACHE_HOME"];
  return root ? join(root, "quaestio") : envPaths("quaestio", { suffix: "" }).cache;
}

/** A store in a folder, which is made when something is saved. `program` is the script that runs: each build is an edition of its own. */
export function nodeIndexStore(folder: string, program: string): IndexStore {
  const { size, mtimeMs } = statSync(program);
  const pathOf = (name: string) => join(folder, `${createHash("sha256").update(name).digest("hex").slice(0, 32)}.index`);
  return {
    edition: `${QUAESTIO_VERSION} ${size} ${mtimeMs}`,
    load: (name) => piecesIn(pathOf(name)),
    async save(name, pieces) {
      const path = pathOf(name);
      const fresh = `${path}.${randomUUID()}`;
      await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
      const file = await open(fresh, "wx", 0o600).catch(() => undefined);
      if (!file) return false;
      try {
        return (await written(file, pieces)) && (await succeeds(rename(fresh, path)));
      } finally {
        await rm(fresh, { force: true }).catch(() => undefined);
        await prune(folder);
      }
    },
  };
}

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

/** Bytes before each piece that say how long it is. */
const lengthSize = 4;

/** Writes all pieces, each packed while the next is made. Returns false where the disk takes no more. */
async function written(file: FileHandle, pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  let isWritten: Promise<boolean> = Promise.resolve(true);
  try {
    for await (const piece of pieces) {
      const bytes = packed(piece, { level: constants.Z_BEST_SPEED });
      if (!(await isWritten)) return false;
      isWritten = succeeds(bytes.then((it) => file.writev([lengthBefore(it), it])));
    }
    return (await isWritten) && (await succeeds(file.sync()));
  } finally {
    await isWritten;
    await file.close().catch(() => undefined);
  }
}

function lengthBefore(bytes: Uint8Array): Uint8Array {
  const length = Buffer.alloc(lengthSize);
  length.writeUInt32LE(bytes.length);
  return length;
}

/** Bytes that most pieces have at most: Node would unpack them 16 kB at a time. */
const usualPiece = 2 ** 20;
/** How many pieces are unpacked ahead of the one that is being read. */
const ahead = 4;

async function* piecesIn(path: string): AsyncGenerator<Uint8Array> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
  });
  if (!bytes) return;
  await utimes(path, new Date(), new Date()).catch(() => undefined);
  const waiting: Promise<Uint8Array | undefined>[] = [];
  let at = 0;
  for (;;) {
    while (waiting.length < ahead && at + lengthSize <= bytes.length) {
      const start = at + lengthSize;
      at = start + bytes.readUInt32LE(at);
      // The check sum of gzip tells what is damaged; what is cut off is too.
      waiting.push(unpacked(bytes.subarray(start, at), { chunkSize: usualPiece }).catch(() => undefined));
    }
    const next = waiting.shift();
    const piece = await next;
    if (piece) yield piece;
    else if (next || at !== bytes.length || at === 0) throw new Error(`${path} is damaged.`);
    else return;
  }
}

/** Deletes what is not used any more. */
async function prune(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const used = await stat(path).catch(() => undefined);
    const age = used ? Date.now() - used.mtimeMs : 0;
    if (age > (name.endsWith(".index") ? longestUnused : longestUnfinished)) await rm(path, { force: true }).catch(() => undefined);
  }
}
