// Starts the language server in a web worker, where every file comes through the client.
import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from "vscode-languageserver/browser";
import { noStore } from "./host/indexStore";
import { serve } from "./lsp/server";

/** The scope of the worker, as far as messages go. */
declare const self: Worker;

serve({
  connection: createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self)),
  filesFor: () => undefined,
  storeIn: () => noStore,
  runtime: { name: "web worker" },
});
