// `quaestio mcp`: the notes of a folder for agents, as tools that only read.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { nodeFiles } from "../host/nodeFiles";
import { FollowedVault } from "../mcp/followedVault";
import { callTool, introduction, tools } from "../tools/tools";
import { type Command, Misuse, parseArguments } from "./arguments";
import { existingFile, existingFolder } from "./openVault";
import { lineOf } from "./plain";
import { storeFor } from "./store";

declare const QUAESTIO_VERSION: string;

/** Ends the process itself when its input ends: whatever is read meanwhile, nobody is left to ask. */
export const mcp: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    options: { bibliography: { type: "string", multiple: true, default: [] }, "no-cache": { type: "boolean" } },
  });
  if (positionals.length > 1) throw new Misuse(`quaestio mcp takes one folder, not ${positionals.length}.`);
  const folder = await existingFolder(positionals[0] ?? ".");
  const bibliography = (values.bibliography as string[]).map(existingFile);
  if (!existsSync(join(__dirname, "..", "mcp")))
    throw new Misuse("This copy of Quaestio came without its MCP server, as the editor's does: install the npm package quaestio for it.");
  // A bundle of its own: nothing else waits until it is loaded.
  const { serveMcp } = await import("../mcp/main.node.js");
  const report = (sentence: string) => console.error(lineOf(`quaestio: ${sentence}`));
  // What is named on the command line is meant, whatever the folder's own settings say.
  const overrides = [{ enable: true, ...(bibliography.length > 0 ? { bibliography } : {}) }];
  const vault = new FollowedVault(folder, { disk: nodeFiles, indexStore: storeFor(values), overrides, report });
  const call = (name: string, input: unknown) => vault.ask((asked) => callTool(asked, name, input));
  await serveMcp({ version: QUAESTIO_VERSION, tools, introduction, call, report });
  return new Promise(() => process.stdout.write("", () => process.exit(0)));
};
