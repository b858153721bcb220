// Text of notes inside the editor's own markup: as text, whatever it looks like.

/** Escapes all that Markdown could read as a mark; `MarkdownString.appendText` would also glue every word to the next. */
export function plainText(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|~<>&:@$%^=]/g, "\\$&");
}

/** For titles and rows of a quick pick, which draw `$(name)` as an icon: an invisible space between the two signs keeps it text. */
export function withoutIcons(text: string): string {
  return text.replaceAll("$(", "$\u200b(");
}

/**
 * For rows that the server has found and put in order: a quick pick sorts those first whose labels hold what was typed, letter by letter.
 * With blanks that do not break it takes no label for one of several words.
 */
export function inGivenOrder(label: string): string {
  return label.replaceAll(" ", "\u00a0");
}
