// Reading notes in the editor's own Markdown preview: what its plugin asks the editor and the server.
import type MarkdownIt from "markdown-it";
import { commands, type Disposable, TabInputCustom, TabInputWebview, Uri, window, workspace } from "vscode";
import type { RenderModel } from "../../server/protocol";
import type { NotesClient } from "../notesClient";
import { renderModels } from "./models";
import { readNotes } from "./plugin";

/** What the built-in Markdown extension looks for in what this extension exports. */
export interface PreviewPlugin extends Disposable {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
  /** Has the model of a note at hand before the editor draws it, if that takes no longer than a moment. */
  prepare(uri: Uri): Promise<void>;
}

/** Milliseconds that nobody notices between a click and a page. */
const moment = 300;

/** The plugin, which asks the server about notes as they are previewed. */
export function previewPlugin(notes: NotesClient): PreviewPlugin {
  const models = renderModels({
    ask: (uri) => notes.request("quaestio/renderModel", { uri }),
    versionOf: (uri) => workspace.textDocuments.find((document) => document.uri.toString() === uri)?.version,
    isPreviewing,
    redraw: () => void commands.executeCommand("markdown.preview.refresh"),
    linkedFrom,
    now: () => Date.now(),
    later: (time, run) => void setTimeout(run, time),
  });
  const prepare = (uri: Uri) => (isInWorkspace(uri) ? models.prepare(uri.toString()) : undefined);
  const following = [
    notes.onChanged(() => models.changed()),
    // A link in a preview opens its note before it is drawn; a note in an editor is the one that is previewed next.
    workspace.onDidOpenTextDocument(({ languageId, uri }) => languageId === "markdown" && isPreviewing() && void prepare(uri)),
    window.onDidChangeActiveTextEditor((editor) => editor?.document.languageId === "markdown" && void prepare(editor.document.uri)),
  ];
  return {
    dispose: () => following.forEach((it) => void it.dispose()),
    prepare: async (uri) => void (await Promise.race([prepare(uri), new Promise((resolve) => setTimeout(resolve, moment))])),
    extendMarkdownIt: (md) => readNotes(md, (document) => (isInWorkspace(document) ? models.of(document.toString()) : undefined)),
  };
}

/** Other documents cannot be notes: nobody is asked about them. */
const isInWorkspace = (document: unknown): document is Uri =>
  document instanceof Uri && workspace.getWorkspaceFolder(document) !== undefined;

const isPreviewing = (): boolean => window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => isPreview(input)));

const isPreview = (input: unknown): boolean =>
  (input instanceof TabInputWebview && input.viewType.includes("markdown.preview")) ||
  (input instanceof TabInputCustom && input.viewType.includes("markdown.preview"));

/** The URIs of the notes that a page links to, its embedded texts included. */
function linkedFrom(uri: string, model: RenderModel): readonly string[] {
  const { header, embeds } = model;
  const inTexts = [model, ...embeds].flatMap(({ links }) => links.map(([, link]) => link));
  const all = [...inTexts, ...(header ? [...header.related, ...header.topics] : [])];
  const paths = all.map(({ href = "" }) => href.replace(/#.*$/, "")).filter((path) => /\.md$/i.test(path) && !/^https?:/i.test(path));
  return [...new Set(paths)].map((path) => Uri.joinPath(Uri.parse(uri), "..", decodeURIComponent(path)).toString());
}
