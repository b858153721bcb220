// What an editor asks a server that has read a vault: each measured by itself, with the server at rest before.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { CompletionList, Location, Position } from "vscode-languageserver/node";
import type { TopicNode } from "../../server/protocol";
import { type Editor, uriOf } from "./editor";
import { markdownFiles } from "./limit";
import { percentile, type Sample, spread, timed } from "./measures";
import type { Vault } from "./vault";
import { below, chanceFrom } from "./words";

/** How long the server waits for typing to rest, in milliseconds; taken off where a time includes it. */
const quietTime = 150;
const edits = 20;
/** Of how many ordinary notes the references are asked for. */
const ordinaryNotes = 100;

interface Session {
  readonly editor: Editor;
  readonly vault: Vault;
  /** A note of the vault that is open, and the end of its text. */
  readonly uri: string;
  readonly end: Position;
}

/** Measures everything once, all times in milliseconds. Throws with a sentence when an answer is not what it has to be. */
export async function measureSession(editor: Editor, vault: Vault): Promise<Sample> {
  await editor.until("the server knows which notes are related", () => editor.restedAt !== undefined);
  // The tree is made at the first request and then kept: only the first is of interest.
  const tree = await timed(() => editor.ask("quaestio/topics", {}));
  const page = await topicPage(editor, tree.result);
  const session: Session = { editor, vault, ...(await opened(editor, vault)) };
  return {
    "topics tree": tree.time,
    ...page,
    ...(await brokenLinks(session)),
    ...(await completions(session)),
    ...(await ordinaryReferences(session)),
    ...(await relatedNotes(session)),
    "related notes known after the load": (editor.restedAt ?? Number.NaN) - (editor.loadedAt ?? Number.NaN),
    ...(await hubReferences(session)),
    ...(await newTitle(session)),
    ...(await typingInLargeNote(session)),
  };
}

/** Opens the last note of the vault. */
async function opened(editor: Editor, { folder }: Vault): Promise<{ readonly uri: string; readonly end: Position }> {
  const path = markdownFiles(folder).at(-1) ?? "";
  const text = readFileSync(path, "utf8");
  await passAbout(editor, uriOf(path), () => editor.open(uriOf(path), text));
  return { uri: uriOf(path), end: { line: text.split("\n").length - 1, character: 0 } };
}

/**
 * Does something to a document and waits until the server says that it is done with it. Gives how long that took, without the wait for
 * typing to rest. The server has to be at rest before: what was done earlier would have begun that wait already.
 */
async function passAbout(editor: Editor, uri: string, act: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await act();
  await editor.until(`the server is done with ${uri}`, () => editor.doneWith(uri) > started);
  return editor.doneWith(uri) - started - quietTime;
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
  // At rest only when the server is done with the last word that was taken back.
  await passAbout(editor, uri, () => editor.type(uri, end, end, ""));
  return spread("completion", times);
}

/** Titles from all over the vault. */
function titlesIn({ folder }: Vault, count: number): readonly string[] {
  const files = markdownFiles(folder);
  const chosen = Array.from({ length: count }, (_, at) => files[Math.floor((at * files.length) / count)] ?? "");
  return chosen.map((file) => /^title: "(.*)"$/m.exec(readFileSync(file, "utf8"))?.[1] ?? "");
}

/** Of ordinary notes, with their reasons. */
async function relatedNotes({ editor, vault, uri }: Session): Promise<Sample> {
  const times: number[] = [];
  for (const path of someNotes(vault, ordinaryNotes, uri)) {
    const { time, result } = await timed(() => editor.ask("quaestio/related", { uri: uriOf(path) }));
    if (result.length === 0) throw new Error(`Nothing is related to ${path}.`);
    times.push(time);
  }
  return spread("related notes", times);
}

/** From the titles of notes as most are, with the note open as in an editor. */
async function ordinaryReferences({ editor, vault, uri: openUri }: Session): Promise<Sample> {
  const notes = someNotes(vault, ordinaryNotes, openUri).map((path) => ({ uri: uriOf(path), text: readFileSync(path, "utf8") }));
  await allDone(editor, notes, ({ uri, text }) => editor.open(uri, text));
  const times: number[] = [];
  let found = 0;
  for (const { uri, text } of notes) {
    const { time, result } = await timed(() => referencesTo(editor, uri, titlePlace(text)));
    found += result.length;
    times.push(time);
  }
  if (found === 0) throw new Error(`No references are found to any of ${notes.length} notes.`);
  await allDone(editor, notes, ({ uri }) => editor.close(uri));
  return spread("references", times);
}

/** The paths of as many notes, always the same ones of a vault; neither the hub nor the one that is open. */
function someNotes({ folder, manifest }: Vault, count: number, openUri: string): readonly string[] {
  const left = markdownFiles(folder).filter((path) => path !== join(folder, manifest.hub) && uriOf(path) !== openUri);
  const chance = chanceFrom(manifest.notes);
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(chance, left.length), 1)).flat();
}

interface Text {
  readonly uri: string;
  readonly text: string;
}

/** Does something to several documents and waits until the server is done with all of them. */
async function allDone(editor: Editor, texts: readonly Text[], act: (text: Text) => Promise<void>): Promise<void> {
  const started = performance.now();
  for (const text of texts) await act(text);
  await editor.until(`the server is done with ${texts.length} notes`, () => texts.every(({ uri }) => editor.doneWith(uri) > started));
}

const referencesTo = async (editor: Editor, uri: string, position: Position) =>
  (await editor.at<Location[] | null>("references", uri, position, { context: { includeDeclaration: false } })) ?? [];

/** The place of the first letter of a note's title. */
const titlePlace = (text: string): Position => ({
  line: text.split("\n").findIndex((line) => line.startsWith("title:")),
  character: 'title: "'.length,
});

function hubOf({ folder, manifest }: Vault): Text {
  const path = join(folder, manifest.hub);
  return { uri: uriOf(path), text: readFileSync(path, "utf8") };
}

async function hubReferences({ editor, vault }: Session): Promise<Sample> {
  const { uri, text } = hubOf(vault);
  await passAbout(editor, uri, () => editor.open(uri, text));
  const times: number[] = [];
  for (let at = 0; at < 20; at++) {
    const { time, result } = await timed(() => referencesTo(editor, uri, titlePlace(text)));
    if (result.length === 0) throw new Error("No references to the note are found that most links lead to.");
    times.push(time);
  }
  await passAbout(editor, uri, () => editor.close(uri));
  return spread("references to the hub", times);
}

/** Types a letter into the title of the hub, which breaks the links of all who name it so, and takes it out again, which mends them. */
async function newTitle({ editor, vault }: Session): Promise<Sample> {
  const { uri, text } = hubOf(vault);
  const start = titlePlace(text);
  const behind = { ...start, character: start.character + 1 };
  const problems = () => [...editor.problems.values()].reduce((sum, { length }) => sum + length, 0);
  await passAbout(editor, uri, () => editor.open(uri, text));
  const before = problems();
  const broken = await passAbout(editor, uri, () => editor.type(uri, start, start, "x"));
  if (problems() !== before + vault.manifest.titleLinks)
    throw new Error(`A new title of the hub breaks ${problems() - before} links instead of ${vault.manifest.titleLinks}.`);
  const mended = await passAbout(editor, uri, () => editor.type(uri, start, behind, ""));
  if (problems() !== before) throw new Error("With the hub's own title back not all links to it are whole again.");
  await passAbout(editor, uri, () => editor.close(uri));
  return { "new title, links break": broken, "old title, links mend": mended };
}

/** Types in a note of 1 MB while the server is asked a small question after each key: how long the slowest answer to a key takes. */
async function typingInLargeNote({ editor, vault }: Session): Promise<Sample> {
  const uri = uriOf(join(vault.folder, "very-long.md"));
  const text = largeText(vault, 1_000_000);
  const opening = await passAbout(editor, uri, () => editor.open(uri, text));
  const caret = { line: Math.floor(text.split("\n").length / 2), character: 0 };
  const worst: number[] = [];
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
  // A pass that began between two keys may end behind the last of them, but the last one's own begins only when typing rests.
  await editor.until("the typing in the long note is published", () => editor.doneWith(uri) > lastKey + quietTime);
  const published = editor.doneWith(uri) - lastKey - quietTime;
  await editor.close(uri);
  return {
    "1 MB note: open": opening,
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
