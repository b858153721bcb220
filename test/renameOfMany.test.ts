// A rename that a thousand notes have to follow: each link once, whatever its form, and nothing else.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { renamableAt } from "../server/features/rename/renamable";
import { rename } from "../server/features/rename/rename";
import { fixture } from "./fixture";
import { applied, checkLinks, textsOf } from "./renaming";

/** What a note has before and after; beside it stand links and words that stay. */
const forms: readonly (readonly [before: string, after: string])[] = [
  ["See [[Does it scale?]].", "See [[Does it grow?]]."],
  ["See [[does it scale]].", "See [[Does it grow?]]."],
  ["![[Does it scale?]]", "![[Does it grow?]]"],
  ["See [[Does it scale?|whether]].", "See [[Does it grow?|whether]]."],
  ["See [[Does it scale?#How far?]].", "See [[Does it grow?#How far?]]."],
  ["See [[Does it scale?#^key]].", "See [[Does it grow?#^key]]."],
  ["| x |\n| - |\n| [[Does it scale?\\|it]] |", "| x |\n| - |\n| [[Does it grow?\\|it]] |"],
  ["> - *[[Does it scale?]]*", "> - *[[Does it grow?]]*"],
  ["See [[does-it-scale]].", "See [[does-it-grow]]."],
  ["See [[sub/does-it-scale|this]].", "See [[sub/does-it-grow|this]]."],
  ["See [this](../sub/does-it-scale.md).", "See [this](../sub/does-it-grow.md)."],
  ["See [this](../sub/does-it-scale.md#how-far 'far').", "See [this](../sub/does-it-grow.md#how-far 'far')."],
  ["See [this].\n\n[this]: <../sub/does-it-scale.md>", "See [this].\n\n[this]: <../sub/does-it-grow.md>"],
];
const related: readonly (readonly [before: string, after: string])[] = [
  ["related: [Does it scale?]", "related: [Does it grow?]"],
  ['related:\n  - "[[Does it scale?]]"', 'related:\n  - "[[Does it grow?]]"'],
  ["related:\n  - '[[does-it-scale]]'", "related:\n  - '[[does-it-grow]]'"],
  ["related: [[Does it scale?]]", "related: [[Does it grow?]]"],
];
const stays = "Does it scale? `[[Does it scale?]]` [[scaling]] [[n1]] [x](https://x.org/does-it-scale.md) <!-- [[does-it-scale]] -->";
const asked =
  "//- /sub/does-it-scale.md\n---\ntitle: Does it scale?$0\naliases: [scaling]\n---\n# Does it scale?\n\n## How far?\n\nSo far. ^key\n";
const count = 1000;

/** One of the forms in the body and one under `related:`, in turns, so that each goes with each. */
const noteWith = (at: number, side: 0 | 1) => {
  const [field, body] = [related[at % related.length], forms[at % forms.length]];
  return `---\n${field?.[side]}\n---\n${stays}\n\n${body?.[side]}\n\n${stays}`;
};

describe("a title that a thousand notes name", () => {
  it("is renamed with each of their links once, in all forms", async () => {
    const notes = Array.from({ length: count }, (_, at) => `//- /notes/n${at}.md\n${noteWith(at, 0)}`);
    const made = fixture(`${asked}${notes.join("\n")}`);
    const { file, offset = 0 } = made.caret ?? {};
    assert.ok(file?.note);
    const found = renamableAt(made.vault, file.note, offset);
    assert.ok(found);
    const edit = await rename(made.vault, textsOf(made), found.what, "Does it grow?", { file: "follows" });
    const changesIn = (path: RegExp) => edit.files.filter((it) => path.test(it.file.path)).map(({ changes }) => changes.length);
    assert.deepEqual(changesIn(/^notes\//), Array<number>(count).fill(2));
    assert.deepEqual(changesIn(/^sub\//), [2]);
    const now = applied(made, edit);
    for (const [at, it] of made.files.slice(1).entries()) assert.equal(now.get(it), noteWith(at, 1), it.path);
    checkLinks(made, now, edit.moves);
  }).timeout(20_000);
});
