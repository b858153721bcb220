// What the command line takes, said once: read from the arguments and printed as help.
import { type ParseArgsConfig, parseArgs } from "node:util";
import { severityKeys } from "../core/settings";

/** A call that cannot be understood or carried out; its message is for the person who made it. The process exits with 2. */
export class Misuse extends Error {}

/** A subcommand: its arguments in, its exit status out, once all it has to say is said. */
export type Command = (args: readonly string[]) => Promise<number>;

/** A list in lines of at most so many characters. */
function inLines(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)}, ${word}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const usage: Readonly<Record<string, string>> = {
  check: `quaestio check [folder…]
  Prints the problems of all notes in the folders; without a folder, in the current one.
  --format FORMAT    text (default): a line each; json; sarif, for code scanning; github, for annotations
  --fail-on LEVEL    exit with 1 from this severity on: error (default), warning, information, hint; or never
  --set CODE=LEVEL   how grave a kind of problem is: error, warning, information, hint, or off to leave it out;
                     may be given several times, and goes before the settings in .quaestio.json
                     Codes: ${inLines(severityKeys, 90).join(",\n                     ")}
  --bibliography FILE  a .bib file outside the folders that describes papers cited there; may be given several times
  --no-cache         read every note anew, and keep nothing`,
  topics: `quaestio topics [folder]
  Prints the topics as a tree, each with its notes and with the number of notes and source papers.
  --json             as JSON
  --no-cache         read every note anew, and keep nothing`,
  related: `quaestio related FILE | "A QUESTION"
  Prints the notes related to a note, or to a question that no note asks yet, the closest first, and why.
  --vault FOLDER     the vault to look in; without it, the current folder
  -n NUMBER          how many notes at most: 10 where nothing is said
  --json             as JSON
  --weights          instead, how much each part of the ranking counts in the vault, learned from its links
  --no-cache         read every note anew, and keep nothing`,
  "open-questions": `quaestio open-questions [folder]
  Prints the questions that links ask and no note answers yet, those first that most notes ask, with the places.
  --json             as JSON
  --no-cache         read every note anew, and keep nothing`,
  papers: `quaestio papers [folder]
  Prints the papers that notes cite or a bibliography has, by title, each with the places that cite it.
  --cited-once       only those that exactly one note cites
  --never-cited      only those that a bibliography has and no note cites
  --filter WORDS     only those that have all of these words in title, authors, year, key or id
  --bibliography FILE  a .bib file outside the folder; may be given several times
  --json             as JSON
  --no-cache         read every note anew, and keep nothing`,
  rename: `quaestio rename FILE "NEW TITLE"
  Gives a note another title, and its file another name where it was named after the title.
  Every link of the vault leads on; where one could not, nothing is changed. Prints the new lines.
  --vault FOLDER     the vault that the note lies in; without it, the current folder
  --dry-run          only print
  --no-cache         read every note anew, and keep nothing`,
  merge: `quaestio merge FILE INTO
  Makes a note a section of another, with its topics, sources, aliases and related notes, and removes its file.
  Every link to it leads to the other; where one could not, nothing is changed. Prints the new lines.
  --vault FOLDER     the vault that both lie in; without it, the current folder
  --dry-run          only print
  --no-cache         read every note anew, and keep nothing`,
  export: `quaestio export TOPIC -o FILE.html
  Writes a topic as one page with its notes and papers, which opens in any browser without anything else.
  TOPIC is an id such as reinforcement-learning/systems, or the topic's name.
  -o, --output FILE  where to; without it, to standard output
  --vault FOLDER     the vault to look in; without it, the current folder
  --no-cache         read every note anew, and keep nothing`,
  mcp: `quaestio mcp [folder]
  Serves the notes of the folder to an agent by the Model Context Protocol, over standard input and output: tools
  to search, read and check them, to find related ones, topics, papers and open questions. None of them writes.
  --bibliography FILE  a .bib file outside the folder; may be given several times
  --no-cache         read every note anew, and keep nothing`,
  lsp: `quaestio lsp --stdio
  Starts the language server, for an editor to speak with over standard input and output.
  --no-cache         read every note anew, and keep nothing`,
};

const rest = `quaestio [command] --help   this text, or what it says of one command
quaestio --version

Exit status: 0 when all went well; 1 when check found a problem as grave as --fail-on says,
or a rename or a merge is refused;
2 when the call is not understood, a folder cannot be read, a file cannot be written, or Quaestio itself fails.
QUAESTIO_DEBUG=1 in the environment shows where it failed.`;

/** The help of one command, or of all. */
export function help(command?: string): string {
  if (command !== undefined) return usage[command] ?? "";
  return ["Quaestio checks and lists a vault of synthesis notes.", ...Object.values(usage), rest].join("\n\n");
}

/** Reads a command's arguments; what it does not know is a Misuse that says so. */
export function parseArguments<T extends ParseArgsConfig>(args: readonly string[], config: T) {
  try {
    return parseArgs({ ...config, args: [...args], allowPositionals: true });
  } catch (error) {
    throw new Misuse(`${complaint(error as Error & { readonly code?: string })} See quaestio --help.`);
  }
}

/** Node's own sentences about options are long, and of several lines. */
function complaint({ code, message }: Error & { readonly code?: string }): string {
  const option = /'(--?[^\s',]+)/.exec(message)?.[1] ?? "An option";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `There is no option ${option}.`;
  if (code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") throw new Error(message);
  return message.includes("does not take") ? `${option} takes no value.` : `${option} needs a value.`;
}

/** Checks that a value is one of those allowed. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  if (allowed.includes(value as T)) return value as T;
  throw new Misuse(`--${option} takes one of ${allowed.join(", ")}, not “${value}”.`);
}
