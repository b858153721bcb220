// The command line: `quaestio check | topics | related | open-questions | papers | rename | merge | export | mcp | lsp`. Finds the subcommand, prints what it says, exits as it says.
import { type Command, help, Misuse } from "./arguments";
import { check } from "./check";
import { exportCommand } from "./export";
import { lsp } from "./lsp";
import { mcp } from "./mcp";
import { mergeCommand } from "./merge";
import { openQuestionsCommand } from "./openQuestions";
import { papersCommand } from "./papers";
import { lineOf } from "./plain";
import { relatedCommand } from "./related";
import { renameCommand } from "./rename";
import { topicsCommand } from "./topics";

declare const QUAESTIO_VERSION: string;

const commands: Readonly<Record<string, Command>> = {
  check,
  topics: topicsCommand,
  related: relatedCommand,
  "open-questions": openQuestionsCommand,
  papers: papersCommand,
  rename: renameCommand,
  merge: mergeCommand,
  export: exportCommand,
  mcp,
  lsp,
};

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === "--version") return say(QUAESTIO_VERSION);
  if (name === undefined || isHelp(name)) return say(help());
  if (name === "help") return say(help(rest[0] === undefined ? undefined : known(rest[0])));
  const command = commands[known(name)] as Command;
  return rest.some(isHelp) ? say(help(name)) : command(rest);
}

const isHelp = (argument: string) => argument === "--help" || argument === "-h";

function known(name: string): string {
  if (Object.hasOwn(commands, name)) return name;
  const what = name.startsWith("-") ? "option" : "command";
  throw new Misuse(`There is no ${what} “${name}”. Commands are ${Object.keys(commands).join(", ")}; see quaestio --help.`);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

/** Says in one sentence that Quaestio failed, and ends. */
function fail(error: unknown): void {
  const sentence = lineOf(`quaestio failed: ${error instanceof Error ? error.message : error}`);
  const stack = process.env["QUAESTIO_DEBUG"] && error instanceof Error ? `\n${error.stack}` : "";
  process.stderr.write(`${sentence}${stack}\n`, () => process.exit(2));
}

// Who reads only the beginning, as `head` does, has read enough: the exit status is what it would have been.
process.stdout.on("error", (error: NodeJS.ErrnoException) => error.code !== "EPIPE" && fail(error));
// Nobody is left to tell of it.
process.stderr.on("error", () => undefined);
process.on("uncaughtException", fail);

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    if (!(error instanceof Misuse)) return fail(error);
    process.exitCode = 2;
    console.error(lineOf(error.message));
  },
);
