// Starts the language server on Node: over IPC or stdio, as the client asks on the command line.
// Ends with 0 after a shutdown; with 1 without one, also where its input ends, for then the client is gone.
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { fsPathOf } from "./core/noteUri";
import { nodeFiles } from "./host/nodeFiles";
import { cacheFolder, nodeIndexStore } from "./host/nodeIndexStore";
import { serve } from "./lsp/server";
import { stdioConnection } from "./stdio";

serve({
  connection: process.argv.includes("--stdio") ? stdioConnection() : createConnection(ProposedFeatures.all),
  filesFor: (scheme) => (scheme === "file" ? nodeFiles : undefined),
  storeIn: (folder) => nodeIndexStore(folder === undefined ? cacheFolder() : fsPathOf(folder), __filename),
});
