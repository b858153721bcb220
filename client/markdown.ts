// Text of notes inside the editor's Markdown: as text, whatever it looks like.

/** Escapes all that Markdown could read as a mark; `MarkdownString.appendText` would also glue every word to the next. */
export function plainText(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|~<>&:@$%^=]/g, "\\$&");
}
