// In the extension host: every command that the manifest contributes, called as the palette does, where there is much, little or nothing to work on.
import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import * as vscode from "vscode";

/** Milliseconds after which a command counts as one that waits for a person. */
const patience = 400;

describe("every command", () => {
  let contributed: readonly string[] = [];

  before(async () => {
    const extension = vscode.extensions.getExtension("quaestio.quaestio");
    assert.ok(extension, "The extension is there.");
    await ((await extension.activate()) as { loaded: Promise<void> }).loaded;
    contributed = (extension.packageJSON.contributes.commands as { command: string }[]).map(({ command }) => command);
  });

  /** What the commands failed with, each as `command: error`; whatever list or box one opens is closed again. */
  async function failures(): Promise<readonly string[]> {
    const failed: string[] = [];
    for (const command of contributed) {
      const called = vscode.commands.executeCommand(command).then(undefined, (error: unknown) => failed.push(`${command}: ${error}`));
      await Promise.race([called, new Promise((resolve) => setTimeout(resolve, patience))]);
      await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
      await vscode.commands.executeCommand("notifications.clearAll");
    }
    return failed;
  }

  it("does no harm where nothing is open and nothing is chosen", async function () {
    this.timeout(90_000);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    assert.ok(contributed.length > 50, `${contributed.length} commands`);
    assert.deepEqual(await failures(), []);
  });

  it("does no harm to the active note", async function () {
    this.timeout(90_000);
    const [uri] = await vscode.workspace.findFiles("**/*.md", undefined, 1);
    // In an empty folder there is none: what is written and never saved stands in for it.
    const document = uri
      ? await vscode.workspace.openTextDocument(uri)
      : await vscode.workspace.openTextDocument({ language: "markdown", content: "# Why?\n" });
    await vscode.window.showTextDocument(document);
    const before = document.getText();
    assert.deepEqual(await failures(), []);
    assert.equal(document.getText(), before);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
});
