// A note that the text links becomes an item of `related:`, written as the items there are.
import type { Note, Reference } from "../../core/note";
import { linkText } from "../links";
import { additions } from "../listField";
import { type Asked, isSameBesides, linkAt, type Refactoring, tried } from "./refactoring";

/** Lists the note that the link at the caret leads to among the related ones; the field and the front matter come with it. */
export function addToRelated(asked: Asked): Refactoring | undefined {
  const to = linkAt(asked)?.meaning.note;
  return to && withRelated(asked, to);
}

/** Lists a note among the related ones of another that does not list it yet. */
export function withRelated(asked: Pick<Asked, "vault" | "open">, to: Note): Refactoring | undefined {
  const { vault, open } = asked;
  const isBroken = open.note.problems.some(({ code, severity }) => code === "front-matter" && severity === "error");
  if (to.uri === open.note.uri || isBroken) return undefined;
  const isListed = (it: Reference, meaning = vault.resolve(open.note, it)) =>
    isRelated(it) && (meaning.kind === "note" || meaning.kind === "missingPart") && meaning.note.uri === to.uri;
  const written = linkText(vault, open.note, to, "title");
  if (!written.startsWith("[[") || open.note.references.some((it) => isListed(it))) return undefined;
  for (const change of additions(open.text, "related", [{ value: written, bare: written.slice(2, -2) }])) {
    const trial = tried(asked, [change]);
    const now = trial.note.references.filter(isRelated);
    const added = now.filter((it) => isListed(it, trial.resolve(trial.note, it)));
    const isNew = (it: Reference) => added.includes(it);
    const at = { start: change.range.start, end: change.range.start };
    if (added.length === 1 && isSameBesides(asked, trial, { gone: at, isNew }))
      return { title: `Add “${to.title.text}” to related`, changes: [change] };
  }
  return undefined;
}

const isRelated = (reference: Reference) => reference.kind === "wiki" && reference.place === "related";
