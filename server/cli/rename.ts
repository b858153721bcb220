// `quaestio rename`: gives a note another title and leads every link of the vault on: the same edit as in the editor.
import { relative } from "node:path";
import { fsPathOf } from "../core/noteUri";
import { counted } from "../core/order";
import { parseNote } from "../core/parseNote";
import { positionAt } from "../core/text";
import { Terms } from "../features/related/terms";
import { type MentioningNote, type MentionSearch, mentionsOf } from "../features/rename/mentions";
import { Refused, type Texts, type VaultEdit } from "../features/rename/plan";
import { readOnce } from "../features/rename/reading";
import { rename } from "../features/rename/rename";
import { noteText } from "../host/noteText";
import { parseOptionsOf } from "../host/openFolder";
import { applyEdit, type EditedFile, editedFiles } from "./applyEdit";
import { type Command, Misuse, parseArguments } from "./arguments";
import { noteNamed, type OpenVault, openVault } from "./openVault";
import { lineOf } from "./plain";
import { storeFor } from "./store";

export const renameCommand: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    options: { vault: { type: "string", default: "." }, "dry-run": { type: "boolean" }, "no-cache": { type: "boolean" } },
  });
  const [file, title, ...others] = positionals;
  if (file === undefined || title === undefined || others.length > 0)
    throw new Misuse("quaestio rename takes a file and its new title, in quotation marks. See quaestio --help.");
  const vault = await openVault(String(values.vault), [], storeFor(values));
  const note = noteNamed(vault, file);
  if (!note) throw new Misuse(`There is no note ${file} in the vault. --vault names another.`);
  try {
    const options = { file: vault.folder.settings.links.renameFiles ? "follows" : "stays" } as const;
    const texts = readOnce(textsOf(vault));
    const edit = await rename(vault.index, texts, { kind: "title", note }, title, options);
    const mentions = await mentionsOf(searchIn(vault, texts), { note, title }, edit);
    const files = editedFiles(edit);
    if (!values["dry-run"]) applyEdit(files, edit);
    process.stdout.write(asText(vault, edit, files) + mentionsAsText(vault, mentions));
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(lineOf(error.message));
    return 1;
  }
};

const textsOf = ({ folder }: OpenVault): Texts => ({
  read: (note) => noteText(folder, note),
  reread: (about, text) => parseNote(about, text, parseOptionsOf(folder)),
});

/** All texts are looked at: the command line has no index of their words. */
const searchIn = ({ index, folder }: OpenVault, texts: Texts): MentionSearch => ({
  ...{ vault: index, texts, terms: new Terms(folder.settings.related.languages) },
  candidates: () => index.notes(),
});

/** More lines than this are only counted. */
const mostShown = 20;

/** The lines with the old title in them, which stay as they are: what a person has to decide one by one is not decided here. */
function mentionsAsText({ named }: OpenVault, mentions: readonly MentioningNote[]): string {
  const lines = mentions.flatMap(({ note, text, changes }) => {
    const at = new Set(changes.map(({ range }) => positionAt(note.lineStarts, range.start).line));
    return [...at].map((line) => {
      const written = text.slice(note.lineStarts[line], note.lineStarts[line + 1]).trim();
      return `  ${relative(named, fsPathOf(note.uri))}:${line + 1}: ${written}`;
    });
  });
  if (lines.length === 0) return "";
  const isOne = lines.length === 1;
  const head = `${counted(lines.length, "line")} ${isOne ? "mentions" : "mention"} the old title without a link and ${isOne ? "stays" : "stay"} as ${isOne ? "it is" : "they are"}:`;
  const more = lines.length > mostShown ? [`  and ${lines.length - mostShown} more`] : [];
  return [head, ...lines.slice(0, mostShown), ...more].map((line) => `${lineOf(line)}\n`).join("");
}

/** Each line that changes as it is now, each file that moves, and how many there are of both. */
function asText({ named }: OpenVault, { moves }: VaultEdit, files: readonly EditedFile[]): string {
  const lines = files.flatMap(({ path, before, after }) => {
    const old = before.split("\n");
    const now = after.split("\n");
    return now.flatMap((line, at) => (line === old[at] ? [] : [`${relative(named, path)}:${at + 1}: ${line.trimEnd()}`]));
  });
  const moved = moves.map(({ from, to }) => `${from} -> ${to}`);
  const summary = `${counted(lines.length, "line")} in ${counted(files.length, "file")} changed, ${counted(moves.length, "file")} renamed.`;
  return [...lines, ...moved, summary].map((line) => `${lineOf(line)}\n`).join("");
}
