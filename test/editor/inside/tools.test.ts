// In the extension host: the tools that the editor's agents get from us.
import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import * as vscode from "vscode";

const title = "Can RL training run while generation continues without waiting?";

describe("tools for agents", () => {
  let declared: readonly { readonly name: string; readonly modelDescription: string }[] = [];

  before(async () => {
    const extension = vscode.extensions.getExtension("quaestio.quaestio");
    assert.ok(extension, "The extension is there.");
    await ((await extension.activate()) as { loaded: Promise<void> }).loaded;
    declared = extension.packageJSON.contributes.languageModelTools;
  });

  const invoke = async (name: string, input: object) => {
    const { content } = await vscode.lm.invokeTool(`quaestio_${name}`, { input, toolInvocationToken: undefined });
    return JSON.parse(content.map((part) => (part as vscode.LanguageModelTextPart).value).join(""));
  };

  it("are listed as the manifest declares them", () => {
    const ours = vscode.lm.tools.filter(({ name }) => name.startsWith("quaestio_"));
    const told = ours.map(({ name, description }) => `${name}: ${description}`).sort();
    assert.deepEqual(told, declared.map(({ name, modelDescription }) => `${name}: ${modelDescription}`).sort());
    assert.equal(told.length, 7);
  });

  it("answer", async () => {
    const { total, notes } = await invoke("search_questions", { query: "waiting train" });
    assert.equal(notes[0].title, title);
    assert.ok(total >= 1);
    const { text, linkedFrom, path } = await invoke("get_note", { note: title });
    assert.equal(path, notes[0].path);
    assert.match(text, /^---\ntitle: Can RL training run/);
    assert.ok(linkedFrom.length > 0);
    const { notes: related } = await invoke("related_questions", { note: path });
    assert.ok(related.length > 0 && related.every(({ reasons }: { reasons: readonly object[] }) => reasons.length > 0));
    assert.equal((await invoke("topic", { topic: "systems" })).topic.noteCount, 4);
    assert.equal((await invoke("papers", {})).total, 180);
    // What other tests wrote and deleted is known a moment later.
    for (const [name, input] of [
      ["open_questions", {}],
      ["check", { severity: "error" }],
    ] as const)
      while ((await invoke(name, input)).total > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  });

  it("follow what is typed and not saved", async () => {
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri, path),
    );
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) =>
      edit.insert(document.lineAt(document.lineCount - 1).range.end, "\n\nSee [[Nobody wrote this note yet]].\n"),
    );
    try {
      const { problems } = await invoke("check", { note: path });
      assert.deepEqual(
        problems.map(({ code, line }: { code: string; line: number }) => `${code} ${line}`),
        [`broken-reference ${document.lineCount - 1}`],
      );
      assert.match((await invoke("get_note", { note: path })).text, /Nobody wrote this note yet/);
    } finally {
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    }
  });

  it("say why they do not answer", async () => {
    await assert.rejects(
      invoke("get_note", { note: "../outside.md" }),
      /“\.\.\/outside\.md” is no note of the vault, and nothing outside the vault is read\./,
    );
    await assert.rejects(invoke("get_note", { note: "Can RL training run wihtout waiting?" }), /The closest title is “Can RL training run/);
    await assert.rejects(invoke("related_questions", {}), /takes either “note”/);
  });
});

const path = "systems/can-rl-training-run-while-generation-continues-without-waiting.md";
