// The report that a person sends who says that something is wrong: in English, for those who will read it.
import type { Failure, FolderStatus, ServerStatus } from "../server/protocol";

/** What the editor's side knows. */
export interface EditorStatus {
  readonly version: string;
  /** The editor's name and version. */
  readonly editor: string;
  /** Where extensions run: `desktop`, `web`, or the name of the remote. */
  readonly place: string;
  readonly language: string;
}

/** Markdown with all that is known; `server` is undefined where the server gives no answer. */
export function statusText(editor: EditorStatus, server: ServerStatus | undefined): string {
  return [
    "# Quaestio status",
    "For a report that something is wrong. Nothing in it is text of your notes, and folders have no names.",
    list([
      `Quaestio ${editor.version} in ${editor.editor} (${editor.place}, ${editor.language})`,
      server ? serverLine(server) : "The language server gives no answer; *Quaestio: Show Log* may say why.",
      ...comparisonLines(server?.comparisons ?? null),
    ]),
    ...(server?.folders ?? []).flatMap(folderPart),
    ...(server ? failuresPart(server.failures) : []),
  ]
    .join("\n\n")
    .concat("\n");
}

function serverLine({ version, runtime, memory, uptime }: ServerStatus): string {
  const used = memory === null ? "" : `, ${Math.round(memory / 1e6)} MB`;
  return `Language server ${version} on ${runtime}, running for ${duration(uptime)}${used}`;
}

const comparisonLines = (comparisons: ServerStatus["comparisons"]) =>
  comparisons ? [`${comparisons.made} comparisons with an index built anew, of which ${comparisons.different} found a difference`] : [];

function folderPart(folder: FolderStatus, at: number): readonly string[] {
  const { scheme, kind, notes, references, loadTime, unchanged, settings } = folder;
  const kinds = { marked: "marked as a vault", "by its notes": "a vault by what its notes say", plain: "plain Markdown" };
  const read = loadTime === null ? "not read yet" : `read in ${duration(loadTime)}, ${unchanged} of the notes as they were kept`;
  const set = Object.entries(settings).map(([name, value]) => `\`${name}\`: \`${JSON.stringify(value)}\``);
  return [
    `## Folder ${at + 1}`,
    list([
      `${scheme}, ${kinds[kind]}`,
      `${notes} notes, ${references} references, ${read}`,
      set.length === 0 ? "all settings as they come" : `settings: ${set.join(", ")}`,
    ]),
  ];
}

function failuresPart(failures: readonly Failure[]): readonly string[] {
  const lines = failures.map(({ time, level, sentence }) => `${new Date(time).toISOString()} ${level}: ${sentence}`);
  return ["## What went wrong", lines.length === 0 ? "Nothing." : fenced(lines.join("\n"))];
}

const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join("\n");

/** In a block that no line of the text ends. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.round(milliseconds / 60_000)} min`;
}
