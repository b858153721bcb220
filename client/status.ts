// Show Status: a document that nobody can edit, to be copied into a report.
import {
  type Disposable,
  Disposable as Disposables,
  EventEmitter,
  type ExtensionContext,
  env,
  UIKind,
  Uri,
  version,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ServerStatus } from "../server/protocol";
import { command } from "./command";
import { statusText } from "./statusText";

const scheme = "quaestio-status";
const address = Uri.from({ scheme, path: "/Quaestio Status.md" });

/** Milliseconds for the server: who looks for what is wrong has waited already. */
const patience = 5000;

/** The command and its document. */
export function status(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<Uri>();
  let text = "";
  return Disposables.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, { onDidChange: changed.event, provideTextDocumentContent: () => text }),
    command("quaestio.showStatus", async () => {
      text = statusText(editorStatus(context), await serverStatus(client));
      changed.fire(address);
      await window.showTextDocument(address);
    }),
  );
}

const editorStatus = ({ extension }: ExtensionContext) => ({
  version: String(extension.packageJSON.version),
  editor: `${env.appName} ${version}`,
  // A server that is reached by its address calls itself by that: it is nobody's business.
  place: env.remoteName ? (/^[a-z-]+$/.exec(env.remoteName)?.[0] ?? "remote") : env.uiKind === UIKind.Web ? "web" : "desktop",
  language: env.language,
});

/** Asked at once, also while notes are still being read; undefined where no answer comes. */
async function serverStatus(client: BaseLanguageClient): Promise<ServerStatus | undefined> {
  if (!client.isRunning()) return undefined;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
  const asked = client.sendRequest<ServerStatus | null>("quaestio/status", {}).catch(() => null);
  return (await Promise.race([asked, late])) ?? undefined;
}
