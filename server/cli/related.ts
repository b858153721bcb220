// `quaestio related`: the notes related to a note, or to a question that no note asks yet, each with its reasons.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Note } from "../core/note";
import { counted } from "../core/order";
import type { Fit } from "../features/related/fit";
import { type Relation, relatedTo, relatedToText } from "../features/related/relations";
import { partNames, parts, usualWeights } from "../features/related/weights";
import type { IndexStore } from "../host/indexStore";
import { noteText } from "../host/noteText";
import { toLspRange } from "../lsp/toLsp";
import { type Command, Misuse, parseArguments } from "./arguments";
import { noteNamed, type OpenVault, openVault } from "./openVault";
import { jsonOf, lineOf } from "./plain";
import { relatedVault } from "./relatedVault";
import { storeFor } from "./store";

const usualCount = 10;

export const relatedCommand: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    options: {
      vault: { type: "string", default: "." },
      number: { type: "string", short: "n", default: String(usualCount) },
      json: { type: "boolean" },
      weights: { type: "boolean" },
      "no-cache": { type: "boolean" },
    },
  });
  if (values.weights) return weights(String(values.vault), storeFor(values));
  const [asked, ...others] = positionals;
  if (asked === undefined || asked.trim() === "" || others.length > 0)
    throw new Misuse("quaestio related takes one file, or one question in quotation marks. See quaestio --help.");
  const count = countIn(String(values.number));
  const vault = await openVault(String(values.vault), [], storeFor(values));
  const from = noteAsked(vault, asked);
  const { relatedness } = await relatedVault(vault);
  const text = from && (await noteText(vault.folder, from));
  const found = from ? relatedTo(relatedness, { note: from, text: text ?? "" }, count) : relatedToText(relatedness, asked, count);
  process.stdout.write(values.json ? `${jsonOf(found.map((relation) => asData(from, relation)))}\n` : asText(found));
  await vault.keep();
  return 0;
};

/** Prints how much each part of the ranking counts in a vault, and how that was found. */
async function weights(folder: string, store: IndexStore): Promise<number> {
  const vault = await openVault(folder, [], store);
  const { fit } = await relatedVault(vault);
  const lines = partNames.map((part) => {
    const [here, usual] = [fit.weights[part], usualWeights[part]].map((weight) => weight.toFixed(2).padStart(6));
    return `${part.padEnd(10)} ${here} ${usual}  ${parts[part].why}`;
  });
  process.stdout.write(`${"".padEnd(10)}   here  usual\n${lines.join("\n")}\n${fitSentence(fit)}\n`);
  await vault.keep();
  return 0;
}

function fitSentence({ examples, learned, usual, weights: found }: Fit): string {
  const from = counted(examples, "linking note");
  if (learned === 0) return `The usual weights are used: ${from} are too few to learn from.`;
  const compared = `nDCG of the first ten on notes not learned from: ${learned.toFixed(3)}, by the usual weights ${usual.toFixed(3)}`;
  return found === usualWeights
    ? `The usual weights are used; learning from ${from} did no better (${compared}).`
    : `Learned from ${from} (${compared}).`;
}

function countIn(written: string): number {
  const count = Number(written);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Misuse(`-n takes a number of notes from 1 on, not “${written}”.`);
}

/** The note that the argument names, by its path from here or in the vault; undefined where it is a question. */
function noteAsked(vault: OpenVault, asked: string): Note | undefined {
  const { named } = vault;
  const note = noteNamed(vault, asked);
  if (note || !/\.md$/i.test(asked)) return note;
  if ([resolve(asked), resolve(named, asked)].some(existsSync))
    throw new Misuse(`${asked} is no note of the vault ${resolve(named)}. Name its vault with --vault.`);
  throw new Misuse(`There is no file ${asked}.`);
}

/** File, title, whether the two are linked, and the reasons; a range stands in the file asked about. */
function asData(from: Note | undefined, { note, score, linked, reasons }: Relation) {
  return {
    file: note.path,
    title: note.title.text,
    score: rounded(score),
    linked,
    reasons: reasons.map(({ kind, text, weight, range }) => ({
      ...{ kind, text, weight: rounded(weight) },
      ...(from && range ? { range: toLspRange(from, range) } : {}),
    })),
  };
}

const rounded = (score: number) => Math.round(score * 1000) / 1000;

function asText(found: readonly Relation[]): string {
  if (found.length === 0) return "Nothing in this vault is related to it.\n";
  return found
    .map(({ note, score, linked, reasons }) => {
      const head = `${score.toFixed(2)}  ${note.title.text}${linked ? "  (linked)" : ""}`;
      const why = reasons.map(({ text }) => text).join(" · ");
      return `${lineOf(head)}\n      ${lineOf(note.path)}\n      ${lineOf(why)}\n`;
    })
    .join("");
}
