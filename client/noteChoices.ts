// What is chosen for a new note, step by step: its topics, the papers it weighs, and the notes it links.
import { l10n, type QuickPickItem, window } from "vscode";
import type { NoteCard, RelatedNote } from "../server/protocol";
import { askAbout } from "./exploreQuestion";
import { withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";
import { unfiled, withBelow } from "./topicNodes";

interface Choice extends QuickPickItem {
  readonly id: string;
}

/** Notes that a new one has to do with, and why, as rows say it. */
export interface Neighbours {
  readonly uris: readonly string[];
  readonly why: "asks" | "cites" | "active";
}

const reasons: Readonly<Record<Neighbours["why"], string>> = {
  asks: l10n.t("asks it"),
  cites: l10n.t("cites the paper"),
  active: l10n.t("the note you are in"),
};

const mostOffered = 12;

/** The notes of some URIs, as far as they are notes of a vault. */
export async function cardsOf(notes: NotesClient, uris: readonly string[]): Promise<readonly NoteCard[]> {
  const cards = await Promise.all(uris.map((uri) => notes.request("quaestio/note", { uri })));
  return cards.filter((it) => it !== null);
}

/** Topics for a new note, those of its neighbours chosen beforehand; undefined when somebody left. */
export async function chooseTopics(
  notes: NotesClient,
  near: readonly NoteCard[],
  why: Neighbours["why"],
): Promise<readonly string[] | undefined> {
  const roots = await notes.request("quaestio/topics", {});
  const all = roots.flatMap(withBelow).filter(({ id }) => id !== unfiled);
  // A paper may be cited all over a vault: its notes' topics are chosen where half of them share one.
  const fewest = why === "cites" ? near.length / 2 : 1;
  const choices = all.map(
    ({ id, label }): Choice => ({
      label: withoutIcons(label),
      description: withoutIcons(id),
      id,
      picked: near.length > 0 && near.filter(({ topics }) => topics.includes(id)).length >= fewest,
    }),
  );
  const sorted = [...choices.filter(({ picked }) => picked), ...choices.filter(({ picked }) => !picked)];
  return choose(sorted, l10n.t("New Question: Topics"), l10n.t("Choose its topics, or none, and press Enter"));
}

/** Papers for a new note to weigh, of those that the notes cite that ask for it; undefined when somebody left. */
export async function chooseSources(notes: NotesClient, askers: readonly string[]): Promise<readonly string[] | undefined> {
  const candidates = await notes.request("quaestio/candidateSources", { askers });
  const choices = candidates.map(({ text, title, byline, noteCount }): Choice => {
    const why = askers.length === 1 ? l10n.t("cited by the note that asks") : l10n.t("cited by {0} of the notes that ask", noteCount);
    // Of a paper that no bibliography describes the id is the title.
    const id = text.toLowerCase() === title.toLowerCase() ? "" : text;
    return { label: withoutIcons(title), detail: withoutIcons([byline, why, id].filter(Boolean).join(" · ")), id: text };
  });
  return choose(choices, l10n.t("New Question: Sources"), l10n.t("Choose the papers it is to weigh, or none, and press Enter"));
}

/** Notes to link in a new one, its neighbours first; those that ask it are chosen beforehand. Undefined when somebody left. */
export async function chooseRelated(
  notes: NotesClient,
  title: string,
  near: readonly NoteCard[],
  why: Neighbours["why"],
): Promise<readonly string[] | undefined> {
  const related = await askAbout(notes, title, mostOffered);
  const toChoice = ({ card, reasons }: RelatedNote): Choice => ({
    label: withoutIcons(card.title),
    detail: withoutIcons(reasons.map(({ text }) => text).join(" · ")),
    id: card.uri,
  });
  const first = near.map(
    (card): Choice => ({ label: withoutIcons(card.title), detail: reasons[why], id: card.uri, picked: why === "asks" }),
  );
  const others = related.filter(({ card }) => !near.some(({ uri }) => uri === card.uri)).map(toChoice);
  return choose([...first, ...others], l10n.t("New Question: Related Notes"), l10n.t("Choose what to link, or nothing, and press Enter"));
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
