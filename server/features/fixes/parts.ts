// Fixes of links to headings and blocks that are not there.
import { splitDestination } from "../../core/destination";
import type { MarkdownReference, Note, WikiReference } from "../../core/note";
import { slugOf } from "../../index/parts";
import type { Resolution } from "../../index/vault";
import { distance } from "../closest";
import { encodedPath } from "../links";
import type { Written } from "../rename/targets";
import { choices, type FaultyLink, type Fix, firstRetargeted, leadsTo } from "./fix";

/** As a share of the longer heading; more edits than this make another one of it. */
const mostEdits = 0.4;

/** The same note's headings or blocks that come close to the one that is not there. */
export function closeParts(link: FaultyLink, reference: WikiReference | MarkdownReference): readonly Fix[] {
  const meaning = link.vault.resolve(link.open.note, reference);
  if (meaning.kind !== "missingPart") return [];
  const { note, wanted } = meaning;
  const isWhole = (it: Resolution) => it.kind === "note" && leadsTo(note.uri)(it) && it.part !== undefined;
  const names = wanted.startsWith("^") ? blocksOf(note) : note.headings.map(({ text }) => text);
  return choices(
    closest([...new Set(names)], comparable(wanted)).map((name) =>
      firstRetargeted(link, `Change to “#${name}”`, formsOf(link, reference, note, name), isWhole),
    ),
  );
}

const blocksOf = ({ anchors }: Note) => anchors.flatMap(({ kind, id }) => (kind === "block" ? [`^${id}`] : []));

/** Slugs are compared as the words they are made of. */
const comparable = (text: string) => text.toLowerCase().replaceAll("-", " ");

function closest(names: readonly string[], wanted: string): readonly string[] {
  const scored = names.flatMap((name) => {
    const edits = distance(comparable(name), wanted, Math.floor(Math.max(name.length, wanted.length) * mostEdits));
    return edits === undefined ? [] : [{ name, edits }];
  });
  return scored.sort((a, b) => a.edits - b.edits).map(({ name }) => name);
}

function formsOf({ open }: FaultyLink, reference: WikiReference | MarkdownReference, note: Note, name: string): readonly Written[] {
  if (reference.kind === "wiki") {
    const target = reference.target.slice(0, reference.target.indexOf("#") + 1) + name;
    return [{ reference: { ...reference, target }, text: target }];
  }
  const written = open.text.slice(reference.targetRange.start, reference.targetRange.end);
  const way = written.slice(0, written.indexOf("#") + 1);
  const heading = note.headings.find(({ text }) => text === name);
  const texts = name.startsWith("^") ? [way + name] : [way + (heading ? slugOf(note, heading) : ""), way + encodedPath(name)];
  return texts.map((text) => ({ reference: { ...reference, ...splitDestination(text) }, text }));
}
