// The tools that agents of the editor may use: what the manifest declares of them is handed to the server, which checks and answers.
import { Disposable, type ExtensionContext, LanguageModelTextPart, LanguageModelToolResult, lm } from "vscode";
import type { NotesClient } from "./notesClient";

/** Names of tools are shared by all extensions; the server's own have no such beginning. */
const prefix = "quaestio_";

/** Registers all tools of the manifest, where the editor knows such: not every one that runs extensions does. */
export function tools({ extension }: ExtensionContext, notes: NotesClient): Disposable {
  if (typeof lm?.registerTool !== "function") return Disposable.from();
  const declared: readonly { readonly name: string }[] = extension.packageJSON.contributes.languageModelTools;
  return Disposable.from(
    ...declared.map(({ name }) => lm.registerTool<object>(name, { invoke: ({ input }) => answer(notes, name, input) })),
  );
}

/** What the server says, as JSON; where it gives no answer, the agent is told why. */
async function answer(notes: NotesClient, name: string, input: object): Promise<LanguageModelToolResult> {
  const given = await notes.request("quaestio/tool", { name: name.slice(prefix.length), input });
  if (given.kind === "refused") throw new Error(given.why);
  return new LanguageModelToolResult([new LanguageModelTextPart(JSON.stringify(given.answer))]);
}
