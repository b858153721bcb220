// One run of Quaestio over a vault: the server as an editor uses it, then the command line. What it reports is compared with what was planted.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { CompletionList, Location, Position } from "vscode-languageserver/node";
import type { Report } from "../../server/cli/formats";
import type { TopicNode } from "../../server/protocol";
import { projectRoot } from "../tempFolder";
import { Editor, type EditorOptions, uriOf } from "./editor";
import { markdownFiles } from "./limit";
import { percentile, type Sample, spread, timed } from "./measures";
import type { Manifest, Vault } from "./vault";

/** How long the server waits for typing to rest, in milliseconds; taken off where a time includes it. */
const quietTime = 150;
const edits = 20;

/** Measures everything once. Throws with a sentence when what is reported is not what was planted. All times in milliseconds. */
export async function measureOurs(vault: Vault, options: EditorOptions): Promise<Sample> {
  const started = performance.now();
  const editor = await Editor.start(vault.folder, options);
  try {
    const sample = await measureServer(editor, vault, started);
    await editor.stop();
    return { ...sample, ...(await checkOnce(vault)) };
  } catch (error) {
    editor.process.kill();
    throw error;
  }
}

/** `started`: when the server's process was asked for, as `performance.now()` counts. */
async function measureServer(editor: Editor, vault: Vault, started: number): Promise<Sample> {
  await editor.until("all notes are read and their problems published", () => editor.isLoaded);
  const load = editor.lastPass - started;
  const processor = editor.processorTime();
  compare("The server", vault.manifest, codesIn([...editor.problems.values()].flat()));
  const memory = editor.peakMemory();
  // The tree is made at the first request and then kept: only the first is of interest.
  const tree = await timed(() => editor.ask("quaestio/topics", {}));
  const session: Session = { editor, vault, ...(await opened(editor, vault)) };
  return {
    "cold load": load,
    ...(processor === undefined ? {} : { "cold load, processor time": processor }),
    ...(memory === undefined ? {} : { "memory after the load (MB)": memory }),
    "topics tree": tree.time,
    ...(await topicPage(editor, tree.result)),
    ...(await brokenLinks(session)),
    ...(await completions(session)),
    ...(await hubReferences(session)),
    ...(await newTitle(session)),
    ...(await typingInLargeNote(session)),
  };
}

interface Session {
  readonly editor: Editor;
  readonly vault: Vault;
  /** A note of the vault that is open, and the end of its text. */
  readonly uri: string;
  readonly end: Position;
}

function codesIn(problems: readonly { readonly code?: string | number }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code = "" } of problems) counts.set(String(code), (counts.get(String(code)) ?? 0) + 1);
  return counts;
}

function compare(who: string, { brokenReferences, brokenHeadings }: Manifest, found: ReadonlyMap<string, number>): void {
  const planted = new Map([
    ["broken-reference", brokenReferences],
    ["broken-heading", brokenHeadings],
  ]);
  for (const code of new Set([...planted.keys(), ...found.keys()])) {
    const [wanted, got] = [planted.get(code) ?? 0, found.get(code) ?? 0];
    if (wanted !== got) throw new Error(`${who} reports ${got} problems of the kind ${code}, but ${wanted} were planted in the vault.`);
  }
}

/** Opens the last note of the vault and waits until the server is at rest again. */
async function opened(editor: Editor, { folder }: Vault): Promise<{ readonly uri: string; readonly end: Position }> {
  const path = markdownFiles(folder).at(-1) ?? "";
  const text = readFileSync(path, "utf8");
  await rested(editor, () => editor.open(uriOf(path), text));
  return { uri: uriOf(path), end: { line: text.split("\n").length - 1, character: 0 } };
}

/** Does something that the server publishes something about, and waits for that. */
async function rested(editor: Editor, act: () => Promise<void>): Promise<void> {
  const before = editor.passes;
  await act();
  await editor.until("a change is published", () => editor.passes > before);
}

async function topicPage(editor: Editor, tree: readonly TopicNode[]): Promise<Sample> {
  const largest = [...tree].sort((a, b) => b.noteCount - a.noteCount)[0];
  if (!largest) throw new Error("The server names no topics.");
  const page = await timed(() => editor.ask("quaestio/topicNotes", { id: largest.id, offset: 0, limit: 100 }));
  if (page.result.total !== largest.noteCount) throw new Error(`The topic ${largest.id} has not as many notes as the tree says.`);
  return { "page of a topic": page.time };
}

/** Writes a link to a note that is not there and waits until that is published; then takes it out again. */
async function brokenLinks({ editor, uri, end }: Session): Promise<Sample> {
  const before = editor.problems.get(uri)?.length ?? 0;
  const times: number[] = [];
  for (let at = 0; at < edits; at++) {
    const link = `[[not-yet-written-${at}]]`;
    const told = (count: number) => editor.until("a broken link is published", () => (editor.problems.get(uri)?.length ?? 0) === count);
    const { time } = await timed(async () => {
      await editor.type(uri, end, end, link);
      await told(before + 1);
    });
    times.push(time - quietTime);
    await editor.type(uri, end, { ...end, character: link.length }, "");
    await told(before);
  }
  return spread("edit to problem", times);
}

/** Types two words of a title behind `[[`, as a person does who remembers no more, and asks for suggestions at once. */
async function completions({ editor, vault, uri, end }: Session): Promise<Sample> {
  const times: number[] = [];
  for (const title of titlesIn(vault, 20)) {
    const words = title.replace("?", "").split(" ");
    const typed = `[[${words.at(-1)} ${words.at(-3)?.slice(0, 3)}`;
    const caret = { ...end, character: typed.length };
    await editor.type(uri, end, end, typed);
    const { time, result } = await timed(() => editor.at<CompletionList | null>("completion", uri, caret));
    if (!result?.items.length) throw new Error(`Nothing is suggested for “${typed}”.`);
    times.push(time);
    await editor.type(uri, end, caret, "");
  }
  return spread("completion", times);
}

/** Titles from all over the vault. */
function titlesIn({ folder }: Vault, count: number): readonly string[] {
  const files = markdownFiles(folder);
  const chosen = Array.from({ length: count }, (_, at) => files[Math.floor((at * files.length) / count)] ?? "");
  return chosen.map((file) => /^title: "(.*)"$/m.exec(readFileSync(file, "utf8"))?.[1] ?? "");
}

async function hubReferences({ editor, vault }: Session): Promise<Sample> {
  const path = join(vault.folder, vault.manifest.hub);
  const text = readFileSync(path, "utf8");
  const uri = uriOf(path);
  await editor.open(uri, text);
  const position = { line: text.split("\n").findIndex((line) => line.startsWith("title:")), character: 12 };
  const times: number[] = [];
  for (let at = 0; at < 20; at++) {
    const { time, result } = await timed(() =>
      editor.at<Location[] | null>("references", uri, position, { context: { includeDeclaration: false } }),
    );
    if (!result?.length) throw new Error("No references to the note are found that most links lead to.");
    times.push(time);
  }
  await editor.close(uri);
  return spread("references to the hub", times);
}

/** Types a letter into the title of the hub, which breaks the links of all who name it so, and takes it out again, which mends them. */
async function newTitle({ editor, vault }: Session): Promise<Sample> {
  const path = join(vault.folder, vault.manifest.hub);
  const text = readFileSync(path, "utf8");
  const uri = uriOf(path);
  const start = { line: text.split("\n").findIndex((line) => line.startsWith("title:")), character: 'title: "'.length };
  const behind = { ...start, character: start.character + 1 };
  const problems = () => [...editor.problems.values()].reduce((sum, { length }) => sum + length, 0);
  await rested(editor, () => editor.open(uri, text));
  const before = problems();
  const broken = await timed(() => rested(editor, () => editor.type(uri, start, start, "x")));
  if (problems() !== before + vault.manifest.titleLinks)
    throw new Error(`A new title of the hub breaks ${problems() - before} links instead of ${vault.manifest.titleLinks}.`);
  const mended = await timed(() => rested(editor, () => editor.type(uri, start, behind, "")));
  if (problems() !== before) throw new Error("With the hub's own title back not all links to it are whole again.");
  await editor.close(uri);
  return { "new title, links break": broken.time - quietTime, "old title, links mend": mended.time - quietTime };
}

/** Types in a note of 1 MB while the server is asked a small question after each key: how long the slowest answer to a key takes. */
async function typingInLargeNote({ editor, vault }: Session): Promise<Sample> {
  const uri = uriOf(join(vault.folder, "very-long.md"));
  const text = largeText(vault, 1_000_000);
  const opening = await timed(() => rested(editor, () => editor.open(uri, text)));
  const caret = { line: Math.floor(text.split("\n").length / 2), character: 0 };
  const worst: number[] = [];
  const passes = editor.passes;
  let lastKey = 0;
  for (let key = 0; key < edits; key++) {
    lastKey = performance.now();
    await editor.type(uri, caret, caret, "e");
    const answers: number[] = [];
    do {
      answers.push((await timed(() => editor.ask("quaestio/inLinkTarget", { uri, position: caret }))).time);
      await pause(3);
    } while (performance.now() - lastKey < 30);
    worst.push(Math.max(...answers));
  }
  await editor.until("the typing in the long note is published", () => editor.passes > passes && editor.lastPass > lastKey + quietTime);
  const published = editor.lastPass - lastKey - quietTime;
  await editor.close(uri);
  return {
    "1 MB note: open": opening.time - quietTime,
    "1 MB note: answer while typing, p95": percentile(worst, 95),
    "1 MB note: last key to done": published,
  };
}

/** The bodies of as many notes as a length takes. */
function largeText({ folder }: Vault, length: number): string {
  const files = markdownFiles(folder);
  let text = "# What is in everything?\n\n";
  for (let at = 0; text.length < length; at++) {
    const note = readFileSync(files[at % files.length] ?? "", "utf8");
    text += note.slice(note.indexOf("\n---\n") + 5).replace(/^# /m, "## ");
  }
  return text;
}

/** The command line, from its start to its end. */
async function checkOnce({ folder, manifest }: Vault): Promise<Sample> {
  const script = join(projectRoot, "dist", "cli", "main.node.js");
  const started = performance.now();
  const run = spawn(process.execPath, [script, "check", folder, "--format", "json", "--fail-on", "never"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  run.stdout.setEncoding("utf8").on("data", (chunk: string) => (printed += chunk));
  const [status] = await once(run, "close");
  const time = performance.now() - started;
  if (status !== 0) throw new Error(`quaestio check ended with status ${status}.`);
  const report = JSON.parse(printed) as Report;
  if (report.notes !== manifest.notes) throw new Error(`quaestio check read ${report.notes} notes instead of ${manifest.notes}.`);
  compare("quaestio check", manifest, codesIn(report.problems));
  return { "quaestio check": time };
}
