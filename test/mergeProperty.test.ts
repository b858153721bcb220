// Random vaults, random merges: every link leads on or the merge is refused, and undoing the edit gives every byte back.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { merge } from "../server/features/merge/merge";
import { Refused } from "../server/features/rename/plan";
import { randomVault, undone } from "./anyVault";
import { chanceFrom, oneOf } from "./bench/words";
import { fixture } from "./fixture";
import { checkMergedLinks } from "./merging";
import { applied, textsOf } from "./renaming";

describe("a merge of any two notes of any vault", () => {
  // Even seeds: an odd one gives the numbers of the one before it.
  it("leaves every link where it led, or is refused; and what it changes can be taken back byte by byte", async () => {
    let done = 0;
    let refused = 0;
    for (let seed = 2; seed <= 2000; seed += 2) {
      const chance = chanceFrom(seed);
      const source = randomVault(chance);
      const made = fixture(source);
      const notes = made.files.flatMap(({ note }) => note ?? []);
      const [gone, into] = [oneOf(chance, notes), oneOf(chance, notes)];
      if (gone.uri === into.uri) continue;
      try {
        const edit = await merge(made.vault, textsOf(made), gone, into);
        const now = applied(made, edit);
        checkMergedLinks(made, now, gone, into);
        for (const [file, text] of now) assert.equal(undone(file, edit, text), file.text);
        done++;
      } catch (error) {
        if (!(error instanceof Refused))
          throw new Error(`seed ${seed}, ${gone.path} into ${into.path}: ${error instanceof Error ? error.message : error}\n${source}`);
        refused++;
      }
    }
    assert.ok(done > 5 * refused && done > 500, `${done} were done, ${refused} refused`);
  }).timeout(60_000);
});
