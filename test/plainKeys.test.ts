// Keys of plain ASCII names take a shorter way; on any text it leads to the same key.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { exactKey, fold, headingKey, mayHaveTitleKey, titleKey } from "../server/core/key";
import { wordsOf } from "../server/index/titleWords";
import { anyText } from "./anyText";

const folded = (text: string) => text.normalize("NFC").toLowerCase().replaceAll("ς", "σ");
const exact = (text: string) => text.normalize("NFC").trim().replace(/\s+/g, " ");
const titled = (text: string) =>
  folded(exact(text))
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/[\s?!.]+$/, "");
const heading = (text: string) =>
  folded(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim() || folded(text).trim();
const words = (text: string) =>
  folded(text)
    .replaceAll("’", "'")
    .match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu) ?? [];

describe("the keys of a name", () => {
  const any = fc.oneof(anyText, fc.string({ maxLength: 30 }));

  it("are the same the short way and the long way", () => {
    fc.assert(
      fc.property(any, (text) => {
        assert.equal(fold(text), folded(text));
        assert.equal(exactKey(text), exact(text));
        assert.equal(titleKey(text), titled(text));
        assert.equal(headingKey(text), heading(text));
        assert.deepEqual([...wordsOf(text)], [...words(text)]);
      }),
      { numRuns: 3000, seed: 4 },
    );
  });

  it("are never ruled out by the first letters of the name", () => {
    fc.assert(
      fc.property(any, (text) => mayHaveTitleKey(text, titleKey(text))),
      { numRuns: 3000, seed: 5 },
    );
    assert.equal(mayHaveTitleKey("Where does it lead?", "where-does-it-lead"), false);
    assert.equal(mayHaveTitleKey("Where  does it lead?", "where does it lead"), true);
  });
});
