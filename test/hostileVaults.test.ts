// Vaults and notes whose parts all ask about one another: the work for them grows with their size and no faster. See `hostile.test.ts`.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { fold, headingKey } from "../server/core/key";
import type { Heading, NoteUri } from "../server/core/note";
import { packed } from "../server/core/packedNote";
import { parseNote } from "../server/core/parseNote";
import { isPassive } from "../server/core/sameQuestion";
import { askedBefore } from "../server/features/askedBefore";
import { duplicateTitle } from "../server/features/duplicateTitle";
import { openQuestions } from "../server/features/openQuestions";
import { nearWords } from "../server/index/nearWords";
import { headingsOf, type NamedHeading, partOf } from "../server/index/parts";
import { VaultIndex } from "../server/index/vaultIndex";
import { toLspRange } from "../server/lsp/toLsp";
import { growth } from "./growth";

const folder = "memory:///vault" as NoteUri;

function parsed(path: string, text: string) {
  return parseNote({ uri: `${folder}/${path}` as NoteUri, folder, path, modified: 0 }, text, { topicsFromTags: false });
}

/** A vault of as many notes, each with the text that its number gives. */
function vaultOf(size: number, textOf: (at: number) => string): VaultIndex {
  const index = new VaultIndex();
  index.addFolder(folder, { isObsidian: false });
  for (let at = 0; at < size; at++) index.add(parsed(`${at}.md`, textOf(at)));
  return index;
}

/** The same vault each time it is asked for: making it is no part of the work. */
function madeOnce(make: (size: number) => VaultIndex): (size: number) => VaultIndex {
  const made = new Map<number, VaultIndex>();
  return (size) => {
    const vault = made.get(size) ?? make(size);
    made.set(size, vault);
    return vault;
  };
}

/** The heading that a link means, by a look at all of them. */
function searched(headings: readonly NamedHeading[], pieces: readonly string[]): Heading | undefined {
  const [wanted, parents] = [pieces.at(-1) ?? "", pieces.slice(0, -1)];
  const isUnder = (index: number) => {
    let [left, level] = [parents.length, headings[index]?.heading.level ?? 0];
    for (const above of headings.slice(0, index).reverse()) {
      if (left === 0 || above.heading.level >= level) continue;
      level = above.heading.level;
      if (above.key === headingKey(parents[left - 1] ?? "")) left--;
    }
    return left === 0;
  };
  const found =
    headings.find(({ slug }, index) => slug === fold(wanted) && isUnder(index)) ??
    headings.find(({ key }, index) => key === headingKey(wanted) && isUnder(index)) ??
    headings.find(({ otherSlug }, index) => otherSlug === fold(wanted) && isUnder(index));
  return found?.heading;
}

describe("a note that breaks bounds", () => {
  it("has the lines of all its references told in time in proportion to its length", () => {
    const work = (size: number) => {
      const note = packed(parsed("a.md", "[[x y]]\n\n".repeat(size)));
      assert.equal(note.references.map(({ range }) => toLspRange(note, range)).length, size);
    };
    assert.ok(growth(work, 1500) < 9);
  });

  for (const [what, heading, pieces, size] of [
    ["one heading, under one that is not there", "b", ["a", "b"], 1500],
    ["one heading by its words", "h i", ["h i"], 4000],
  ] as const)
    it(`finds what as many links to ${what} mean in time in proportion to their number`, () => {
      const work = (count: number) => {
        const note = parsed("a.md", `## ${heading}\n`.repeat(count));
        for (let link = 0; link < count; link++) assert.equal(partOf(note, pieces) === undefined, pieces.length > 1);
      };
      assert.ok(growth(work, size) < 9);
    });

  it("finds headings as a search through all of them does", () => {
    const name = fc.constantFrom("a", "b", "A!", "b-1", "c<T>", "?", "");
    const heading = fc.tuple(fc.integer({ min: 1, max: 6 }), name);
    const check = (headings: readonly (readonly [number, string])[], pieces: readonly string[]) => {
      const note = parsed("a.md", headings.map(([level, text]) => `${"#".repeat(level)} ${text}\n`).join("\n"));
      const part = partOf(note, pieces);
      assert.equal(part?.kind === "heading" ? part.heading : undefined, searched(headingsOf(note), pieces));
    };
    fc.assert(fc.property(fc.array(heading, { maxLength: 12 }), fc.array(name, { minLength: 1, maxLength: 4 }), check), {
      seed: 20261127,
      numRuns: 3000,
    });
  });
});

describe("a vault that breaks bounds", () => {
  it("of one title in all notes has each asked for its namesakes in time in proportion to their number", () => {
    const vaults = madeOnce((size) => vaultOf(size, () => "# Same\n## Same\n## Same\n"));
    const work = (size: number) => {
      const vault = vaults(size);
      for (const note of vault.notes()) assert.deepEqual(duplicateTitle(vault, note), []);
    };
    assert.ok(growth(work, 2000) < 9);
  });

  it("of one question in many orders of words has each compared with others in time in proportion to their number", () => {
    const words = ["do", "an", "the", "of", "a", "in", "to", "for"];
    const filler = (at: number) => words.filter((_, bit) => (at >> bit) % 2 === 1).join(" ");
    const question = (at: number) => `# Do ${filler(at)} agents ${filler(at >> 8)} forget ${filler(at >> 4)} lessons?\n`;
    const vaults = madeOnce((size) => vaultOf(size, question));
    const work = (size: number) => {
      const vault = vaults(size);
      for (const note of vault.notes()) {
        const [problem, ...more] = askedBefore(vault, note);
        assert.match(problem?.message ?? "", /^At least 50 other notes ask the same in other words, /);
        assert.equal(more.length, 0);
      }
    };
    assert.ok(growth(work, 250) < 9);
  });

  it("of one question in two wordings, one of them in many notes, tells all of them of the other", () => {
    const vault = vaultOf(200, (at) => (at === 199 ? "# Why does an agent forget?\n" : "# Why do agents forget?\n"));
    const told = [...vault.notes()].map((note) => askedBefore(vault, note).length);
    assert.deepEqual(new Set(told), new Set([1]));
  });
});

describe("a search that breaks bounds", () => {
  it("for a word of thousands of letters takes no time that grows with their square", () => {
    const words = ["aaaa", "agent", "agents", "learning", "lessons"];
    assert.ok(growth((size) => void nearWords(words, "a".repeat(size)), 20_000) < 9);
    assert.deepEqual([...nearWords(words, "lesssons")], [["lessons", 1]]);
    assert.equal(nearWords([`${"a".repeat(60)}b`], "a".repeat(61)).size, 0);
  });

  it("for the open questions of one note goes through its links once", () => {
    const vaults = madeOnce((size) => vaultOf(1, () => Array.from({ length: size }, (_, at) => `[[Is it so ${at} foo?]]\n\n`).join("")));
    const work = (size: number) => {
      const asking = openQuestions(vaults(size), { isOpen: () => true });
      let step = asking.next();
      while (!step.done) step = asking.next();
      assert.equal(step.value.total, size);
    };
    assert.ok(growth(work, 1500) < 9);
  });
});

describe("a question that breaks bounds", () => {
  it("is found to be active in time in proportion to its length", () => {
    for (const text of ["is built ", "is éed-", "ed"])
      assert.ok(growth((size) => void isPassive(`is 1${text.repeat(size)} code?`), 40_000) < 9, text);
  });

  it("is passive where one expression for the whole question says so", () => {
    const whole = /\b(?:is|are|was|were|be|been|being)\b.*\b\p{L}+(?:ed|en|t)\b.*\b(?:by|with|through)\b/iu;
    const piece = fc.constantFrom(
      ...["is", "are", "BEING", "i\u017f", "by", "with", "ed", "en", "t", "improved", "Taken", "built", "code", "_", "9"],
      ...["\u00e9", "\u00e9t", "\u0345", "\u212a", "\ud83d\ude42", "-", "'", "\n", "\u2028", ...[" ", " ", " ", " ", " ", " "]],
    );
    let passive = 0;
    const check = (pieces: readonly string[]) => {
      const text = pieces.join("");
      if (whole.test(text)) passive++;
      assert.equal(isPassive(text), whole.test(text), text);
    };
    const texts = fc.array(piece, { maxLength: 16 });
    fc.assert(fc.property(texts, check), { seed: 20261127, numRuns: 10_000 });
    const likely = fc.tuple(texts, texts, texts, texts).map(([a, b, c, d]) => [...a, " is ", ...b, " built ", ...c, " by ", ...d]);
    fc.assert(fc.property(likely, check), { seed: 20261127, numRuns: 10_000 });
    assert.ok(passive > 1000, `${passive}`);
  });
});
