// `quaestio rename`: gives a note another title and leads every link of the vault on: the same edit as in the editor.
import { rename } from "../features/rename/rename";
import { type Command, Misuse, parseArguments } from "./arguments";
import { editVault, knownNote } from "./editVault";
import { openVault } from "./openVault";
import { storeFor } from "./store";

export const renameCommand: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    options: { vault: { type: "string", default: "." }, "dry-run": { type: "boolean" }, "no-cache": { type: "boolean" } },
  });
  const [file, title, ...others] = positionals;
  if (file === undefined || title === undefined || others.length > 0)
    throw new Misuse("quaestio rename takes a file and its new title, in quotation marks. See quaestio --help.");
  const vault = await openVault(String(values.vault), [], storeFor(values));
  const note = knownNote(vault, file);
  const options = { file: vault.folder.settings.links.renameFiles ? "follows" : "stays" } as const;
  return editVault(vault, values, (texts) => rename(vault.index, texts, { kind: "title", note }, title, options));
};
