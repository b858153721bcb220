// The one function that makes a NoteUri, and the ways back out of it.
import { URI } from "vscode-uri";
import type { NoteUri } from "./note";

/**
 * The identity of the file a URI names: scheme, authority and *decoded* path, with a lower-case drive letter. Editors and
 * Node spell one file differently (`%28` or `(`, `c%3A` or `C:`); all spellings give one NoteUri. Query and fragment are kept
 * where the scheme puts the document's identity there (`git:`, the cells of a notebook), that is everywhere but on a disk.
 */
export function noteUri(uri: string): NoteUri {
  const { scheme, authority, path, query, fragment } = URI.parse(uri);
  return joinUri(scheme, authority, path, (query && `?${query}`) + (fragment && `#${fragment}`));
}

/** The NoteUri of a path as the operating system writes it. */
export function fileUri(fsPath: string): NoteUri {
  const { scheme, authority, path } = URI.file(fsPath);
  return joinUri(scheme, authority, path, "");
}

function joinUri(scheme: string, authority: string, path: string, rest: string): NoteUri {
  const straight = /\/\.{1,2}(?:\/|$)/.test(path) ? withoutDots(path) : path;
  const drive = /^\/[A-Z]:/.test(straight) ? `/${straight.charAt(1).toLowerCase()}${straight.slice(2)}` : straight;
  const trimmed = drive.length > 1 && drive.endsWith("/") ? drive.slice(0, -1) : drive;
  return `${scheme}://${authority}${trimmed}${scheme === "file" ? "" : rest}` as NoteUri;
}

/** `.` and `..` worked out, as RFC 3986 has it (section 5.2.4): what steps out of a folder does not lie below it. */
function withoutDots(path: string): string {
  const [root = "", ...steps] = path.split("/");
  const segments: string[] = [];
  for (const step of steps) {
    if (step === "..") segments.pop();
    else if (step !== ".") segments.push(step);
  }
  return [root, ...segments].join("/") || "/";
}

/** The percent-encoded URI to send to a client that did not open the document itself. */
export function encodedUri(uri: NoteUri): string {
  return partsOf(uri).toString();
}

/** The path as the operating system writes it. */
export function fsPathOf(uri: NoteUri): string {
  return partsOf(uri).fsPath;
}

/** The scheme, such as `file`. */
export function schemeOf(uri: NoteUri): string {
  return uri.slice(0, uri.indexOf("://"));
}

function partsOf(uri: NoteUri): URI {
  const scheme = schemeOf(uri);
  const rest = uri.slice(scheme.length + 3);
  const slash = rest.indexOf("/");
  return URI.from({ scheme, authority: slash < 0 ? rest : rest.slice(0, slash), path: slash < 0 ? "" : rest.slice(slash) });
}

/** The file at a relative path (`/` as separator) below a folder. */
export function uriBelow(folder: NoteUri, path: string): NoteUri {
  if (path === "") return folder;
  return `${folder.endsWith("/") ? folder.slice(0, -1) : folder}/${path}` as NoteUri;
}

/** The relative path of a file below a folder, or undefined when it lies elsewhere. */
export function pathBelow(folder: NoteUri, uri: NoteUri): string | undefined {
  const prefix = folder.endsWith("/") ? folder : `${folder}/`;
  return uri.startsWith(prefix) ? uri.slice(prefix.length) : undefined;
}
