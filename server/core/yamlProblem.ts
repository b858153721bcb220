// What is wrong with a block of YAML, in words for people who write notes and not parsers.
import { type Document, isScalar, visit, type YAMLParseError } from "yaml";

/** Where a block breaks and by which of the parser's codes. */
export type YamlFault = Pick<YAMLParseError, "code" | "message" | "pos">;

/**
 * The first that is wrong with a document, which is to be parsed with `uniqueKeys: false`: the parser holds each key of a map against each other, which
 * takes minutes for a hundred thousand of them (yaml 2.9, measured).
 */
export const faultIn = (document: Document.Parsed): YamlFault | undefined => document.errors[0] ?? repeatedKeyIn(document);

function repeatedKeyIn(document: Document.Parsed): YamlFault | undefined {
  let fault: YamlFault | undefined;
  visit(document, {
    Map(_, { items }) {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (known.has(key.value)) {
          const start = key.range?.[0] ?? 0;
          fault = { code: "DUPLICATE_KEY", message: "Map keys must be unique", pos: [start, start + 1] };
          return visit.BREAK;
        }
        known.add(key.value);
      }
      return undefined;
    },
  });
  return fault;
}

/** Nobody nests fields deeper; `yaml` would exhaust the process's memory on thousands of levels, which nothing could catch. */
const deepestRead = 100;

/** UTF-16 units, half a second's work; a block of the largest size a note may have would take a gigabyte. Plain fields are read without the parser. */
const longestRead = 200_000;

/** Why a block is not given to the YAML parser, if it is not. */
export function whyUnread(block: string): string | undefined {
  if (block.length > longestRead) return "too long";
  return deepest(block) > deepestRead ? "nested too deeply" : undefined;
}

/** A bound on how deep the block nests: brackets open at once, and list marks in front of each other. */
function deepest(block: string): number {
  let open = 0;
  let most = 0;
  for (const [mark] of block.matchAll(/[[\]{}]|(?:[-?:] +){3,}/g)) {
    if (mark.length > 1) most = Math.max(most, mark.length / 2);
    else open = Math.max(0, open + (mark === "[" || mark === "{" ? 1 : -1));
    most = Math.max(most, open);
  }
  return most;
}

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
export function explained({ code, message }: YamlFault): string {
  const known = sentences[code];
  if (known !== undefined) return known;
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
