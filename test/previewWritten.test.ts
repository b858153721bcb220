// The plugin finds links and citations where the server's grammar finds them: the two cannot share code.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { blockIdIn, citationAt, groupEnd, halvesOf, piecesOf, wikiLinkEnd } from "../client/preview/written";
import { blockIdsIn } from "../server/core/anchors";
import { parseBody } from "../server/core/body";
import { citationKeyEnd, isWordBefore } from "../server/core/citations";
import { wikiLinkEnd as serverEnd, wikiReference } from "../server/core/wikiLink";

/** Texts of few letters, so that brackets and marks meet. */
const soup = (...letters: readonly string[]) => fc.array(fc.constantFrom(...letters), { maxLength: 24 }).map((all) => all.join(""));

describe("the preview's own reading", () => {
  it("ends wiki links where the server does", () => {
    fc.assert(
      fc.property(soup("[[", "]]", "[", "]", "|", "a", "?", "\n", "(", "\\"), (text) => {
        for (let at = 0; at < text.length; at++) assert.equal(wikiLinkEnd(text, at, text.length), serverEnd(text, at), `${at}: ${text}`);
      }),
      { numRuns: 2000 },
    );
  });

  it("cuts links in halves as the server does", () => {
    fc.assert(
      fc.property(soup("|", "a", " ", "\\", "#"), fc.boolean(), (inside, isDendron) => {
        const where = { shift: 0, place: "body", dialect: isDendron ? "dendron" : "usual" } as const;
        const { target, label } = wikiReference(`[[${inside}]]`, 0, inside.length + 4, where);
        assert.deepEqual(halvesOf(inside, isDendron ? "label-first" : "target-first"), { target, label });
      }),
      { numRuns: 2000 },
    );
  });

  it("finds citation keys where the server does", () => {
    fc.assert(
      fc.property(soup("@", "a", "é", "1", "_", "-", ".", ":", "{", "}", " ", ";"), (text) => {
        for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
          const end = isWordBefore(text.charCodeAt(at - 1)) ? -1 : citationKeyEnd(text, at + 1);
          assert.equal(citationAt(text, at)?.end ?? -1, end, text);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("takes for groups of citations what the server takes for them", () => {
    for (const text of [
      "[@a]",
      "[see @a, p. 3; -@b]",
      "[@a; b]",
      "[a]",
      "[@a](b.md)",
      "[me@example.org]",
      "[x:: @a]",
      "[@a;\n@b]",
      "[@{a b}]",
    ]) {
      const references = parseBody(text, 0).references.filter((it) => it.kind === "citation" && it.isBracketed);
      const pieces = groupEnd(text, 0, text.length) < 0 ? [] : piecesOf(text.slice(1, -1));
      const keys = pieces.flatMap((piece) => (piece.kind === "key" ? [piece.key] : []));
      assert.deepEqual(
        keys,
        references.map((it) => it.kind === "citation" && it.key),
        text,
      );
    }
  });

  it("finds ids at the ends of blocks where the server does", () => {
    for (const text of ["a ^id", "^id", "a^id", "a ^i_d", "a ^id b", "a\n^id ", "a ^id^", "^", ""])
      assert.equal(blockIdIn(text)?.id, blockIdsIn(text, "usual")[0]?.id, text);
  });
});
