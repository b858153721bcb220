// Random vaults, random renames and moves, with some of the plain mentions: every link leads on or the rename is refused, and undoing the
// edit gives every byte back.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { uriBelow } from "../server/core/noteUri";
import { Refused, type VaultEdit } from "../server/features/rename/plan";
import { renamableAt } from "../server/features/rename/renamable";
import { move, rename } from "../server/features/rename/rename";
import { randomVault, titles, undone } from "./anyVault";
import { below, type Chance, chanceFrom, oneOf } from "./bench/words";
import { type Fixture, fixture } from "./fixture";
import { applied, checkLinks, mentionsBeside, textsOf, withMentions } from "./renaming";

async function editOf(chance: Chance, made: Fixture): Promise<VaultEdit | undefined> {
  const { vault, files } = made;
  const notes = files.filter((file) => file.note);
  if (below(chance, 3) === 0) {
    const from = oneOf(chance, [...notes.map(({ path }) => path), "x/y", "x"]);
    const to = `${oneOf(chance, ["", "n/", "z/"])}moved${from.endsWith(".md") ? ".md" : ""}`;
    const folder = notes[0]?.folder;
    return folder && move(vault, textsOf(made), [{ from: uriBelow(folder, from), to: uriBelow(folder, to) }]);
  }
  const file = oneOf(chance, notes);
  const places = Array.from({ length: 40 }, () => file.note && renamableAt(vault, file.note, below(chance, file.text.length)));
  const found = places.find((it) => it !== undefined);
  if (!found) return undefined;
  const names = oneOf(chance, [titles, ["New name", "It's new: really?", "#x", "Costs"], ["A `b [[c", "$x|y [z", "<!-- [[x]]"]]);
  const name = found.what.kind === "block" ? "two" : oneOf(chance, names);
  const edit = await rename(vault, textsOf(made), found.what, name, { file: oneOf(chance, ["follows", "stays"]) });
  if (found.what.kind !== "title") return edit;
  const mentions = await mentionsBeside(made, { note: found.what.note, title: name }, edit);
  mentioned += mentions.length > 0 ? 1 : 0;
  // A person may accept any of them.
  return withMentions(
    edit,
    mentions.map((it) => ({ ...it, changes: it.changes.filter(() => below(chance, 3) > 0) })),
  );
}

/** In how many renames there were mentions. */
let mentioned = 0;

describe("a rename of anything in any vault", () => {
  // Even seeds: an odd one gives the numbers of the one before it.
  it("leaves every link where it led, or is refused; and what it changes can be taken back byte by byte", async () => {
    let done = 0;
    let refused = 0;
    for (let seed = 2; seed <= 3000; seed += 2) {
      const chance = chanceFrom(seed);
      const source = randomVault(chance);
      const made = fixture(source);
      try {
        const edit = await editOf(chance, made);
        if (!edit) continue;
        const now = applied(made, edit);
        checkLinks(made, now, edit.moves);
        for (const [file, text] of now) assert.equal(undone(file, edit, text), file.text);
        done++;
      } catch (error) {
        if (!(error instanceof Refused)) throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}\n${source}`);
        refused++;
      }
    }
    assert.ok(done > 5 * refused && done > 800, `${done} were done, ${refused} refused`);
    assert.ok(mentioned > 20, `${mentioned} had mentions`);
  }).timeout(60_000);
});
