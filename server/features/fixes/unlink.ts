// A broken link becomes the text that it shows.
import type { FaultyLink, Fix } from "./fix";

/** Takes the marks of a link away; none for an embed, an image, a definition or an item of the front matter, which show nothing of their own. */
export function unlinked({ open, problem, reference }: FaultyLink): readonly Fix[] {
  const { range, targetRange } = reference;
  const written = open.text.slice(range.start, range.end);
  const shown =
    reference.kind === "wiki" && !reference.embed && reference.place !== "related"
      ? (reference.label ?? open.text.slice(targetRange.start, targetRange.end))
      : reference.kind === "markdown" && !reference.image
        ? /^\[([\s\S]*)\]\(/.exec(open.text.slice(range.start, targetRange.start))?.[1]
        : undefined;
  if (shown === undefined || shown.trim() === "" || shown === written) return [];
  const changed = open.reread(open.text.slice(0, range.start) + shown + open.text.slice(range.end));
  const isGone = changed.references.length === open.note.references.length - 1 && changed.headings.length === open.note.headings.length;
  return isGone ? [{ title: "Remove the link and keep its text", problem, range, text: shown, isPreferred: false }] : [];
}
