// In the extension host: edits that were worked out while somebody typed on, which would be made at places where something else stands by now.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { filesMove } from "../../../client/filesMove";
import { fixes } from "../../../client/fixes";

const text = "# Why?\n\nSee [[Hwo?]].\n";
const wrong = new vscode.Range(2, 6, 2, 10);
const { token } = new vscode.CancellationTokenSource();

describe("an edit that is overtaken", () => {
  let uri: vscode.Uri;
  let document: vscode.TextDocument;

  before(async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, "A folder is open.");
    uri = vscode.Uri.joinPath(folder.uri, "overtaken.md");
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
  });

  beforeEach(() => replace(new vscode.Range(0, 0, document.lineCount, 0), text));

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.workspace.fs.delete(uri);
  });

  const editOf = (range: vscode.Range, by: string) => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, range, by);
    return edit;
  };
  const replace = async (range: vscode.Range, by: string) => void (await vscode.workspace.applyEdit(editOf(range, by)));
  const typeAbove = () => replace(new vscode.Range(1, 0, 1, 0), "Words.\n\n");

  /** A fix as the server offers it, with its edit or with none yet. */
  function fix(edit?: vscode.WorkspaceEdit): vscode.CodeAction {
    const action = new vscode.CodeAction("Change to “How?”", vscode.CodeActionKind.QuickFix);
    if (edit) action.edit = edit;
    return action;
  }

  async function offered(action: vscode.CodeAction, meanwhile?: () => Promise<void>): Promise<vscode.CodeAction> {
    const context = { diagnostics: [], only: undefined, triggerKind: vscode.CodeActionTriggerKind.Invoke };
    const answer = await fixes.provideCodeActions(document, wrong, context, token, async () => {
      await meanwhile?.();
      return [action];
    });
    assert.deepEqual(answer, [action]);
    return action;
  }

  const chosen = (action: vscode.CodeAction, answer?: () => Promise<vscode.CodeAction>) =>
    fixes.resolveCodeAction(action, token, answer ?? (() => assert.fail("the server is not asked for what it has answered")));

  it("is handed over when its fix is chosen, and not before", async () => {
    const edit = editOf(wrong, "How?");
    const action = await offered(fix(edit));
    assert.equal(action.edit, undefined);
    assert.equal((await chosen(action))?.edit, edit);
    assert.equal((await chosen(action))?.edit, edit, "when it is chosen once more");
    await typeAbove();
    assert.equal((await chosen(action))?.edit, undefined, "when it is chosen once more behind another edit");
  });

  it("is not made when the text changed while the menu was open", async () => {
    const action = await offered(fix(editOf(wrong, "How?")));
    await typeAbove();
    assert.equal((await chosen(action))?.edit, undefined);
  });

  it("is not made when the text changed before the menu opened", async () =>
    assert.equal((await chosen(await offered(fix(editOf(wrong, "How?")), typeAbove)))?.edit, undefined));

  it("is made when another text changed", async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(vscode.Uri.joinPath(uri, "..", "how.md"));
    const action = await offered(fix(edit));
    await typeAbove();
    assert.equal((await chosen(action))?.edit, edit);
  });

  it("is not made when the text changed while the server worked out the edit of the fix that was chosen", async () => {
    const resolved = await chosen(await offered(fix()), async () => {
      await typeAbove();
      return fix(editOf(wrong, "How?"));
    });
    assert.equal(resolved?.edit, undefined);
    assert.equal(resolved?.command, undefined);
  });

  /** Moves a file: each time the server is asked, somebody types first, so many times. */
  async function moved(disturbances: number): Promise<number> {
    let asked = 0;
    const event = { files: [], token, waitUntil: () => undefined };
    await filesMove(event, async () => {
      const edit = editOf(wrong.with({ start: wrong.start.translate(2 * asked), end: wrong.end.translate(2 * asked) }), "How?");
      if (asked++ < disturbances) await typeAbove();
      return edit;
    });
    return asked;
  }

  it("is asked for anew when files move, and made at the places of then", async () => {
    assert.equal(await moved(2), 3);
    assert.equal(document.getText(), "# Why?\nWords.\n\nWords.\n\n\nSee [[How?]].\n");
  });

  it("is given up when files move and somebody never stops typing", async () => {
    assert.equal(await moved(9), 3);
    assert.match(document.getText(), /\[\[Hwo\?\]\]/);
  });
});
