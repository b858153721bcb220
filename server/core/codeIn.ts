// Where code stands in a Markdown text: what looks like a mark there is none.
import { noteParser } from "./grammar";
import type { Range } from "./note";

const isCode = new Set(["FencedCode", "CodeBlock", "InlineCode"]);

/** The blocks and spans of code of a body, in its order; offsets count from its start. */
export function codeIn(body: string): readonly Range[] {
  const found: Range[] = [];
  noteParser.parse(body).iterate({
    enter({ name, from, to }) {
      if (!isCode.has(name)) return undefined;
      found.push({ start: from, end: to });
      return false;
    },
  });
  return found;
}
