// The commands of the rows of the Topics view: those of its menu and of its keys.
import { commands, type Disposable, Disposable as Disposables, type TreeView, ViewColumn, window } from "vscode";
import { command, noteOf } from "../command";
import { copyLinks } from "../copyLink";
import { newQuestionHere } from "../newQuestion";
import type { Editing } from "../refactor";
import { type How, refileChosen } from "../refile";
import { renameQuestion } from "../renameQuestion";
import { chosenRows, notesIn, type Row } from "./rows";

/** Registers them. What they are called on is a row, several that are selected, the focused one for a key, or nothing: then the active note counts. */
export function rowCommands(editing: Editing, view: TreeView<Row>): Disposable {
  const onRows = (id: string, run: (rows: readonly Row[], target: unknown) => unknown) =>
    command(id, async (target, selected) => run(await chosenRows(view, target, selected), target));
  const file = (how: How) => async (rows: readonly Row[], target: unknown) => {
    // Called on topics alone there is nothing to file, whatever note is open.
    if (target === undefined || notesIn(rows).length > 0) await refileChosen(editing, notesIn(rows), how);
  };
  const rename = async ([row]: readonly Row[], target: unknown) => {
    if (row !== undefined || target === undefined) await renameQuestion(editing, row);
  };
  return Disposables.from(
    onRows("quaestio.moveToTopic", file("move")),
    onRows("quaestio.addToTopic", file("add")),
    onRows("quaestio.renameQuestion", rename),
    onRows("quaestio.renameTopic", rename),
    onRows("quaestio.openToSide", openToSide),
    onRows("quaestio.readRow", ([row]) => readRow(row)),
    onRows("quaestio.copyLink", (rows, target) =>
      copyLinks(
        editing.notes,
        notesIn(rows).map(({ uri }) => uri),
        target,
      ),
    ),
    command("quaestio.revealInExplorer", async (target) => {
      const uri = noteOf(target);
      if (uri) await commands.executeCommand("revealInExplorer", uri);
    }),
    command("quaestio.newQuestionHere", (target) => newQuestionHere(editing.notes, target)),
  );
}

/** Notes beside the active editor, all in one group; of a topic its page. */
async function openToSide(rows: readonly Row[]): Promise<void> {
  const [first, ...others] = notesIn(rows);
  if (!first) {
    const [row] = rows;
    if (row) await commands.executeCommand("quaestio.openTopic", row);
    return;
  }
  const { viewColumn = ViewColumn.Active } = await window.showTextDocument(first.uri, {
    viewColumn: ViewColumn.Beside,
    preview: others.length === 0,
  });
  for (const { uri } of others) await window.showTextDocument(uri, { viewColumn, preview: false });
}

/** The key for reading goes on unfolding topics, as the editor has it. */
async function readRow(row: Row | undefined): Promise<void> {
  if (row?.kind === "note") await commands.executeCommand("quaestio.read", row.uri);
  else await commands.executeCommand("list.toggleExpand");
}
