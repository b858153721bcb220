// What the command line takes, said once: read from the arguments and printed as help.
import { type ParseArgsConfig, parseArgs } from "node:util";

/** A call that cannot be understood; its message is for the person who made it. The process exits with 2. */
export class Misuse extends Error {}

/** A subcommand: its arguments in, its exit status out, once all it has to say is said. */
export type Command = (args: readonly string[]) => Promise<number>;

const usage: Readonly<Record<string, string>> = {
  check: `quaestio check [folder…]
  Reports every problem of the notes in the folders (default: the current one).
  --format text|json|sarif|github   how to print them (default text)
  --fail-on error|warning|information|hint|never   from which severity on the exit status is 1 (default error)
  --set code=level   the severity of a problem: error, warning, information, hint or off; may be given again
  --no-cache   read every note anew`,
  topics: `quaestio topics [folder]
  Prints the tree of topics with the number of notes and source papers of each, and the notes.
  --json   as JSON`,
  lsp: `quaestio lsp --stdio
  Starts the language server for an editor, speaking over standard input and output.`,
};

/** The help of one command, or of all. */
export function help(command?: string): string {
  if (command !== undefined) return usage[command] ?? "";
  return `Quaestio checks and lists a vault of synthesis notes.\n\n${Object.values(usage).join("\n\n")}\n\nquaestio --version, quaestio --help\nExit status: 0 nothing found, 1 problems found, 2 misuse or a folder that cannot be read.`;
}

/** Reads a command's arguments; what it does not know is a Misuse that says so. */
export function parseArguments<T extends ParseArgsConfig>(args: readonly string[], config: T) {
  try {
    return parseArgs({ ...config, args: [...args], allowPositionals: true });
  } catch (error) {
    throw new Misuse(`${error instanceof Error ? error.message : error} See quaestio --help.`);
  }
}

/** Checks that a value is one of those allowed. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  if (allowed.includes(value as T)) return value as T;
  throw new Misuse(`--${option} takes one of ${allowed.join(", ")}, not “${value}”.`);
}
