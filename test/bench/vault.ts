// Makes vaults to measure on: as many notes as wanted, always the same ones for a seed, with a known number of broken links in them.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { below, type Chance, capital, chanceFrom, oneOf, type Words, wordsFrom } from "./words";

/** What a vault holds, and what a check of it must report: exactly the planted problems. */
export interface Manifest {
  readonly notes: number;
  /** Of all notes together. */
  readonly bytes: number;
  /** Wiki and Markdown links in the bodies; `related:` comes on top. */
  readonly links: number;
  /** Links to notes and files that are not there. */
  readonly brokenReferences: number;
  /** Links to headings that are not there. */
  readonly brokenHeadings: number;
  /** The path of the note that most links lead to. */
  readonly hub: string;
  /** How many notes name the hub by its title, under `related:`; all other links name files. */
  readonly titleLinks: number;
}

export interface Vault {
  readonly folder: string;
  readonly manifest: Manifest;
}

export interface VaultOptions {
  readonly notes: number;
  readonly seed: number;
}

/** Goes up with every change to what is written, so that no old vault is taken for a new one. */
const generatorVersion = 2;
const folderCount = 50;
const linksInBody = 8;
const mostTitleLinks = 1000;
const brokenShare = 0.02;

/** A vault in the folder for temporary files; made once for its size, seed and generator, then reused. */
export function cachedVault(options: VaultOptions): Vault {
  const folder = join(tmpdir(), `quaestio-vault-${generatorVersion}-${options.notes}-${options.seed}`);
  // Beside the vault, not in it: nobody is to read it as a file of the vault.
  const told = `${folder}.json`;
  if (existsSync(told) && existsSync(folder)) return { folder, manifest: JSON.parse(readFileSync(told, "utf8")) as Manifest };
  const staging = `${folder}-${process.pid}`;
  const manifest = writeVault(staging, options);
  rmSync(folder, { recursive: true, force: true });
  renameSync(staging, folder);
  writeFileSync(told, `${JSON.stringify(manifest, null, 2)}\n`);
  return { folder, manifest };
}

/** Writes a vault into a folder, which is made if need be. */
export function writeVault(folder: string, { notes, seed }: VaultOptions): Manifest {
  const chance = chanceFrom(seed);
  const words = wordsFrom(chance);
  const outlines = outlinesOf(notes, chance, words);
  const topics = Array.from({ length: 60 }, () => words.telling());
  const count = { bytes: 0, brokenReferences: 0, brokenHeadings: 0 };
  for (const { path } of outlines) mkdirSync(dirname(join(folder, path)), { recursive: true });
  for (const [at, outline] of outlines.entries()) {
    const source = { chance, words, outlines, topics, namesHub: at > 0 && at <= mostTitleLinks };
    const { text, brokenReferences, brokenHeadings } = noteText(source, outline);
    writeFileSync(join(folder, outline.path), text);
    count.bytes += Buffer.byteLength(text);
    count.brokenReferences += brokenReferences;
    count.brokenHeadings += brokenHeadings;
  }
  return { notes, links: notes * linksInBody, ...count, hub: outlines[0]?.path ?? "", titleLinks: Math.min(notes - 1, mostTitleLinks) };
}

/** What others can link to: settled for all notes before the first is written. */
interface Outline {
  readonly path: string;
  readonly stem: string;
  readonly title: string;
  readonly headings: readonly string[];
}

interface Source {
  readonly chance: Chance;
  readonly words: Words;
  readonly outlines: readonly Outline[];
  readonly topics: readonly string[];
  /** Whether the note being written names the hub by its title. */
  readonly namesHub: boolean;
}

const questions = ["How far can", "Why would", "What limits", "When does", "Should", "Whose fault is", "Where might"];

/** No two titles are equal, so that nothing is ambiguous and no problem is reported that was not planted. */
function outlinesOf(notes: number, chance: Chance, words: Words): readonly Outline[] {
  const folders = Array.from({ length: folderCount }, (_, at) => `${words.ranked(90 + at * 7)}-${at}`);
  const titles = new Set<string>();
  const { telling, any } = words;
  while (titles.size < notes) titles.add(`${oneOf(chance, questions)} ${telling()} ${telling()} ${any()} ${telling()}?`);
  return [...titles].map((title, at) => {
    const headings = new Set<string>();
    while (headings.size < 3) headings.add(`${capital(telling())} ${any()} ${telling()}`);
    const stem = `${slugOf(title).slice(0, 40).replace(/-$/, "")}-${at}`;
    return { path: `${oneOf(chance, folders)}/${stem}.md`, stem, title, headings: [...headings] };
  });
}

/** As GitHub makes it, for the letters and blanks that headings have here. */
const slugOf = (text: string) => text.toLowerCase().replaceAll("?", "").replaceAll(" ", "-");

interface Written {
  readonly text: string;
  readonly brokenReferences: number;
  readonly brokenHeadings: number;
}

function noteText(source: Source, outline: Outline): Written {
  const links = Array.from({ length: linksInBody }, (_, at) => (at % 2 === 0 ? wikiLink(source) : markdownLink(source, outline)));
  const count = (wanted: Link["broken"]) => links.filter(({ broken }) => broken === wanted).length;
  const text = `${frontMatter(source, outline)}\n# ${outline.title}\n\n${body(
    source,
    outline,
    links.map((link) => link.text),
  )}`;
  return { text, brokenReferences: count("reference"), brokenHeadings: count("heading") };
}

function frontMatter(source: Source, { title }: Outline): string {
  const { chance, words, topics, outlines, namesHub } = source;
  const related = [0, 1, 2].map((at) => (at === 0 && namesHub ? outlines[0]?.title : target(source).stem));
  const summary = words.clause().replace(/[*`]/g, "");
  const papers = new Set<string>();
  while (papers.size < 2) papers.add(arxivId(chance));
  return [
    "---",
    `title: "${title}"`,
    `summary: ${summary}.`,
    `topics: [${[0, 1, 2].map(() => oneOf(chance, topics)).join(", ")}]`,
    "sources:",
    ...[...papers].map((paper) => `  - ${paper}`),
    "related:",
    ...related.map((name) => `  - "[[${name}]]"`),
    `updated: 2025-${twoDigits(1 + below(chance, 12))}-${twoDigits(1 + below(chance, 28))}`,
    "---",
    "",
  ].join("\n");
}

const twoDigits = (number: number) => String(number).padStart(2, "0");

/** A possible id: ids have had five digits since 2015. */
const arxivId = (chance: Chance) =>
  `arXiv:${15 + below(chance, 11)}${twoDigits(1 + below(chance, 12))}.${String(below(chance, 100_000)).padStart(5, "0")}`;

/** A third of the links lead to few notes, as in vaults people keep; the others to any. */
function target({ chance, outlines }: Source): Outline {
  if (chance() >= 0.3) return oneOf(chance, outlines);
  return outlines[Math.floor(outlines.length * chance() * chance() * chance())] ?? oneOf(chance, outlines);
}

interface Link {
  readonly text: string;
  readonly broken: "reference" | "heading" | undefined;
}

function wikiLink(source: Source): Link {
  const { chance, words } = source;
  if (chance() < brokenShare) return { text: `[[missing-${below(chance, 1_000_000)}]]`, broken: "reference" };
  const { stem, headings } = target(source);
  const form = chance();
  const more = form < 0.7 ? "" : form < 0.85 ? `|${words.telling()} ${words.telling()}` : `#${oneOf(chance, headings)}`;
  return { text: `[[${stem}${more}]]`, broken: undefined };
}

function markdownLink(source: Source, from: Outline): Link {
  const { chance, words } = source;
  const to = target(source);
  const path = posix.relative(posix.dirname(from.path), to.path);
  const label = `${words.telling()} ${words.telling()}`;
  const heading = slugOf(oneOf(chance, to.headings));
  if (chance() >= brokenShare) return { text: `[${label}](${path}#${heading})`, broken: undefined };
  return chance() < 0.5
    ? { text: `[${label}](${path.replace(/\.md$/, "-gone.md")}#${heading})`, broken: "reference" }
    : { text: `[${label}](${path}#never-written)`, broken: "heading" };
}

/** An introduction and three sections, one of them a list, filled up to about the same length in every note. */
function body({ chance, words }: Source, { headings }: Outline, links: readonly string[]): string {
  const length = 1490 + below(chance, 300);
  const left = [...links];
  let text = "";
  for (const [at, { heading, count, until }] of [
    { heading: "", count: 1, until: 0.3 },
    { heading: headings[0], count: 3, until: 0.6 },
    { heading: headings[1], count: 2, until: 0.8 },
    { heading: headings[2], count: 2, until: 1 },
  ].entries()) {
    if (heading) text += `## ${heading}\n\n`;
    const lines = left.splice(0, count).map((link) => `${words.clause()} ${link}.`);
    text += at === 2 ? `${lines.map((line) => `- ${line}\n`).join("")}\n` : `${lines.join(" ")}\n\n`;
    while (text.length < length * until) text += `${words.clause()}. ${words.clause()}.\n\n`;
  }
  return `${text.trimEnd()}\n`;
}
