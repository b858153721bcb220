// Text of notes and file names made harmless for where it is printed: a terminal, a log that is read line by line, a JSON file.

/**
 * What ends a line or steers a terminal: C0, DEL, C1 and the line ends of Unicode; and the marks that turn the direction of what follows, by which a
 * name looks like another (CVE-2021-42574).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const numbered = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Control characters as visible escapes: an ESC is printed as `\u001b`. */
export function visible(text: string): string {
  return text.replace(controls, (character) => shortEscapes[character] ?? numbered(character));
}

/** One line, whatever the text. `::` at its start would be a command to GitHub Actions, as in a note called `::error::x.md`. */
export function lineOf(text: string): string {
  return visible(text).replace(/^(\s*):(?=:)/, "$1\\u003a");
}

/** JSON without a raw control character: `stringify` leaves DEL and C1 as they are. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(controls, (character) => (character === "\n" ? character : numbered(character)));
}
