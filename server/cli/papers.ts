// `quaestio papers`: the papers of a vault, those that notes cite and those that bibliographies hold, each with who cites it.
import { writtenId } from "../core/citations";
import { counted } from "../core/order";
import { citingPlaces, type ListedPaper, type PaperShow, paperList } from "../features/paperList";
import { citationKey } from "../features/paperNames";
import type { Vault } from "../index/vault";
import { toLspRange } from "../lsp/toLsp";
import { type Command, Misuse, parseArguments } from "./arguments";
import { existingFile, openVault } from "./openVault";
import { jsonOf, lineOf } from "./plain";
import { storeFor } from "./store";

export const papersCommand: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    options: {
      "cited-once": { type: "boolean" },
      "never-cited": { type: "boolean" },
      filter: { type: "string" },
      bibliography: { type: "string", multiple: true, default: [] },
      json: { type: "boolean" },
      "no-cache": { type: "boolean" },
    },
  });
  if (positionals.length > 1) throw new Misuse(`quaestio papers takes one folder, not ${positionals.length}.`);
  if (values["cited-once"] && values["never-cited"]) throw new Misuse("quaestio papers takes --cited-once or --never-cited, not both.");
  const show: PaperShow = values["cited-once"] ? "once" : values["never-cited"] ? "never" : "all";
  const bibliography = (values.bibliography as string[]).map(existingFile);
  const vault = await openVault(positionals[0] ?? ".", bibliography.length > 0 ? [{ bibliography }] : [], storeFor(values));
  const steps = paperList(vault.index, { show, filter: values.filter });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { papers, unfiltered } = step.value;
  const whenNone = unfiltered === 0 ? none[show] : `No paper has all of “${values.filter}”.`;
  process.stdout.write(values.json ? `${jsonOf(papers.map((it) => asData(vault.index, it)))}\n` : asText(vault.index, papers, whenNone));
  await vault.keep();
  return 0;
};

function asData(vault: Vault, { paper, title, authors, year, address, entry }: ListedPaper) {
  const notes = citingPlaces(vault, paper).map(({ from, range }) => ({
    ...{ file: from.path, title: from.title.text, range: toLspRange(from, range) },
  }));
  const described = entry ? { file: entry.bibliography.path, range: toLspRange(entry.bibliography, entry.entry.range) } : null;
  const url = address ?? null;
  return { id: paper, key: citationKey(vault.papers, paper), title, authors, year: year ?? null, url, entry: described, notes };
}

const none: Readonly<Record<PaperShow, string>> = {
  all: "No note cites a paper, and no bibliography has one.",
  once: "No paper is cited by one note alone.",
  never: "No bibliography has a paper that no note cites.",
};

function asText(vault: Vault, papers: readonly ListedPaper[], whenNone: string): string {
  if (papers.length === 0) return `${lineOf(whenNone)}\n`;
  const lines = papers.flatMap(({ paper, title, year, noteCount }) => [
    lineOf(`${title}  (${[writtenId(paper), ...(year === undefined ? [] : [year]), counted(noteCount, "note")].join(" · ")})`),
    ...citingPlaces(vault, paper).map(({ from, range }) => lineOf(`  ${from.path}:${toLspRange(from, range).start.line + 1}`)),
  ]);
  return `${lines.join("\n")}\n`;
}
