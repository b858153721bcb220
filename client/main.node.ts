// The entry point on the desktop and in a remote: starts the server as a Node process of its own.
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Extension, start } from "./extension";

export function activate(context: ExtensionContext): Extension {
  // The program that the command line is as well: the package has it once.
  const server = { module: context.asAbsolutePath("dist/cli/main.node.js"), args: ["lsp"], transport: TransportKind.ipc };
  return start(context, (name, options) => new LanguageClient("quaestio", name, server, options));
}
