// New Question: what the vault says about a question while it is typed; then a note for it, with topics and related notes to choose.
import { l10n, Uri, window } from "vscode";
import type { NewNoteParams, NoteCard, PaperRow, RelatedNote, TopicNode } from "../server/protocol";
import { noteOf } from "./command";
import { askAbout, closeRows, sentence } from "./exploreQuestion";
import { explore } from "./exploreRelated";
import { withoutIcons } from "./markdown";
import { cardsOf, chooseRelated, chooseSources, chooseTopics, type Neighbours } from "./noteChoices";
import type { NotesClient } from "./notesClient";
import type { Asking } from "./openQuestionsView";
import { paperIn } from "./paperActions";
import { open, press, type RelatedItem } from "./relatedItems";
import { noAnswer, RestingInput } from "./restingInput";
import { unfiled } from "./topicNodes";
import { writeNote } from "./writeNote";

/** Where a question is asked from: a note it is to lie beside, or a topic. */
interface Origin {
  readonly beside?: Uri | undefined;
  /** Asked for where they are not given. */
  readonly topics?: readonly string[];
  /** The paper that it is about. */
  readonly paper?: PaperRow;
  /** Notes whose topics, and links to which, are proposed; without them, the note it is to lie beside. */
  readonly near?: Neighbours;
}

const mostClose = 20;
/** As many of the notes that ask, or that cite a paper, are looked at for topics and proposed as related. */
const mostNear = 10;

/** Asks for a question and writes its note, beside the active one. `typed`: the question that a link asks, to begin with. */
export const newQuestion = (notes: NotesClient, typed?: unknown): void =>
  ask(notes, { beside: noteOf(undefined) }, typeof typed === "string" ? typed : "");

/** Asks for a question and writes its note into a topic of the Topics view. */
export function newQuestionInTopic(notes: NotesClient, target: unknown): void {
  const topic = (target as { readonly topic?: TopicNode } | undefined)?.topic?.id;
  // A note is unfiled by naming no topic.
  ask(notes, topic === undefined ? { beside: noteOf(undefined) } : { topics: topic === unfiled ? [] : [topic] });
}

/** Asks for a question about a paper and writes its note, which has the paper among its sources, beside a note that cites it already. */
export async function newQuestionAboutPaper(notes: NotesClient, target: unknown): Promise<void> {
  const paper = paperIn(target);
  if (!paper) return;
  try {
    const citing = await notes.request("quaestio/citing", { id: paper.id });
    const uris = citing.notes.slice(0, mostNear).map(({ uri }) => uri);
    const [first] = uris;
    const beside = first === undefined ? noteOf(undefined) : Uri.parse(first);
    const near: Neighbours | undefined = first === undefined ? undefined : { uris, why: "cites" };
    ask(notes, { beside, paper, ...(near ? { near } : {}) });
  } catch {
    void window.showErrorMessage(noAnswer);
  }
}
/** Asks for a question and writes its note beside the note of a row of the Topics view, into the topic of that row. */
export function newQuestionHere(notes: NotesClient, target: unknown): void {
  const { topicId, card } = (target ?? {}) as { readonly topicId?: string; readonly card?: NoteCard };
  const beside = { beside: noteOf(target) };
  // Rows may stand under a year or a paper: then the topics are asked for.
  if (topicId === undefined || !card?.topics.includes(topicId)) ask(notes, beside);
  else ask(notes, { ...beside, topics: topicId === unfiled ? [] : [topicId] });
}

/** Writes the note of a question in a list of such: topics, sources and related notes, to choose from, are those of the notes that ask it. */
export async function writeQuestion(notes: NotesClient, target: unknown): Promise<void> {
  const { title, askers = [] } = (target as { readonly asks?: Partial<Asking> } | undefined)?.asks ?? {};
  const [first] = askers;
  if (title === undefined || first === undefined) return;
  const origin: Origin = { beside: Uri.parse(first), near: { uris: askers.slice(0, mostNear), why: "asks" } };
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
  pick.title = origin.paper ? l10n.t("New Question About “{0}”", withoutIcons(origin.paper.title)) : l10n.t("New Question");
  pick.placeholder = l10n.t("Type the question; what the vault says about it already is listed below");
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
async function write(notes: NotesClient, title: string, origin: Origin): Promise<void> {
  const { beside, near = { uris: beside ? [beside.toString()] : [], why: "active" } } = origin;
  const place: NewNoteParams = { title, ...(beside ? { beside: beside.toString() } : {}) };
  if (!(await isNew(notes, place))) return;
  const cards = await cardsOf(notes, near.uris);
  const topics = origin.topics ?? (await chooseTopics(notes, cards, near.why));
  const given = origin.paper ? [origin.paper.source] : [];
  const sources = topics && (near.why === "asks" ? await chooseSources(notes, near.uris) : given);
  const related = sources && (await chooseRelated(notes, title, cards, near.why));
  if (!related) return;
  // In the meantime somebody else may have written it.
  const made = await notes.request("quaestio/newNote", { ...place, topics, sources, related });
  if (made.kind === "new") await writeNote(made.uri, made.text, made.fault);
  else await isNew(notes, place);
}

async function isNew(notes: NotesClient, place: NewNoteParams): Promise<boolean> {
  const answer = await notes.request("quaestio/newNote", place).catch(() => ({ kind: "impossible", why: noAnswer }) as const);
  if (answer.kind === "new") return true;
  if (answer.kind === "impossible") void window.showWarningMessage(answer.why);
  else {
    const choice = await window.showInformationMessage(
      l10n.t("“{0}” is a note already: {1}.", answer.title, answer.path),
      l10n.t("Open It"),
    );
    if (choice) await window.showTextDocument(Uri.parse(answer.uri));
  }
  return false;
}
