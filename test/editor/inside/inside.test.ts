// In the extension host: what the editor's own providers answer, with the built-in Markdown extension beside ours.
import assert from "node:assert/strict";
import { afterEach, before, beforeEach, describe, it } from "mocha";
import * as vscode from "vscode";

const rlNote = "systems/can-rl-training-run-while-generation-continues-without-waiting.md";
const rlTitle = "Can RL training run while generation continues without waiting?";

/** The word of a code, which the editor keeps together with the address of its explanation. */
const wordOf = (code: vscode.Diagnostic["code"]) => (typeof code === "object" ? code.value : code);

describe("inside the extension host", () => {
  const root = () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, "A folder is open.");
    return folder.uri;
  };
  const file = (path: string) => vscode.Uri.joinPath(root(), path);
  const write = (path: string, text: string) => vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
  /** A file of its own for each test: the editor may remember an earlier one's text. */
  let scratch = "";
  let tests = 0;

  before(async () => {
    const extension = vscode.extensions.getExtension("quaestio.quaestio");
    assert.ok(extension, "The extension is there.");
    await ((await extension.activate()) as { loaded: Promise<void> }).loaded;
  });

  beforeEach(() => {
    scratch = `scratch-${++tests}.md`;
  });

  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await Promise.resolve(vscode.workspace.fs.delete(file(scratch))).catch(() => undefined);
  });

  /** Our problems of a file, once they are as wanted or ten seconds have passed. */
  async function problems(path: string, isWanted: (codes: readonly unknown[]) => boolean): Promise<readonly unknown[]> {
    const limit = Date.now() + 10_000;
    for (;;) {
      const codes = vscode.languages
        .getDiagnostics(file(path))
        .flatMap(({ source, code }) => (source === "quaestio" ? [wordOf(code)] : []));
      if (isWanted(codes) || Date.now() > limit) return codes;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Asks again until the answer is as wanted, or gives the last one after ten seconds. */
  async function eventually<T>(ask: () => Thenable<T>, isWanted: (answer: T) => boolean): Promise<T> {
    const limit = Date.now() + 10_000;
    for (;;) {
      const answer = await ask();
      if (isWanted(answer) || Date.now() > limit) return answer;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function edited(text: string): Promise<vscode.TextEditor> {
    await write(scratch, text);
    return vscode.window.showTextDocument(file(scratch));
  }

  const at = (editor: vscode.TextEditor, text: string) => editor.document.positionAt(editor.document.getText().indexOf(text) + 1);

  it("finds no problem in the sample notes", () => {
    const found = vscode.languages.getDiagnostics().filter(([, all]) => all.some(({ source }) => source === "quaestio"));
    assert.deepEqual(
      found.map(([uri]) => uri.path),
      [],
    );
  });

  it("reports a note written on disk without opening it, and forgets it when it is deleted", async () => {
    await write(scratch, "See [[nothing of the kind]].\n");
    assert.deepEqual(await problems(scratch, (codes) => codes.length > 0), ["broken-reference"]);
    await vscode.workspace.fs.delete(file(scratch));
    assert.deepEqual(await problems(scratch, (codes) => codes.length === 0), []);
  });

  it("lets the open buffer win over the file", async () => {
    const editor = await edited("See [[nothing of the kind]].\n");
    assert.deepEqual(await problems(scratch, (codes) => codes.length > 0), ["broken-reference"]);
    await editor.edit((edit) => edit.replace(editor.document.lineAt(0).range, "See nothing."));
    assert.deepEqual(await problems(scratch, (codes) => codes.length === 0), []);
  });

  it("answers where a wiki link leads exactly once", async () => {
    const editor = await edited(`# Scratch\n\nSee [[${rlTitle}]].\n`);
    const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      "vscode.executeDefinitionProvider",
      editor.document.uri,
      at(editor, "[[Can"),
    );
    assert.deepEqual(
      found.map(({ targetUri }) => targetUri.path),
      [file(rlNote).path],
    );
  });

  it("leaves Markdown links to the built-in extension: one definition, one link", async () => {
    const editor = await edited(`# Scratch\n\nSee [there](${rlNote}).\n`);
    const position = at(editor, rlNote);
    const { uri } = editor.document;
    const some = (all: readonly unknown[]) => all.length > 0;
    const found = await eventually(
      () => vscode.commands.executeCommand<unknown[]>("vscode.executeDefinitionProvider", uri, position),
      some,
    );
    const links = await eventually(() => vscode.commands.executeCommand<unknown[]>("vscode.executeLinkProvider", uri), some);
    assert.deepEqual([found.length, links.length], [1, 1]);
  });

  it("finds the references to a note from its title", async () => {
    const editor = await vscode.window.showTextDocument(file(rlNote));
    const title = at(editor, `# ${rlTitle}`).translate(0, 2);
    const referring = async () => {
      const { uri } = editor.document;
      const found = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", uri, title);
      return [...new Set(found.map((place) => vscode.workspace.asRelativePath(place.uri)))].filter((path) => path !== rlNote).sort();
    };
    const wanted = [
      "agents/can-reinforcement-learning-scale-beyond-single-turn-language-tasks.md",
      "preferences/can-online-llm-feedback-improve-direct-preference-optimization-during-training.md",
      "topics/systems.md",
      "training-dynamics/does-reinforcement-learning-update-only-a-small-fraction-of-parameters.md",
    ];
    assert.deepEqual(await eventually(referring, (files) => files.length === wanted.length), wanted);
  });

  it("explains a link when it is pointed at, in plain text", async () => {
    const editor = await edited(`# Scratch\n\nSee [[${rlTitle}]].\n`);
    const explanation = async () => {
      const place = at(editor, "[[Can");
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", editor.document.uri, place);
      return hovers.flatMap(({ contents }) => contents.map((it) => (it as vscode.MarkdownString).value)).join("\n");
    };
    const text = await eventually(explanation, (it) => it.includes("5 notes link here"));
    assert.match(text, /Systems and Scale/);
    assert.match(text, /4 source papers · 5 notes link here/);
  });

  it("adds questions to the symbols of the workspace and no headings, and outlines no note a second time", async () => {
    const named = async (query: string) => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", query);
      return symbols.filter(({ location }) => location.uri.path.endsWith(rlNote)).map(({ name }) => name);
    };
    const isQuestion = (name: string) => name === rlTitle;
    assert.equal(
      (
        await eventually(
          () => named("waiting train"),
          (names) => names.some(isQuestion),
        )
      ).filter(isQuestion).length,
      1,
    );
    const heading = "Why synchronous training waits";
    assert.ok((await named(heading)).every((name) => name === `## ${heading}`));
    const outline = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", file(rlNote));
    assert.deepEqual(
      outline.map(({ name }) => name),
      [`# ${rlTitle}`],
    );
  });

  it("says over a title how many notes link there, beside the way to related ones", async () => {
    await vscode.workspace.openTextDocument(file(rlNote));
    const titles = async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", file(rlNote), 10);
      // The command gives those first that have nothing to be resolved; over the title they stand in the order of the server.
      return lenses.map(({ command }) => command?.title ?? "").sort();
    };
    const wanted = ["4 notes link here", "Explore related"];
    assert.deepEqual(await eventually(titles, (found) => found[0] === wanted[0]), wanted);
  });

  it("turns selected lines into a note of their own and a link to it", async () => {
    await write(scratch, "# Is this a scratch note?\n\n## What of its second part?\n\nIt goes.\n");
    const editor = await vscode.window.showTextDocument(file(scratch));
    const ask = () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        file(scratch),
        new vscode.Range(2, 0, 5, 0),
        "refactor.extract",
        1,
      );
    const [action] = await eventually(ask, ({ length }) => length > 0);
    assert.equal(action?.title, "Turn the selection into a new note");
    assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
    const created = file("what-of-its-second-part.md");
    try {
      assert.equal(editor.document.getText(), "# Is this a scratch note?\n\n[[What of its second part?]]\n");
      const { lineCount, getText } = await vscode.workspace.openTextDocument(created);
      assert.match(getText(), /^---\ntitle: "What of its second part\?"\nrelated: \["\[\[Is this a scratch note\?\]\]"\]\n---\n/);
      assert.equal(lineCount, 9);
    } finally {
      await vscode.workspace.saveAll();
      await vscode.window.showTextDocument(created);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await vscode.workspace.fs.delete(created);
    }
  });

  it("completes in a document that belongs to no folder, and indexes it nowhere", async () => {
    const document = await vscode.workspace.openTextDocument({
      language: "markdown",
      content: "---\ntopics: [elsewhere]\n---\nSee [[async",
    });
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      new vscode.Position(3, 11),
    );
    assert.ok(list.items.some(({ label }) => label === "asynchronous RL"));
    const links = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "quaestio");
    assert.deepEqual(links, []);
  });

  it("follows a severity that is set, and its removal", async () => {
    await write(scratch, "See [[nothing of the kind]].\n");
    await problems(scratch, (codes) => codes.length > 0);
    const configuration = vscode.workspace.getConfiguration("quaestio");
    await configuration.update("diagnostics.severity", { "broken-reference": "off" }, vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(await problems(scratch, (codes) => codes.length === 0), []);
    await configuration.update("diagnostics.severity", undefined, vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(await problems(scratch, (codes) => codes.length > 0), ["broken-reference"]);
  });

  it("has registered every command it contributes", async () => {
    const { packageJSON } = vscode.extensions.getExtension("quaestio.quaestio") ?? {};
    const contributed = (packageJSON.contributes.commands as { command: string }[]).map(({ command }) => command);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
  });
});
