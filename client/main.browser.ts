// The entry point in the browser: starts the server in a web worker.
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { type Extension, start } from "./extension";

export function activate(context: ExtensionContext): Extension {
  const script = Uri.joinPath(context.extensionUri, "dist", "server", "main.browser.js");
  const worker = new Worker(script.toString(true));
  return start(context, (name, options) => new LanguageClient("quaestio", name, worker, options));
}
