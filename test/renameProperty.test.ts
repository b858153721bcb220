// Random vaults, random renames and moves, with some of the plain mentions: every link leads on or the rename is refused, and undoing the
// edit gives every byte back.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { uriBelow } from "../server/core/noteUri";
import { inOrder, Refused, type TextChange, type VaultEdit } from "../server/features/rename/plan";
import { renamableAt } from "../server/features/rename/renamable";
import { move, rename } from "../server/features/rename/rename";
import { below, type Chance, chanceFrom, oneOf } from "./bench/words";
import { type Fixture, type FixtureFile, fixture } from "./fixture";
import { applied, checkLinks, mentionsBeside, textsOf, withMentions } from "./renaming";

/** Few, and alike: names are to collide. */
const titles = [
  "Does it scale?",
  "does it scale",
  "Scale",
  "Why: a method?",
  "C# tips",
  "A [b] c",
  "win",
  "Is it *so*?",
  "v1.2 results",
  "Win at chess?",
];
const stems = ["does-it-scale", "scale", "win", "c-tips", "a", "b", "Does it scale"];
const folders = ["", "x/", "x/y/", "z/"];
const headings = ["Costs", "How it works", "How it works, mostly", "A & b", "Costs", "*So*"];

function randomVault(chance: Chance): string {
  const paths = new Set(Array.from({ length: 3 + below(chance, 6) }, () => `${oneOf(chance, folders)}${oneOf(chance, stems)}.md`));
  const isObsidian = below(chance, 3) === 0;
  const notes = [...paths].map((path) => `//- /${path}\n${randomNote(chance, [...paths])}`);
  return `${isObsidian ? "//- /.obsidian/ (folder)\n" : ""}${notes.join("")}//- /x/p.png\n`;
}

function randomNote(chance: Chance, paths: readonly string[]): string {
  const title = oneOf(chance, titles);
  const front = [
    ...(below(chance, 3) === 0 ? [`title: ${JSON.stringify(title)}`] : []),
    ...(below(chance, 4) === 0 ? [`aliases: [${oneOf(chance, ["sc", "win", "Scale"])}]`] : []),
    ...(below(chance, 3) === 0 ? [`related: ["[[${oneOf(chance, titles)}]]", '[[${oneOf(chance, stems)}]]']`] : []),
    ...(below(chance, 4) === 0 ? [`related2: x`] : []),
  ];
  const lines = Array.from({ length: 1 + below(chance, 6) }, () => randomLine(chance, paths));
  const head = front.length > 0 ? `---\n${front.join("\n")}\n---\n` : "";
  return `${head}${below(chance, 2) === 0 ? `# ${title}\n` : ""}${lines.join("\n")}\n`;
}

function randomLine(chance: Chance, paths: readonly string[]): string {
  const part = oneOf(chance, ["", "", "#Costs", "#How it works", "#How it works#Costs", "#^one"]);
  const path = oneOf(chance, paths);
  const way = `${oneOf(chance, ["", "../", "./", "/"])}${path}`;
  const slug = oneOf(chance, ["", "#costs", "#costs-1", "#^one"]);
  return oneOf(chance, [
    `[[${oneOf(chance, titles)}${part}]]`,
    `![[${oneOf(chance, stems)}${part}|label]]`,
    `[[${path.replace(/\.md$/, "")}${part}]] and [[${way}]]`,
    `[text](${way.replaceAll(" ", "%20")}${slug})`,
    `[text](<${path}${slug}>)`,
    `| [[${oneOf(chance, titles)}\\|x]] | [[sc]] |`,
    `## ${oneOf(chance, headings)}`,
    `### ${oneOf(chance, headings)}`,
    "Text. ^one",
    `*${oneOf(chance, titles)}* and ${oneOf(chance, titles)} [[${oneOf(chance, titles)}]], [${oneOf(chance, titles)}](${way.replaceAll(" ", "%20")})`,
    `| ${oneOf(chance, titles)} | ${oneOf(chance, titles)}, \`${oneOf(chance, titles)}\` |`,
    `Of ${oneOf(chance, titles)} [[${oneOf(chance, titles)}]] and ${oneOf(chance, titles)} [[${oneOf(chance, titles)}]]`,
    "![i](../x/p.png) ![[p.png]] [[x/p.png]]",
  ]);
}

/** An edit that takes another back. */
function undone(file: FixtureFile, edit: VaultEdit, now: string): string {
  const its = edit.files.find((it) => it.file.uri === uriBelow(file.folder, file.path));
  let shift = 0;
  const back = inOrder(its?.changes ?? []).map(({ range, text }): TextChange => {
    const start = range.start + shift;
    shift += text.length - (range.end - range.start);
    return { range: { start, end: start + text.length }, text: file.text.slice(range.start, range.end) };
  });
  return back.reduceRight((text, { range, text: put }) => text.slice(0, range.start) + put + text.slice(range.end), now);
}

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
  it("leaves every link where it led, or is refused; and what it changes can be taken back byte by byte", async () => {
    let done = 0;
    let refused = 0;
    for (let seed = 1; seed <= 1500; seed++) {
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
