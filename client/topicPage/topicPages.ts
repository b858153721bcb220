// The topic pages that are open: one for each topic, brought back by the editor after a restart.
import { type Disposable, type ExtensionContext, l10n, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { TopicNode } from "../../server/protocol";
import { chooseTopic } from "../chooseTopic";
import type { NotesClient } from "../notesClient";
import { exportTopic } from "./exportTopic";
import { pageFolder, pageHtml } from "./html";
import { isView, type View } from "./messages";
import { TopicPanel } from "./panel";

const viewType = "quaestio.topicPage";

/** What opens pages, and closes them with the extension. */
export interface TopicPages extends Disposable {
  /** Shows the page of a topic: of a row of the Topics view, of an id, or else of one that is asked for. */
  open(target: unknown): Promise<void>;
  /** Writes the page of a topic to a file. */
  export(target: unknown): Promise<void>;
}

/** Makes the pages. */
export function topicPages(context: ExtensionContext, notes: NotesClient): TopicPages {
  const asked = async (target: unknown) => idOf(target) ?? (await chooseTopic(notes, l10n.t("Topic Page")))?.id;
  const open = new Map<string, TopicPanel>();
  const keyOf = (id: string) => `quaestio.topicView.${id}`;
  const show = (id: string) => {
    const known = open.get(id);
    if (known) return known.panel.reveal();
    take(window.createWebviewPanel(viewType, id, ViewColumn.Active, { enableFindWidget: true }), id);
  };
  const take = (panel: WebviewPanel, id: string) => {
    const made = new TopicPanel(panel, id, {
      notes,
      viewOf: (topic) => viewIn(context.workspaceState.get(keyOf(topic))),
      keepView: (topic, view) => void context.workspaceState.update(keyOf(topic), view),
      openTopic: show,
      exportTopic: (topic) => void exportTopic(context, notes, topic),
    });
    open.set(id, made);
    panel.onDidDispose(() => {
      made.dispose();
      if (open.get(id) === made) open.delete(id);
    });
    const icon = (theme: "light" | "dark") => Uri.joinPath(context.extensionUri, "client", "media", `quaestio-${theme}.svg`);
    panel.iconPath = { light: icon("light"), dark: icon("dark") };
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(context.extensionUri)] };
    panel.webview.html = pageHtml(panel.webview, context.extensionUri);
  };
  const serializer = window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(panel, state: { readonly id?: unknown } | undefined) {
      if (typeof state?.id === "string") take(panel, state.id);
      else panel.dispose();
    },
  });
  return {
    async open(target) {
      const id = await asked(target);
      if (id !== undefined) show(id);
    },
    async export(target) {
      const id = await asked(target);
      if (id !== undefined) await exportTopic(context, notes, id);
    },
    // The panels stay: the editor keeps them for the next start.
    dispose: () => serializer.dispose(),
  };
}

const viewIn = (kept: unknown): View => (isView(kept) ? kept : "cards");

/** The topic that a command was called on. */
function idOf(target: unknown): string | undefined {
  return typeof target === "string" ? target : (target as { readonly topic?: TopicNode } | undefined)?.topic?.id;
}
