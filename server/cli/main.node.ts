// The command line: `quaestio check | topics | lsp`. Finds the subcommand, prints what it says, exits as it says.

import { type Command, help, Misuse } from "./arguments";
import { check } from "./check";
import { lsp } from "./lsp";
import { topicsCommand } from "./topics";

declare const QUAESTIO_VERSION: string;

const commands: Readonly<Record<string, Command>> = { check, topics: topicsCommand, lsp };

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === "--version") return say(QUAESTIO_VERSION);
  if (name === undefined || name === "--help" || name === "help") return say(help());
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Misuse(`There is no command “${name}”. Commands are ${Object.keys(commands).join(", ")}; see quaestio --help.`);
  if (rest.includes("--help")) return say(help(name));
  return command(rest);
}

function say(text: string): number {
  console.log(text);
  return 0;
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error) => {
    console.error(error instanceof Misuse ? error.message : error);
    process.exitCode = 2;
  },
);
