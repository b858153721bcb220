// Commands of lenses that nothing can come between: each is one of its own, without arguments.
import { type CodeLens, type Command, commands, type Disposable } from "vscode";
import type { CodeLensMiddleware } from "vscode-languageclient";

/** More lenses than can be seen at once in all editors. */
const mostKept = 500;

/**
 * Gives every lens with arguments a command that knows them. VS Code itself keeps the arguments only until lenses are asked for anew, while
 * a lens that was out of sight has the old command still: a click on that fails with “Actual command not found”. The active editor is no
 * way to know what a lens is about: it may be another one where the lens is in a peek.
 */
export function lensCommands(): CodeLensMiddleware & Disposable {
  /** By their ids, the one asked for last at the end. */
  const kept = new Map<string, Disposable>();
  const keep = (id: string, registered: Disposable) => {
    kept.delete(id);
    kept.set(id, registered);
    const [oldest] = kept;
    if (!oldest || kept.size <= mostKept) return;
    oldest[1].dispose();
    kept.delete(oldest[0]);
  };
  const withOwnCommand = (lens: CodeLens): CodeLens => {
    if (!lens.command?.arguments?.length) return lens;
    const { title, tooltip, command, arguments: known } = lens.command;
    const id = idOf(lens.command);
    keep(id, kept.get(id) ?? commands.registerCommand(id, () => commands.executeCommand(command, ...known)));
    lens.command = { title, command: id, ...(tooltip === undefined ? {} : { tooltip }) };
    return lens;
  };
  return {
    provideCodeLenses: async (document, token, next) => (await next(document, token))?.map(withOwnCommand),
    async resolveCodeLens(lens, token, next) {
      const resolved = await next(lens, token);
      return resolved && withOwnCommand(resolved);
    },
    dispose() {
      for (const registered of kept.values()) registered.dispose();
    },
  };
}

/** The same for the same arguments. It begins with what hides it from lists of commands. */
const idOf = ({ command, arguments: known }: Command): string => `_${command} ${JSON.stringify(known)}`;
