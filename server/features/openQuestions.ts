// The questions that notes ask and no note answers yet, by demand: what is to be written next.
import { exactKey } from "../core/key";
import type { Note, Problem, WikiReference } from "../core/note";
import { byPlace, mostOften } from "../core/order";
import { unfiled } from "../core/parseNote";
import { readingsOf } from "../core/wikiLink";
import { type Key, titleIn } from "../index/keys";
import type { Vault } from "../index/vault";
import { isOpenQuestion } from "./openQuestion";
import { withTopicNotes } from "./topics";

export interface OpenQuestion {
  /** As it is written most often. */
  readonly title: string;
  /** The notes that ask it, each with the first place where it does; by path. */
  readonly asked: readonly Asked[];
  /** The ids of all topics that these notes name, those of most of them first. */
  readonly topics: readonly string[];
}

export interface Asked {
  readonly from: Note;
  readonly reference: WikiReference;
}

export interface OpenQuestions {
  readonly questions: readonly OpenQuestion[];
  /** How many there are. What lies behind the last one that is told was not looked at for slips of the pen. */
  readonly total: number;
}

/** No more are told: who writes begins at the front. */
export const mostQuestions = 500;

/** Which are looked for. */
export interface OpenQuestionsWanted {
  /** Only those that notes in this topic or below it ask. */
  readonly topic?: string | undefined;
  /** Whether a reference asks a question: from what is known of its note's problems already, or `isOpenQuestion`. */
  isOpen?(asked: Asked): boolean;
}

/**
 * The open questions of a vault, or of the notes in a topic and below it: those that most notes ask come first, of these those of most
 * topics. Looks at the titles that are wanted and at the notes that want them, and gives way at each.
 */
export function* openQuestions(
  vault: Vault,
  { topic, isOpen = ({ reference }) => isOpenQuestion(vault, reference) }: OpenQuestionsWanted = {},
): Generator<void, OpenQuestions> {
  const asking = topic === undefined ? undefined : new Set([...withTopicNotes(vault, topic, "all")].map(({ uri }) => uri));
  const asked: OpenQuestion[] = [];
  for (const key of vault.wantedTitles()) {
    yield;
    const places = placesAsking(vault, key).filter(({ from }) => asking === undefined || asking.has(from.uri));
    if (places.length > 0) asked.push(questionOf(places));
  }
  asked.sort(byDemand);
  const questions: OpenQuestion[] = [];
  let looked = 0;
  for (const question of asked) {
    if (questions.length === mostQuestions) break;
    yield;
    looked++;
    // Whether a title comes close is the costly question: it is asked of no more than are told.
    if (question.asked[0] && isOpen(question.asked[0])) questions.push(question);
  }
  return { questions, total: questions.length + asked.length - looked };
}

/** The same as `isOpenQuestion` from the problems of the note that asks; where these do not tell, as a setting may have it, it is asked. */
export function isOpenAmong(vault: Vault, problems: readonly Problem[], { reference }: Asked): boolean {
  const { start } = reference.targetRange;
  const known = problems.find(({ code, range }) => code === "broken-reference" && range.start === start);
  return known ? known.data?.openQuestion === true : isOpenQuestion(vault, reference);
}

/** Each place where a reference asks for a title in the words of a question, and nothing answers it. */
function placesAsking(vault: Vault, key: Key): readonly Asked[] {
  return vault.seekers(key).flatMap((from): readonly Asked[] => {
    // In Dendron titles answer no links.
    if (vault.folderOf(from)?.dialect === "dendron") return [];
    const references = askingIn(from).get(key) ?? [];
    const open = references.filter((it) => vault.resolve(from, it).kind === "missing");
    return open.map((reference) => ({ from, reference }));
  });
}

/** Of notes with many references alone: those of other notes are gone through quickly, and would be kept from being given up. */
const asking = new WeakMap<Note, ReadonlyMap<Key, readonly WikiReference[]>>();
const manyReferences = 100;

/** The references of a note in the words of questions, by what they ask for: gathered once where there are many of them. */
function askingIn(note: Note): ReadonlyMap<Key, readonly WikiReference[]> {
  const known = asking.get(note);
  if (known) return known;
  const gathered = new Map<Key, WikiReference[]>();
  for (const it of note.references) {
    if (it.kind !== "wiki" || !it.target.endsWith("?") || it.target.includes("/")) continue;
    const key = titleIn(baseOf(it));
    const alike = gathered.get(key);
    if (alike) alike.push(it);
    else gathered.set(key, [it]);
  }
  if (note.references.length > manyReferences) asking.set(note, gathered);
  return gathered;
}

const baseOf = ({ target }: WikiReference): string => readingsOf(target)[1]?.base ?? target;

function questionOf(places: readonly Asked[]): OpenQuestion {
  const first = new Map<string, Asked>();
  for (const place of places) if (!first.has(place.from.uri)) first.set(place.from.uri, place);
  const asked = [...first.values()].sort((a, b) => byPlace(a.from, b.from));
  return {
    title: mostOften(places.map(({ reference }) => exactKey(reference.target)))[0] ?? "",
    asked,
    topics: mostOften(asked.flatMap(({ from }) => from.topics.flatMap(({ id }) => (id === unfiled ? [] : [id])))),
  };
}

function byDemand(a: OpenQuestion, b: OpenQuestion): number {
  return b.asked.length - a.asked.length || b.topics.length - a.topics.length || (a.title < b.title ? -1 : 1);
}
