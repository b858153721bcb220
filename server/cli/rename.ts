// `quaestio rename`: gives a note another title and leads every link of the vault on: the same edit as in the editor.
import { relative } from "node:path";
import { fsPathOf } from "../core/noteUri";
import { counted } from "../core/order";
import { positionAt } from "../core/text";
import { Terms } from "../features/related/terms";
import { type MentioningNote, type MentionSearch, mentionsOf } from "../features/rename/mentions";
import type { Texts, VaultEdit } from "../features/rename/plan";
import { readOnce } from "../features/rename/reading";
import { rename } from "../features/rename/rename";
import { type Command, Misuse, parseArguments } from "./arguments";
import { type BegunRename, begunRename } from "./begunRename";
import { editVault, knownNote } from "./editVault";
import { type OpenVault, openVault } from "./openVault";
import { lineOf } from "./plain";
import { storeFor } from "./store";

export const renameCommand: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    options: { vault: { type: "string", default: "." }, "dry-run": { type: "boolean" }, "no-cache": { type: "boolean" } },
  });
  const [file, title, ...others] = positionals;
  if (file === undefined || title === undefined || others.length > 0)
    throw new Misuse("quaestio rename takes a file and its new title, in quotation marks. See quaestio --help.");
  const open = () => openVault(String(values.vault), [], storeFor(values));
  let vault = await open();
  const begun = begunRename(vault, file, title);
  if (begun && (begun.isDone || values["dry-run"])) return toldOf(vault, begun);
  if (begun) {
    begun.takeBack();
    vault = await open();
  }
  const note = knownNote(vault, file);
  const options = { file: vault.folder.settings.links.renameFiles ? "follows" : "stays" } as const;
  return editVault(vault, values, async (plainTexts) => {
    const texts = readOnce(plainTexts);
    const edit = await rename(vault.index, texts, { kind: "title", note }, title, options);
    const search = searchIn(vault, { texts, plainTexts, edit });
    const told = mentionsAsText(vault, await mentionsOf(search, { note, title }, edit));
    return { edit, told, renamed: { note, titleIs: note.title.from === "stem" ? "its file's name" : "in its text" } };
  });
};

function toldOf({ named }: OpenVault, { note, isDone }: BegunRename): number {
  const path = relative(named, fsPathOf(note.uri));
  const sentence = isDone
    ? `${path} has that title already.`
    : `${path} got its name by a rename that was stopped; without --dry-run the same command finishes it.`;
  process.stdout.write(`${lineOf(sentence)}\n`);
  return 0;
}

/** A rename with the texts that it has read, and the same where nothing that is read is kept. */
interface Renamed {
  readonly texts: Texts;
  readonly plainTexts: Texts;
  readonly edit: VaultEdit;
}

/** All texts are looked at, the command line having no index of their words; those that the rename did not read are not kept. */
function searchIn({ index, folder }: OpenVault, { texts, plainTexts, edit }: Renamed): MentionSearch {
  const edited = new Set(edit.files.map(({ file }) => file.uri));
  const read: Texts["read"] = (note) => (edited.has(note.uri) ? texts : plainTexts).read(note);
  return {
    ...{ vault: index, texts: { ...texts, read }, terms: new Terms(folder.settings.related.languages) },
    candidates: () => index.notes(),
  };
}

/** More lines than this are only counted. */
const mostShown = 20;

/** The lines with the old title in them, which stay as they are: what a person has to decide one by one is not decided here. */
function mentionsAsText({ named }: OpenVault, mentions: readonly MentioningNote[]): readonly string[] {
  const lines = mentions.flatMap(({ note, text, changes }) => {
    const at = new Set(changes.map(({ range }) => positionAt(note.lineStarts, range.start).line));
    return [...at].map((line) => {
      const written = text.slice(note.lineStarts[line], note.lineStarts[line + 1]).trim();
      return `  ${relative(named, fsPathOf(note.uri))}:${line + 1}: ${written}`;
    });
  });
  if (lines.length === 0) return [];
  const isOne = lines.length === 1;
  const head = `${counted(lines.length, "line")} ${isOne ? "mentions" : "mention"} the old title without a link and ${isOne ? "stays" : "stay"} as ${isOne ? "it is" : "they are"}:`;
  const more = lines.length > mostShown ? [`  and ${lines.length - mostShown} more`] : [];
  return [head, ...lines.slice(0, mostShown), ...more];
}
