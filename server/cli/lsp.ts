// `quaestio lsp --stdio`: the language server for any editor.
import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { nodeFiles } from "../host/nodeFiles";
import { noFiles } from "../host/noteFiles";
import { serve } from "../lsp/server";
import { type Command, Misuse, parseArguments } from "./arguments";

export const lsp: Command = async (args) => {
  const { values } = parseArguments(args, { options: { stdio: { type: "boolean" } } });
  if (!values.stdio) throw new Misuse("The server speaks over standard input and output: quaestio lsp --stdio.");
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
  serve({ connection, filesFor: (scheme) => (scheme === "file" ? nodeFiles : noFiles) });
  return new Promise(() => undefined);
};
