// Notes by their titles, and their headings, for the destination of a Markdown link being typed.

import { splitDestination } from "../core/destination";
import { folderOf } from "../core/key";
import type { MarkdownReference, Note, Range } from "../core/note";
import { wordsOf } from "../index/titleWords";
import type { Resolution, Vault } from "../index/vault";
import { type Candidate, type LinkOptions, namedNotes, noteCandidate } from "./completion";
import { encodedPath, pathFrom } from "./links";
import { headingDetail, headingsLike, isHeadingAt, type PartPlace } from "./partCompletion";
import type { TypedDestination } from "./typedDestination";

export interface DestinationOptions extends LinkOptions {
  /** Headings behind `#`: beside the built-in Markdown extension they are its own. */
  readonly headings: "offered" | "left to the editor";
}

/** The notes that a title or alias names, written as the way there; behind `#` the headings of a note, written as GitHub's slugs. */
export function destinationCandidates(
  vault: Vault,
  at: PartPlace,
  typed: TypedDestination,
  options: DestinationOptions,
): readonly Candidate[] {
  const { path, fragment } = splitDestination(typed.typed.replace(/^</, ""));
  if (fragment === undefined) return noteCandidates(vault, at.from, typed, path, options);
  const headings = options.headings === "offered" ? headingCandidates(vault, at, typed, path, fragment) : [];
  if (wordsOf(`${path} ${fragment}`).length === 0) return headings;
  const titles = noteCandidates(vault, at.from, typed, `${path} ${fragment}`, { ...options, slips: "not forgiven" });
  return [...headings, ...titles.filter(({ label }) => label.includes("#"))];
}

function noteCandidates(vault: Vault, from: Note, typed: TypedDestination, query: string, options: LinkOptions): readonly Candidate[] {
  // Whoever has typed the way to a folder goes on with a name.
  const name = query.slice(query.lastIndexOf("/") + 1);
  if (query.includes("/") && wordsOf(name).length === 0) return [];
  return namedNotes(vault, from, name, options).flatMap((match) => {
    const destination = encodedPath(pathFrom(folderOf(from.uri), match.note.uri));
    if (match.note.folder !== from.folder || !leadsTo(vault.resolve(from, reference(destination)), match.note)) return [];
    const text = `${destination}${typed.closing}`;
    return [{ ...noteCandidate(vault, match), text, range: typed.range, filterText: `${typed.typed} ${match.name}` }];
  });
}

const leadsTo = (meaning: Resolution, note: Note) => meaning.kind === "note" && meaning.note.uri === note.uri;

const nowhere: Range = { start: 0, end: 0 };

const reference = (destination: string): MarkdownReference => ({
  ...{ kind: "markdown", image: false, range: nowhere, targetRange: nowhere },
  ...splitDestination(destination),
});

function headingCandidates(vault: Vault, at: PartPlace, typed: TypedDestination, path: string, fragment: string): readonly Candidate[] {
  const meaning = vault.resolve(at.from, { ...reference(""), path, fragment: undefined });
  if (meaning.kind !== "note") return [];
  const { note } = meaning;
  const hash = typed.typed.indexOf("#") + 1;
  const range = { start: typed.range.start + hash, end: typed.range.end };
  return headingsLike(note, fragment, at).flatMap((it) => {
    const meant = vault.resolve(at.from, { ...reference(""), path, fragment: it.slug });
    if (!isHeadingAt(meant, note, it.heading.range)) return [];
    const { text: label } = it.heading;
    const filterText = `${typed.typed.slice(hash)} ${label}`;
    const about = { uri: note.uri, heading: it.heading.range.start };
    const told = { kind: "heading", label, detail: headingDetail(note, it), summary: "", about } as const;
    return [{ ...told, text: `${it.slug}${typed.closing}`, range, filterText }];
  });
}
