// `quaestio merge`: makes one note a section of another and leads every link of the vault on: the same edit as in the editor.
import { merge } from "../features/merge/merge";
import { type Command, Misuse, parseArguments } from "./arguments";
import { editVault, knownNote } from "./editVault";
import { openVault } from "./openVault";
import { storeFor } from "./store";

export const mergeCommand: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    options: { vault: { type: "string", default: "." }, "dry-run": { type: "boolean" }, "no-cache": { type: "boolean" } },
  });
  const [file, other, ...others] = positionals;
  if (file === undefined || other === undefined || others.length > 0)
    throw new Misuse("quaestio merge takes a file and the one that is to take it in. See quaestio --help.");
  const vault = await openVault(String(values.vault), [], storeFor(values));
  const [gone, into] = [knownNote(vault, file), knownNote(vault, other)];
  return editVault(vault, values, async (texts) => ({ edit: await merge(vault.index, texts, gone, into) }));
};
