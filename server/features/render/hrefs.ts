// How a page that is shown of a note names what it leads to: by relative paths, which the editor's preview opens itself.
import { folderOf } from "../../core/key";
import type { Note, NoteUri, PaperId } from "../../core/note";
import { uriBelow } from "../../core/noteUri";
import { positionAt } from "../../core/text";
import { headingsAbove, slugOf } from "../../index/parts";
import type { Part, Resolution, Vault } from "../../index/vault";
import { encodedPath, pathFrom } from "../links";
import { placeOf } from "../navigation";
import { paperText } from "../paperText";

/** The address of a file as seen from a note, percent-encoded; undefined where no relative path leads there (another drive or host). */
export function hrefOfFile(from: Note, uri: NoteUri): string | undefined {
  return rootOf(from.uri) === rootOf(uri) ? encodedPath(pathFrom(folderOf(from.uri), uri)) : undefined;
}

/** What comes before all folders: scheme, host and drive. */
const rootOf = (uri: NoteUri) => /^[^:]+:\/\/[^/]*(?:\/[a-z]:)?/.exec(uri)?.[0];

/** Where a resolution leads as seen from a note, if anywhere: a file of the vault or a paper's page. */
export function hrefOf(vault: Vault, from: Note, meaning: Resolution): string | undefined {
  switch (meaning.kind) {
    case "note":
      return hrefOfNote(from, meaning.note, meaning.part);
    case "missingPart":
      return hrefOfNote(from, meaning.note, undefined);
    case "file":
      return hrefOfFile(from, uriBelow(meaning.folder.uri, meaning.path));
    case "paper":
      return hrefOfPaper(vault, from, meaning.paper);
    default:
      return undefined;
  }
}

/** The address of a note, or of a part of it. */
export function hrefOfNote(from: Note, to: Note, part: Part | undefined): string | undefined {
  const fragment = part === undefined ? "" : fragmentOf(from, to, part);
  return to.uri === from.uri && fragment !== "" ? fragment : ((path) => path && path + fragment)(hrefOfFile(from, to.uri));
}

/**
 * A preview goes to headings and HTML ids of another note only: of a block there, the heading above it is as near as it gets. In the
 * note itself every id is a place.
 */
function fragmentOf(from: Note, to: Note, part: Part): string {
  if (part.kind === "heading") return `#${encodedPath(slugOf(to, part.heading))}`;
  const { kind, id, range } = part.anchor;
  if (kind === "html" || to.uri === from.uri) return `#${encodedPath(kind === "block" ? `^${id}` : id)}`;
  const above = headingsAbove(to, { level: deepest, text: "", range }).at(-1);
  return above ? `#${encodedPath(slugOf(to, above))}` : "";
}

/** Below every heading there is. */
const deepest = 7;

/** A paper's page in the web; where nobody gives one, its entry, if that lies in the vault. */
export function hrefOfPaper(vault: Vault, from: Note, paper: PaperId): string | undefined {
  const { address } = paperText(vault.papers, paper);
  if (address !== undefined) return address;
  const place = placeOf(vault, { kind: "paper", paper });
  const entry = place && vault.papers.bibliography(place.file.uri);
  if (!place || entry?.folder === undefined) return undefined;
  const file = hrefOfFile(from, place.file.uri);
  // The editor counts the lines of a file from one.
  return file && `${file}#L${positionAt(place.file.lineStarts, place.range.start).line + 1}`;
}
