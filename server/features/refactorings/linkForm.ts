// A wiki link becomes a Markdown link to the same place with the same text, and the other way round.
import { parseBody } from "../../core/body";
import { exactKey, folderOf } from "../../core/key";
import type { MarkdownReference, Note, WikiReference } from "../../core/note";
import { canBeTarget, encodedPath, escapedLabel, namesOf, partNames, partSlugs, pathFrom } from "../links";
import { type Asked, isSameBesides, type LinkToNote, linkAt, placeOf, type Refactoring, tried } from "./refactoring";

type Meaning = LinkToNote["meaning"];

/** The other form of the link at the caret. An embed has none: an image is something else. */
export function otherForm(asked: Asked): Refactoring | undefined {
  const link = linkAt(asked);
  if (link?.reference.kind === "wiki" && !link.reference.embed)
    return firstRight(asked, link, "Write as a Markdown link", markdownForms(asked, link.reference, link.meaning));
  if (link?.reference.kind === "markdown" && !link.reference.image)
    return firstRight(asked, link, "Write as a wiki link", wikiForms(asked, link.reference, link.meaning));
  return undefined;
}

/** The first form that is read as one link which leads where the old one led; all else in the note stays. */
function firstRight(asked: Asked, { reference, meaning }: LinkToNote, title: string, forms: Iterable<string>): Refactoring | undefined {
  const place = placeOf(meaning, () => true);
  for (const text of forms) {
    const changes = [{ range: reference.range, text }];
    const trial = tried(asked, changes);
    const { start } = reference.range;
    const isNew = ({ range }: typeof reference) => range.start === start;
    const now = trial.note.references.filter(isNew);
    const isRight =
      now.length === 1 &&
      now.every((it) => it.range.end === start + text.length && it.kind !== reference.kind) &&
      now.every((it) => placeOf(trial.resolve(trial.note, it), () => true) === place);
    if (isRight && isSameBesides(asked, trial, { gone: reference.range, isNew })) return { title, changes };
  }
  return undefined;
}

function* markdownForms({ open: { note } }: Asked, reference: WikiReference, meaning: Meaning): Iterable<string> {
  const label = reference.label || shownBy(reference.target);
  const { note: to, part } = meaning;
  const path = meaning.rule === "self" ? "" : encodedPath(pathFrom(folderOf(note.uri), to.uri));
  const ends = part ? partSlugs(to, part).map((slug) => `#${slug}`) : [""];
  for (const text of labelForms(label)) for (const end of ends) yield `[${text}](${path}${end})`;
}

/** What a link without a label shows. */
const shownBy = (target: string) => target.replace(/^#\^?/, "");

/** The label as Markdown that reads as that very text: with what can begin a mark escaped, or all that can be one. */
function labelForms(label: string): readonly string[] {
  const all = label.replace(/[!-/:-@[-`{-~]/g, "\\$&");
  return [escapedLabel(label), all].filter((form) => plainText(form) === label.trim());
}

/** The text that a reader sees of a piece of Markdown. */
const plainText = (markdown: string): string | undefined => parseBody(`# ${markdown}`, 0).headings[0]?.text;

function* wikiForms({ vault, open, style }: Asked, reference: MarkdownReference, { note: to, part, rule }: Meaning): Iterable<string> {
  const label = labelOf(open.text, reference);
  if (label === undefined) return;
  const isDendron = vault.folderOf(open.note)?.dialect === "dendron";
  const ends = part ? partNames(to, part).map((name) => `#${name}`) : [""];
  for (const base of rule === "self" ? [""] : basesOf(to, isDendron ? "portable" : style)) {
    for (const target of ends.map((end) => base + end)) {
      if (label === "" || label === shownBy(target)) yield `[[${target}]]`;
      else for (const bar of ["|", "\\|"]) yield isDendron ? `[[${label}${bar}${target}]]` : `[[${target}${bar}${label}]]`;
    }
  }
}

function basesOf(to: Note, style: Asked["style"]): readonly string[] {
  const title = exactKey(to.title.text);
  const byTitle = canBeTarget(title) ? [title] : [];
  return style === "portable" ? [...namesOf(to), ...byTitle] : [...byTitle, ...namesOf(to)];
}

/** The text of an inline link, if a wiki link can show it: it has no marks, and nothing stands behind the destination. */
function labelOf(text: string, { range, targetRange }: MarkdownReference): string | undefined {
  const opening = /^\[([\s\S]*)\]\(\s*<?$/.exec(text.slice(range.start, targetRange.start));
  if (!opening || !/^>?\s*\)$/.test(text.slice(targetRange.end, range.end))) return undefined;
  const written = (opening[1] ?? "").replace(/\s+/g, " ").trim();
  const label = written.replace(/\\([!-/:-@[-`{-~])/g, "$1");
  const isPlain = written === "" || plainText(written) === label;
  // Brackets would open or close a link.
  return isPlain && !/\||\[\[|\]\]|\]$/.test(label) ? label : undefined;
}
