// What is wrong with a block of YAML, in words for people who write notes and not parsers.
import type { YAMLParseError } from "yaml";

/** By the parser's codes (https://eemeli.org/yaml/#errors); what is not here keeps the parser's own words. */
const sentences: Readonly<Partial<Record<string, string>>> = {
  BLOCK_AS_IMPLICIT_KEY: "A text with “: ” in it has to stand in quotes.",
  MULTILINE_IMPLICIT_KEY: "A line without “key: value” stands where a field is expected.",
  BAD_SCALAR_START: "A text that begins with such a character has to stand in quotes.",
  BAD_INDENT: "A bracket opened above is not closed, or a line is not indented enough.",
  MISSING_CHAR: "A quote or bracket is not closed.",
  DUPLICATE_KEY: "This field is there twice.",
  TAB_AS_INDENT: "YAML is indented with blanks, not with tabs.",
};

/** One sentence or more, ending in a full stop. */
export function explained({ code, message }: YAMLParseError): string {
  const known = sentences[code];
  if (known !== undefined) return known;
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
