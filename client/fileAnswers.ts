// Answers what the server asks about files that only the editor can reach: of virtual file systems, and in the browser all.
import {
  type Disposable,
  Disposable as Disposables,
  FilePermission,
  type FileStat,
  FileSystemError,
  FileType,
  Uri,
  workspace,
} from "vscode";
import { type BaseLanguageClient, ErrorCodes, ResponseError } from "vscode-languageclient";
import type { ClientRequests, FileContent, FileEntry } from "../server/protocol";
import { base64Of } from "./base64";

type Answers = { readonly [M in keyof ClientRequests]: (params: ClientRequests[M]["params"]) => Thenable<ClientRequests[M]["result"]> };

export const fileAnswers: Answers = {
  "quaestio/readFolder": ({ uri }) => workspace.fs.readDirectory(Uri.parse(uri)).then((entries) => entries.flatMap(entryOf), failWith),
  "quaestio/readFile": ({ uri, maxSize }) => contentOf(Uri.parse(uri), maxSize).catch(failWith),
  "quaestio/stat": ({ uri }) => workspace.fs.stat(Uri.parse(uri)).then(statOf, () => null),
};

/** Has a client answer them; to be called before it starts. */
export function answerFileRequests(client: BaseLanguageClient): Disposable {
  return Disposables.from(
    client.onRequest("quaestio/readFolder", fileAnswers["quaestio/readFolder"]),
    client.onRequest("quaestio/readFile", fileAnswers["quaestio/readFile"]),
    client.onRequest("quaestio/stat", fileAnswers["quaestio/stat"]),
  );
}

const kindOf = (type: FileType): FileEntry["kind"] | undefined =>
  type & FileType.Directory ? "folder" : type & FileType.File ? "file" : undefined;

/** A link that leads nowhere has no type beside that of a link. */
function entryOf([name, type]: [string, FileType]): readonly FileEntry[] {
  const kind = kindOf(type);
  return kind === undefined ? [] : [{ name, kind, isLink: (type & FileType.SymbolicLink) !== 0 }];
}

function statOf({ type, size, mtime, permissions }: FileStat) {
  const kind = kindOf(type);
  return kind === undefined ? null : { kind, size, modified: mtime, isReadOnly: ((permissions ?? 0) & FilePermission.Readonly) !== 0 };
}

async function contentOf(uri: Uri, maxSize: number): Promise<FileContent> {
  const { type, size, mtime: modified } = await workspace.fs.stat(uri);
  if (type & FileType.Directory) throw FileSystemError.FileIsADirectory(uri);
  // The length that a file system tells may be a guess: what was really read counts as well.
  if (size > maxSize) return { size, modified };
  const bytes = await workspace.fs.readFile(uri);
  return { ...(bytes.length > maxSize ? {} : { base64: base64Of(bytes) }), size: bytes.length, modified };
}

/** What the operating system would say, by the codes that file systems of the editor have in common. */
const faults: Readonly<Record<string, string>> = {
  FileNotFound: "no such file or directory",
  FileNotADirectory: "not a directory",
  FileIsADirectory: "it is a folder",
  NoPermissions: "permission denied",
  Unavailable: "its file system cannot be reached",
};

function failWith(error: unknown): never {
  const code = error instanceof FileSystemError ? error.code : "";
  throw new ResponseError(ErrorCodes.InternalError, faults[code] ?? (error instanceof Error ? error.message : String(error)));
}
