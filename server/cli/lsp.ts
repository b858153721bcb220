// `quaestio lsp --stdio`: the language server for any editor.
import { nodeFiles } from "../host/nodeFiles";
import { serve } from "../lsp/server";
import { stdioConnection } from "../stdio";
import { type Command, Misuse, parseArguments } from "./arguments";
import { storeFor } from "./store";

/** Ends the process itself, as the protocol has it: with 0 after a shutdown, else with 1, also where the input ends as its client is gone. */
export const lsp: Command = async (args) => {
  const { values, positionals } = parseArguments(args, { options: { stdio: { type: "boolean" }, "no-cache": { type: "boolean" } } });
  if (!values.stdio) throw new Misuse("The server speaks over standard input and output: quaestio lsp --stdio.");
  if (positionals.length > 0) throw new Misuse("quaestio lsp takes no folder: the editor names its folders itself.");
  serve({
    connection: stdioConnection(),
    filesFor: (scheme) => (scheme === "file" ? nodeFiles : undefined),
    storeIn: (folder) => storeFor(values, folder),
  });
  return new Promise(() => undefined);
};
