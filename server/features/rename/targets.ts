// Every way in which a link may be written so that it leads where it led, in the form it has as far as that can be kept; the likest first.
import { splitDestination } from "../../core/destination";
import { baseName, folderOf, headingKey, isFileName, withoutExtension } from "../../core/key";
import type { MarkdownReference, Note, Reference, WikiReference } from "../../core/note";
import { isNoteTarget, readingsOf } from "../../core/wikiLink";
import { isExplicitPath } from "../../index/keys";
import { slugOf } from "../../index/parts";
import type { Part, Resolution } from "../../index/vault";
import { canBeTarget, encodedPath, headingName, labelOf, namesOf, partNames, pathFrom } from "../links";
import type { NewName, NewPart } from "./plan";

/** A link as it could be written. */
export interface Written<R extends Reference = Reference> {
  /** What would be read in place of the old reference. */
  readonly reference: R;
  /** What is to stand where the target stands. */
  readonly text: string;
}

/** Where a link is to lead. */
export interface Goal {
  /** The note that the link stands in, as it will be. */
  readonly from: Note;
  /** The file it is to lead to, as it will be: a note, or the path of another file of the same folder. */
  readonly to: Note | string;
  /** What the link meant. */
  readonly meaning: Resolution;
  /** The number that the heading or anchor it meant will have in its note. */
  readonly meant: number | undefined;
  /** The name that the link has to follow; undefined where it bears another. */
  readonly name: NewName | undefined;
  /** The part of the note that has a new name; the link may lead there, or below it. */
  readonly part: NewPart | undefined;
}

/** The forms of a wiki link. */
export function* wikiForms(reference: WikiReference, goal: Goal): Iterable<Written<WikiReference>> {
  for (const { base, parts } of readingsOf(reference.target)) {
    for (const pieces of piecesFor(parts, goal)) {
      for (const name of basesFor(base, goal)) {
        const target = name + pieces.map((piece) => `#${piece}`).join("");
        if (!isNoteTarget(target) || /[|\r\n]|\]\]|\[\[/.test(target)) continue;
        yield { reference: { ...reference, target }, text: target + labelFor(reference, name, goal) };
      }
    }
  }
}

/** A link that showed the title goes on showing it where another name has to stand in it. */
function labelFor({ label, place, embed }: WikiReference, target: string, { name }: Goal): string {
  if (name === undefined || label !== undefined || place === "related" || embed || target === name.text) return "";
  return (place === "cell" ? "\\|" : "|") + labelOf(name.text);
}

function basesFor(base: string, { from, to, name }: Goal): readonly string[] {
  if (base === "") return [base];
  const names = typeof to === "string" ? fileNames(to) : namesOf(to);
  if (name) return [...(canBeTarget(name.text) ? [name.text] : []), ...names];
  const path = typeof to === "string" ? to : to.path;
  return [base, likePath(base, from, path), ...names, ...(typeof to === "string" ? [] : [to.title.text].filter(canBeTarget))];
}

/** The path of a file in the form that a name has: from the note, from the root, or as many folders of it; with its ending if it had one. */
function likePath(base: string, from: Note, path: string): string {
  const whole = /\.md$/i.test(base) || !/\.md$/i.test(path) ? path : withoutExtension(path);
  if (base.startsWith("/")) return `/${whole}`;
  if (!isExplicitPath(base)) return whole.split("/").slice(-base.split("/").length).join("/");
  const way = pathFrom(folderOf(from.path), whole);
  return way.startsWith("..") ? way : `./${way}`;
}

/** A file's name, then ever more of its path. */
function fileNames(path: string): readonly string[] {
  const segments = path.split("/");
  return [...segments.map((_, index) => segments.slice(-1 - index).join("/")), `/${path}`];
}

/** The pieces behind `#`, with the new name of the heading or block among them; then every other name that the part has where it will be. */
function piecesFor(parts: readonly string[], goal: Goal): readonly (readonly string[])[] {
  if (parts.length === 0) return [parts];
  const renamed = goal.part ? renamedPieces(parts, goal, goal.part) : [parts];
  const part = partAt(goal);
  return part && typeof goal.to !== "string" ? [...renamed, ...partNames(goal.to, part).map((name) => name.split("#"))] : renamed;
}

function renamedPieces(parts: readonly string[], { meaning, meant }: Goal, part: NewPart): readonly (readonly string[])[] {
  const last = parts.length - 1;
  const old = meaning.kind === "note" ? meaning.part : undefined;
  if (part.kind === "anchor") return old?.kind === "anchor" ? [[...parts.slice(0, last), withMark(parts[last] ?? "", part.text)]] : [parts];
  const isMeant = old?.kind === "heading" && meant === part.index;
  const isNamed = (piece: string, at: number) => (at === last && isMeant) || headingKey(piece) === headingKey(part.old);
  const plain = headingName(part.text);
  const renamed = [part.text, plain].map((text) => parts.map((piece, at) => (isNamed(piece, at) ? text : piece)));
  return isMeant ? [...renamed, parts] : [parts, ...renamed];
}

/** The part that a link meant, as it will be. */
function partAt({ to, meaning, meant }: Goal): Part | undefined {
  if (typeof to === "string" || meant === undefined || meaning.kind !== "note") return undefined;
  if (meaning.part?.kind === "anchor") return ((anchor) => anchor && { kind: "anchor", anchor })(to.anchors[meant]);
  return ((heading) => heading && { kind: "heading", heading })(to.headings[meant]);
}

const withMark = (old: string, id: string) => (old.startsWith("^") ? `^${id}` : id);

/** The forms of a Markdown link; `written` is its destination as it stands in the text. */
export function* markdownForms(reference: MarkdownReference, goal: Goal, written: string): Iterable<Written<MarkdownReference>> {
  const hash = written.indexOf("#");
  const [way, part] = hash < 0 ? [written, ""] : [written.slice(0, hash), written.slice(hash)];
  for (const fragment of fragmentsFor(part, goal)) {
    for (const path of pathsFor(way, reference.path, goal)) {
      const text = path + fragment;
      yield { reference: { ...reference, ...splitDestination(text) }, text };
    }
  }
}

function fragmentsFor(fragment: string, goal: Goal): readonly string[] {
  const meant = partAt(goal);
  if (fragment === "" || !meant || typeof goal.to === "string") return [fragment];
  if (meant.kind === "anchor") {
    const renamed = `#${withMark(fragment.slice(1), meant.anchor.id)}`;
    return goal.part?.kind === "anchor" ? [renamed, fragment] : [fragment, renamed];
  }
  const renamed = [slugOf(goal.to, meant.heading), encodedPath(meant.heading.text)].map((it) => `#${it}`);
  return goal.part?.index === goal.meant ? [...renamed, fragment] : [fragment, ...renamed];
}

/** Where only the last name differs, what stands before it stays as it is written. */
function pathsFor(written: string, path: string, { from, to }: Goal): readonly string[] {
  if (path === "") return [written];
  const target = typeof to === "string" ? to : to.path;
  const endings = /\.md$/i.test(target) && !isFileName(path) ? [withoutExtension(target), target] : [target];
  const forms = endings.flatMap((end) => {
    const way = encodedPath(pathFrom(folderOf(from.path), end));
    const name = encodedPath(baseName(end)).replace(/^\.\//, "");
    const besides = written.slice(0, written.lastIndexOf("/") + 1) + name;
    return path.startsWith("/")
      ? [besides, `/${encodedPath(end)}`]
      : [besides, written.startsWith("./") && !way.startsWith(".") ? `./${way}` : way];
  });
  return [written, ...forms];
}
