// Makes an edit of a vault that a command asks for, or only shows it, and prints what it changes.
import { relative } from "node:path";
import type { Note } from "../core/note";
import { fsPathOf } from "../core/noteUri";
import { counted } from "../core/order";
import { parseNote } from "../core/parseNote";
import { Refused, type Texts, type VaultEdit } from "../features/rename/plan";
import { noteText } from "../host/noteText";
import { parseOptionsOf } from "../host/openFolder";
import { applyEdit, type EditedFile, editedFiles, type Renamed } from "./applyEdit";
import { Misuse } from "./arguments";
import { noteNamed, type OpenVault } from "./openVault";
import { lineOf } from "./plain";
import { ReadTexts } from "./readTexts";
import { clearLeftovers } from "./replaceFile";

/** The note of a vault at a path. Throws Misuse where there is none. */
export function knownNote(vault: OpenVault, file: string): Note {
  const note = noteNamed(vault, file);
  if (!note) throw new Misuse(`There is no note ${file} in the vault. --vault names another.`);
  return note;
}

/** An edit that is to be made, and what is to be said of it besides, in lines. */
interface Planned {
  readonly edit: VaultEdit;
  readonly told?: readonly string[];
  readonly renamed?: Renamed;
}

/** Makes an edit, unless it is a dry run, and prints it; one that is refused gives the reason and 1 as the exit status. */
export async function editVault(
  vault: OpenVault,
  values: { readonly "dry-run"?: boolean | undefined },
  plan: (texts: Texts) => Promise<Planned>,
): Promise<number> {
  try {
    const read = new ReadTexts();
    const { edit, told = [], renamed } = await plan(textsOf(vault, read));
    const files = editedFiles(edit, read);
    if (!values["dry-run"]) {
      applyEdit(files, edit, { read, renamed });
      clearLeftovers(
        fsPathOf(vault.folder.uri),
        vault.index.folders.flatMap((folder) => [...folder.files.all()]),
      );
    }
    process.stdout.write([...linesOf(vault, edit, files), ...told].map((line) => `${lineOf(line)}\n`).join(""));
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(lineOf(error.message));
    return 1;
  }
}

const textsOf = ({ folder }: OpenVault, read: ReadTexts): Texts => ({
  async read(note) {
    const text = await noteText(folder, note);
    if (text !== undefined) read.remember(note.uri, text);
    return text;
  },
  reread: (about, text) => parseNote(about, text, parseOptionsOf(folder)),
});

/** Each line that is new, as it is now, each file that moves or goes, and how many there are of all. */
function linesOf({ named }: OpenVault, { moves, gone }: VaultEdit, files: readonly EditedFile[]): readonly string[] {
  const lines = files.flatMap((file) => newLines(file).map(({ line, text }) => `${relative(named, file.path)}:${line}: ${text.trimEnd()}`));
  const moved = moves.map(({ from, to }) => `${from} -> ${to}`);
  const left = gone.map(({ path }) => `${path} is gone`);
  const counts = [
    `${counted(lines.length, "line")} in ${counted(files.length, "file")} changed`,
    ...(gone.length > 0 ? [`${counted(gone.length, "file")} removed`] : [`${counted(moves.length, "file")} renamed`]),
  ];
  return [...lines, ...moved, ...left, `${counts.join(", ")}.`];
}

/** The lines of a text that changed, by their numbers from 1 on; blank ones say nothing. */
function newLines({ after, changes }: EditedFile): readonly { readonly line: number; readonly text: string }[] {
  let shift = 0;
  const found = changes.flatMap(({ range, text }) => {
    const start = range.start + shift;
    shift += text.length - (range.end - range.start);
    const first = after.slice(0, start).split("\n").length + (/^\r?\n/.test(text) ? 1 : 0);
    const last = first + text.replace(/^\r?\n|\n$/g, "").split("\n").length - 1;
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
  const lines = after.split("\n");
  return [...new Set(found)].map((line) => ({ line, text: lines[line - 1] ?? "" })).filter(({ text }) => text.trim() !== "");
}
