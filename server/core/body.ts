// Headings, references and anchors of a note's body, each with its exact place. The only reader of Markdown in the product: the index
// and the features at the caret see the same spans.
import { isDefined, readMarkdown } from "./markdownTree";
import type { Anchor, Heading, Range, Reference, Silence } from "./note";
import { readBlocks } from "./plainBlocks";
import type { Reading } from "./reading";
import type { Dialect } from "./wikiLink";

export interface Body {
  readonly headings: readonly Heading[];
  readonly references: readonly Reference[];
  readonly anchors: readonly Anchor[];
  readonly silences: readonly Silence[];
  /** In each paragraph of more marks than anybody writes, the first that is taken for text. */
  readonly unread: readonly Range[];
}

/**
 * Reads the body of `text`, which begins at `start` (behind the front matter). All ranges count from the start of `text`. Plain blocks
 * are read line by line, all others by the full parser; both give the same answers, which `test/plainBlocks.test.ts` holds.
 */
export function parseBody(text: string, start: number, dialect: Dialect = "usual"): Body {
  return readBy(readBlocks, text, start, dialect);
}

/** The same answer from the full parser alone, many times slower: what the quick reader is measured against. */
export function parseBodyInFull(text: string, start: number, dialect: Dialect = "usual"): Body {
  return readBy((reading) => void readMarkdown(reading, start, text.length), text, start, dialect);
}

function readBy(read: (reading: Reading, start: number) => void, text: string, start: number, dialect: Dialect): Body {
  const reading: Reading = { text, dialect, headings: [], references: [], anchors: [], silences: [], unread: [], defined: new Set() };
  read(reading, start);
  const { headings, references, anchors, silences, unread, defined } = reading;
  return {
    headings,
    references: defined.size === 0 ? references : references.filter((it) => !isDefined(it, reading)),
    anchors,
    silences,
    unread,
  };
}
