// The file port through the client: for schemes that only it can reach, and for a server in a web worker.
import type { Connection } from "vscode-languageserver";
import type { NoteUri } from "../core/note";
import { encodedUri } from "../core/noteUri";
import { decodeText } from "../core/text";
import type { ClientRequests, FileStat } from "../protocol";
import { type FileText, type NoteFiles, notText, tooLarge } from "./noteFiles";

/** `client`: answers the requests of `ClientRequests`. */
export function clientFiles(client: Pick<Connection, "sendRequest">): NoteFiles {
  const ask = <M extends keyof ClientRequests>(method: M, params: ClientRequests[M]["params"]): Promise<ClientRequests[M]["result"]> =>
    client.sendRequest(method, params);
  const stat = (uri: NoteUri): Promise<FileStat | null> => ask("quaestio/stat", { uri: encodedUri(uri) }).catch(() => null);
  const readFile = async (file: NoteUri, maxSize: number): Promise<FileText> => {
    const read = await ask("quaestio/readFile", { uri: encodedUri(file), maxSize }).catch(messageOf);
    if (typeof read === "string") return { unreadable: `This file cannot be read: ${read}.`, modified: 0, size: -1 };
    const { base64, ...stamp } = read;
    if (base64 === undefined) return { unreadable: tooLarge(stamp.size, maxSize), ...stamp };
    const text = decodeText(bytesOf(base64));
    return text === undefined ? { unreadable: notText, ...stamp } : { text, ...stamp };
  };
  return {
    atOnce: 32,
    async readFolder(folder) {
      const entries = await ask("quaestio/readFolder", { uri: encodedUri(folder) }).catch(messageOf);
      if (typeof entries === "string") throw new Error(`The folder ${folder} cannot be listed: ${entries}.`);
      return entries;
    },
    readFile,
    async stampOf(file) {
      const found = await stat(file);
      return found?.kind === "file" ? { size: found.size, modified: found.modified } : undefined;
    },
    kindOf: async (uri) => (await stat(uri))?.kind,
    async isReadOnly(file) {
      const found = await stat(file);
      return found?.kind === "file" && found.isReadOnly;
    },
    // Nobody tells where a link of a virtual file system leads: folders behind links are not looked into there.
    realPath: async (folder) => folder,
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
