// Random vaults whose notes are few and alike, so that names and places collide; and edits taken back.
import { uriBelow } from "../server/core/noteUri";
import { inOrder, type TextChange, type VaultEdit } from "../server/features/rename/plan";
import { below, type Chance, oneOf } from "./bench/words";
import type { FixtureFile } from "./fixture";

/** Few, and alike: names are to collide. */
export const titles = [
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

/** A vault as a fixture. */
export function randomVault(chance: Chance): string {
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
export function undone(file: FixtureFile, edit: VaultEdit, now: string): string {
  const its = edit.files.find((it) => it.file.uri === uriBelow(file.folder, file.path));
  let shift = 0;
  const back = inOrder(its?.changes ?? []).map(({ range, text }): TextChange => {
    const start = range.start + shift;
    shift += text.length - (range.end - range.start);
    return { range: { start, end: start + text.length }, text: file.text.slice(range.start, range.end) };
  });
  return back.reduceRight((text, { range, text: put }) => text.slice(0, range.start) + put + text.slice(range.end), now);
}
