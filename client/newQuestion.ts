// New Question: what the vault says about a question while it is typed; then a note for it, with topics and related notes to choose.
import { type QuickPickItem, Uri, window } from "vscode";
import type { NewNoteParams, NoteCard, RelatedNote, TopicNode } from "../server/protocol";
import { noteOf } from "./command";
import { askAbout, closeRows, sentence } from "./exploreQuestion";
import { explore } from "./exploreRelated";
import { withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";
import type { Asking } from "./openQuestionsView";
import { open, press, type RelatedItem } from "./relatedItems";
import { noAnswer, RestingInput } from "./restingInput";
import { writeNote } from "./writeNote";

/** Where a question is asked from: a note it is to lie beside, or a topic. */
interface Origin {
  readonly beside?: Uri | undefined;
  /** Asked for where they are not given. */
  readonly topics?: readonly string[];
  /** The URIs of notes that ask it: their topics and links to them are proposed. */
  readonly askers?: readonly string[];
}

/** The topic of notes that name none. */
const unfiled = "unfiled";
const mostClose = 20;
const mostOffered = 12;

/** Asks for a question and writes its note, beside the active one. `typed`: the question that a link asks, to begin with. */
export const newQuestion = (notes: NotesClient, typed?: unknown): void =>
  ask(notes, { beside: noteOf(undefined) }, typeof typed === "string" ? typed : "");

/** Asks for a question and writes its note into a topic of the Topics view. */
export function newQuestionInTopic(notes: NotesClient, target: unknown): void {
  const topic = (target as { readonly topic?: TopicNode } | undefined)?.topic?.id;
  // A note is unfiled by naming no topic.
  ask(notes, topic === undefined ? { beside: noteOf(undefined) } : { topics: topic === unfiled ? [] : [topic] });
}

/** Asks for a question and writes its note beside the note of a row of the Topics view, into the topic of that row. */
export function newQuestionHere(notes: NotesClient, target: unknown): void {
  const { topicId, card } = (target ?? {}) as { readonly topicId?: string; readonly card?: NoteCard };
  const beside = { beside: noteOf(target) };
  // Rows may stand under a year or a paper: then the topics are asked for.
  if (topicId === undefined || !card?.topics.includes(topicId)) ask(notes, beside);
  else ask(notes, { ...beside, topics: topicId === unfiled ? [] : [topicId] });
}

/** As many of the notes that ask are looked at for topics and proposed as related. */
const mostAskers = 10;

/** Writes the note of a question in a list of such: its topics and related notes, to choose from, are those of the notes that ask it. */
export async function writeQuestion(notes: NotesClient, target: unknown): Promise<void> {
  const { title, askers = [] } = (target as { readonly asks?: Partial<Asking> } | undefined)?.asks ?? {};
  const [first] = askers;
  if (title === undefined || first === undefined) return;
  const origin = { beside: Uri.parse(first), askers: askers.slice(0, mostAskers) };
  await write(notes, title, origin).catch(() => window.showErrorMessage(noAnswer));
}

function ask(notes: NotesClient, origin: Origin, typed = ""): void {
  const pick = window.createQuickPick<RelatedItem>();
  let close: readonly RelatedItem[] = [];
  const rows = () => (pick.value.trim() === "" ? [] : [writeRow(pick.value), ...close]);
  const input = new RestingInput<RelatedItem, readonly RelatedNote[]>(pick, {
    ask: (text) => askAbout(notes, text, mostClose),
    show(related) {
      close = closeRows(related);
      return rows();
    },
    failed: () => [...rows(), sentence(noAnswer)],
  });
  pick.title = "New Question";
  pick.placeholder = "Type the question; what the vault says about it already is listed below";
  const follow = (text: string) => {
    // One word is close to too much, and no question: nothing is listed that Enter could open by mistake.
    const isQuestion = /\S\s+\S/.test(text);
    if (!isQuestion) close = [];
    pick.items = rows();
    if (isQuestion) input.schedule();
    else input.stop();
  };
  pick.onDidChangeValue(follow);
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    const question = pick.value.trim();
    if (chosen?.related) return void open(chosen.related);
    if (question === "") return;
    pick.hide();
    write(notes, question, origin).catch(() => window.showErrorMessage(noAnswer));
  });
  pick.onDidTriggerItemButton(({ button, item }) => void press(button, item, (uri) => explore(notes, { uri })));
  pick.value = typed;
  follow(typed);
  pick.show();
}

const writeRow = (question: string): RelatedItem => ({ label: `$(add) Write “${withoutIcons(question.trim())}”`, alwaysShow: true });

/** Finds out whether the question can be written before anything more is asked. */
async function write(notes: NotesClient, title: string, { beside, topics: given, askers }: Origin): Promise<void> {
  const place: NewNoteParams = { title, ...(beside ? { beside: beside.toString() } : {}) };
  if (!(await isNew(notes, place))) return;
  const near = await cardsOf(notes, askers ?? (beside ? [beside.toString()] : []));
  const topics = given ?? (await chooseTopics(notes, near));
  const related = topics && (await chooseRelated(notes, title, near, askers ? "asks it" : "the note you are in"));
  if (!related) return;
  // In the meantime somebody else may have written it.
  const made = await notes.request("quaestio/newNote", { ...place, topics, related });
  if (made.kind === "new") await writeNote(made.uri, made.text, made.fault);
  else await isNew(notes, place);
}

async function isNew(notes: NotesClient, place: NewNoteParams): Promise<boolean> {
  const answer = await notes.request("quaestio/newNote", place).catch(() => ({ kind: "impossible", why: noAnswer }) as const);
  if (answer.kind === "new") return true;
  if (answer.kind === "impossible") void window.showWarningMessage(answer.why);
  else {
    const choice = await window.showInformationMessage(`“${answer.title}” is a note already: ${answer.path}.`, "Open It");
    if (choice) await window.showTextDocument(Uri.parse(answer.uri));
  }
  return false;
}

interface Choice extends QuickPickItem {
  readonly id: string;
}

/** The notes of some URIs, as far as they are notes of a vault. */
async function cardsOf(notes: NotesClient, uris: readonly string[]): Promise<readonly NoteCard[]> {
  const cards = await Promise.all(uris.map((uri) => notes.request("quaestio/note", { uri })));
  return cards.filter((it) => it !== null);
}

/** Topics for a new note, those of its neighbours chosen beforehand; undefined when somebody left. */
async function chooseTopics(notes: NotesClient, near: readonly NoteCard[]): Promise<readonly string[] | undefined> {
  const roots = await notes.request("quaestio/topics", {});
  const all = roots.flatMap(withBelow).filter(({ id }) => id !== unfiled);
  const choices = all.map(
    ({ id, label }): Choice => ({
      label: withoutIcons(label),
      description: withoutIcons(id),
      id,
      picked: near.some(({ topics }) => topics.includes(id)),
    }),
  );
  const sorted = [...choices.filter(({ picked }) => picked), ...choices.filter(({ picked }) => !picked)];
  return choose(sorted, "New Question: Topics", "Choose its topics, or none, and press Enter");
}

const withBelow = (topic: TopicNode): readonly TopicNode[] => [topic, ...topic.children.flatMap(withBelow)];

/** Notes to link in a new one, its neighbours first; those that ask it are chosen beforehand. Undefined when somebody left. */
async function chooseRelated(
  notes: NotesClient,
  title: string,
  near: readonly NoteCard[],
  why: "asks it" | "the note you are in",
): Promise<readonly string[] | undefined> {
  const related = await askAbout(notes, title, mostOffered);
  const toChoice = ({ card, reasons }: RelatedNote): Choice => ({
    label: withoutIcons(card.title),
    detail: withoutIcons(reasons.map(({ text }) => text).join(" · ")),
    id: card.uri,
  });
  const first = near.map((card): Choice => ({ label: withoutIcons(card.title), detail: why, id: card.uri, picked: why === "asks it" }));
  const others = related.filter(({ card }) => !near.some(({ uri }) => uri === card.uri)).map(toChoice);
  return choose([...first, ...others], "New Question: Related Notes", "Choose what to link, or nothing, and press Enter");
}

/** What is chosen of a list; nothing is asked where there is nothing to choose. */
async function choose(choices: readonly Choice[], title: string, placeHolder: string): Promise<readonly string[] | undefined> {
  if (choices.length === 0) return [];
  const chosen = await window.showQuickPick(choices, {
    title,
    placeHolder,
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.map(({ id }) => id);
}
