// Reading notes in the editor's own Markdown preview: what its plugin asks the editor and the server.
import type MarkdownIt from "markdown-it";
import { commands, type Disposable, TabInputCustom, TabInputWebview, Uri, window, workspace } from "vscode";
import type { NotesClient } from "../notesClient";
import { renderModels } from "./models";
import { readNotes } from "./plugin";

/** What the built-in Markdown extension looks for in what this extension exports. */
export interface PreviewPlugin extends Disposable {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

/** The plugin, which asks the server about notes as they are previewed. */
export function previewPlugin(notes: NotesClient): PreviewPlugin {
  const models = renderModels({
    ask: (uri) => notes.request("quaestio/renderModel", { uri }),
    versionOf: (uri) => workspace.textDocuments.find((document) => document.uri.toString() === uri)?.version,
    isPreviewing: () => window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => isPreview(input))),
    redraw: () => void commands.executeCommand("markdown.preview.refresh"),
  });
  const following = notes.onChanged(() => models.changed());
  return {
    dispose: () => following.dispose(),
    extendMarkdownIt: (md) => readNotes(md, (document) => (isInWorkspace(document) ? models.of(document.toString()) : undefined)),
  };
}

/** Other documents cannot be notes: nobody is asked about them. */
const isInWorkspace = (document: unknown): document is Uri =>
  document instanceof Uri && workspace.getWorkspaceFolder(document) !== undefined;

const isPreview = (input: unknown): boolean =>
  (input instanceof TabInputWebview && input.viewType.includes("markdown.preview")) ||
  (input instanceof TabInputCustom && input.viewType.includes("markdown.preview"));
