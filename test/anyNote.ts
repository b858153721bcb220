// Texts of notes as nobody writes them: what begins, goes on and ends blocks and spans, in any order.
import fc from "fast-check";
import { anyText } from "./anyText";

/** What begins, goes on and ends the blocks and spans of a note. */
export const fragments = [
  ..."\n|\n\n|\r\n|\r|  \n|    |\t|- |1. |> |# |## |---\n|***|===\n|```|~~~|`|$|$$|%%|\\|*|_|**|~~|[|]|[[|]]|![[|![|](|)|(|<|>|:".split(
    "|",
  ),
  ..."<!--|-->|<!-- quaestio-ignore -->|<div>|</div>|<a id='x'>|[^1]: |[^1]|[a]: |[ ] |^id|{{|}}|title: |related: |sources: |a: |,|\"|'".split(
    "|",
  ),
  ..."word|[[Zebra?]]|[[a#One]]|![[p.png]]|[x](a.md)|[x](<a b.md>)|[a]: a.md|https://x.org|www.x.org|a@b.co|@key|[@key]|[@a; @b]|@{|🙂|\ufeff|\0|é".split(
    "|",
  ),
  "|",
  "\\|",
  "| a | b |\n| - | - |\n",
  "---\ntitle: A\n---\n",
];

export const soup = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...fragments) }, { weight: 1, arbitrary: anyText }), {
  maxLength: 40,
});
/** A text, with front matter or without. */
export const anyNoteText = fc.oneof(
  soup.map((parts) => parts.join("")),
  soup.map((parts) => `---\n${parts.join("")}\n---\n${parts.join("")}`),
);
