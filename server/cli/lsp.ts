// `quaestio lsp`: the language server, for any editor over standard input and output, for the extension over the channel that Node gives a child.
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeFiles } from "../host/nodeFiles";
import { watchFolder } from "../host/nodeWatch";
import { serve } from "../lsp/server";
import { type Command, Misuse, parseArguments } from "./arguments";
import { stdioConnection } from "./stdio";
import { storeFor } from "./store";

const options = {
  stdio: { type: "boolean" },
  "no-cache": { type: "boolean" },
  // These two are what the library of the extension's side adds.
  "node-ipc": { type: "boolean" },
  clientProcessId: { type: "string" },
} as const;

/** Ends the process itself, as the protocol has it: with 0 after a shutdown, else with 1, also where the input ends as its client is gone. */
export const lsp: Command = async (args) => {
  const { values, positionals } = parseArguments(args, { options });
  const isChild = values["node-ipc"] === true;
  if (!values.stdio && !isChild) throw new Misuse("The server speaks over standard input and output: quaestio lsp --stdio.");
  if (positionals.length > 0) throw new Misuse("quaestio lsp takes no folder: the editor names its folders itself.");
  serve({
    connection: isChild ? createConnection(ProposedFeatures.all) : stdioConnection(),
    filesFor: (scheme) => (scheme === "file" ? nodeFiles : undefined),
    watchFolder,
    storeIn: (folder) => storeFor(values, folder),
    runtime: { name: `Node ${process.version}`, memory: () => process.memoryUsage().rss },
  });
  return new Promise(() => undefined);
};
