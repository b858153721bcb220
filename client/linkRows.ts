// The rows of the Links view: three sections, notes in two of them, and places with their sentences.
import { l10n, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type TreeItemLabel, Uri } from "vscode";
import type { NoteLinks, OutgoingLink, PlaceInNote, PlacesInNote, ProtocolLocation } from "../server/protocol";
import { placesCounted } from "./counts";
import { plainText } from "./markdown";
import type { Asking } from "./openQuestionsView";
import { textTooltip } from "./tooltip";

export interface SectionElement {
  readonly kind: "section";
  readonly id: string;
  readonly label: string;
  readonly total: number;
  readonly children: readonly LinkElement[];
}

/** A note with the places in it. */
export interface NoteElement {
  readonly kind: "note";
  readonly id: string;
  readonly title: string;
  readonly uri: Uri;
  readonly children: readonly PlaceElement[];
}

/** A place in another note, or a link of this one. */
export interface PlaceElement {
  readonly kind: "place";
  readonly id: string;
  readonly place: PlaceInNote | OutgoingLink;
  /** What a click shows. */
  readonly opens: { readonly uri: Uri; readonly range?: Range };
  /** The note that a link leads to. */
  readonly uri?: Uri;
  /** The question that a link asks, and the note that asks it. */
  readonly asks?: Asking;
  /** The note that is named here without a link. */
  readonly named?: string;
}

/** A row that says how much is left out. */
export interface RestElement {
  readonly kind: "rest";
  readonly id: string;
  readonly count: number;
}

export type LinkElement = SectionElement | NoteElement | PlaceElement | RestElement;

/** The sections of a note's links; one that would be empty is left out. */
export function sectionsOf({ incoming, outgoing, mentions }: NoteLinks, uri: string): readonly SectionElement[] {
  const links = outgoing.links.map((link) => outgoingElement(link, uri));
  const sections: readonly SectionElement[] = [
    section("incoming", l10n.t("Incoming Links"), incoming.total, notesOf("incoming", incoming.notes), placesIn(incoming.notes)),
    section("outgoing", l10n.t("Outgoing Links"), outgoing.total, links, links.length),
    section("mentions", l10n.t("Unlinked Mentions"), mentions.total, notesOf("mentions", mentions.notes, uri), placesIn(mentions.notes)),
  ];
  return sections.filter(({ total }) => total > 0);
}

function section(id: string, label: string, total: number, rows: readonly LinkElement[], told: number): SectionElement {
  const rest: readonly RestElement[] = told < total ? [{ kind: "rest", id: `${id}\nrest`, count: total - told }] : [];
  return { kind: "section", id, label, total, children: [...rows, ...rest] };
}

const placesIn = (notes: readonly PlacesInNote[]) => notes.reduce((sum, { places }) => sum + places.length, 0);

function notesOf(part: string, notes: readonly PlacesInNote[], named?: string): readonly NoteElement[] {
  return notes.map(({ uri, title, places }) => {
    const id = `${part}\n${uri}`;
    const children = places.map(
      (place): PlaceElement => ({
        ...{ kind: "place", id: `${id}\n${placeId(place)}`, place, opens: opened({ uri, range: place.range }) },
        ...(named === undefined ? {} : { named }),
      }),
    );
    return { kind: "note", id, title, uri: Uri.parse(uri), children };
  });
}

function outgoingElement(link: OutgoingLink, uri: string): PlaceElement {
  const here = { uri, range: link.range };
  return {
    ...{ kind: "place", id: `outgoing\n${placeId(link)}`, place: link, opens: opened(link.target ?? here) },
    ...(link.target ? { uri: Uri.parse(link.target.uri) } : {}),
    ...(link.state === "question" ? { asks: { title: link.title, askers: [uri] } } : {}),
  };
}

const placeId = ({ range: { start, end } }: PlaceInNote) => [start.line, start.character, end.line, end.character].join(":");

function opened({ uri, range: { start, end } }: ProtocolLocation): PlaceElement["opens"] {
  return { uri: Uri.parse(uri), range: new Range(start.line, start.character, end.line, end.character) };
}

/** The row of an element. */
export function linkItem(element: LinkElement): TreeItem {
  const item = itemOf(element);
  item.id = element.id;
  return item;
}

function itemOf(element: LinkElement): TreeItem {
  switch (element.kind) {
    case "section":
      return sectionItem(element);
    case "note":
      return noteItem(element);
    case "rest":
      return new TreeItem(l10n.t("and {0} more", element.count));
    case "place":
      return "state" in element.place ? outgoingItem(element, element.place) : placeItem(element);
  }
}

function sectionItem({ label, total, id }: SectionElement): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.description = String(total);
  item.contextValue = id;
  item.accessibilityInformation = { label: `${label}, ${total}` };
  return item;
}

function noteItem({ title, uri, children }: NoteElement): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  item.iconPath = new ThemeIcon("note");
  if (children.length > 1) item.description = String(children.length);
  item.contextValue = "note";
  item.command = { command: "vscode.open", title: l10n.t("Open Note"), arguments: [uri] };
  item.accessibilityInformation = { label: `${title}, ${placesCounted(children.length)}` };
  return item;
}

const whereOf = ({ headings, range }: PlaceInNote) =>
  headings.length > 0 ? headings.join(" › ") : l10n.t("line {0}", range.start.line + 1);

function placeItem({ place, opens, named }: PlaceElement): TreeItem {
  const where = whereOf(place);
  const item = new TreeItem(labelOf(place));
  item.description = where;
  item.tooltip = textTooltip(plainText(place.sentence), plainText(where));
  item.contextValue = named === undefined ? "place" : "mention";
  item.command = openCommand(opens);
  item.accessibilityInformation = { label: `${place.sentence}, ${where}` };
  return item;
}

/** Letters in front of a place that a row begins with: a sidebar is narrow, and the whole sentence is in the tooltip. */
const mostBefore = 16;

/** A sentence from a little before its place on, which is highlighted. A place that is all of its sentence needs no light. */
function labelOf({ sentence, mark: [start, end] }: PlaceInNote): string | TreeItemLabel {
  if (start === 0 && end === sentence.length) return sentence;
  const word = sentence.lastIndexOf(" ", start - mostBefore) + 1;
  if (start <= mostBefore || word === 0) return { label: sentence, highlights: [[start, end]] };
  const moved = word - 1;
  return { label: `…${sentence.slice(word)}`, highlights: [[start - moved, end - moved]] };
}

const looks: Readonly<Record<OutgoingLink["state"], ThemeIcon>> = {
  broken: new ThemeIcon("error", new ThemeColor("quaestio.brokenLinkForeground")),
  question: new ThemeIcon("question", new ThemeColor("quaestio.openQuestionForeground")),
  found: new ThemeIcon("arrow-right"),
};

const spoken: Readonly<Record<OutgoingLink["state"], string>> = {
  broken: `${l10n.t("broken link")}, `,
  question: `${l10n.t("open question")}, `,
  found: "",
};

function outgoingItem({ opens, uri }: PlaceElement, link: OutgoingLink): TreeItem {
  const where = whereOf(link);
  const item = new TreeItem(link.title);
  item.iconPath = looks[link.state];
  item.description = where;
  item.tooltip = textTooltip(...(link.why === undefined ? [] : [plainText(link.why)]), plainText(link.sentence), plainText(where));
  item.contextValue = link.state === "found" ? (uri ? "target" : "file") : link.state;
  item.command = openCommand(opens);
  item.accessibilityInformation = { label: `${spoken[link.state]}${link.title}, ${where}` };
  return item;
}

function openCommand({ uri, range }: PlaceElement["opens"]) {
  return { command: "vscode.open", title: l10n.t("Open"), arguments: [uri, ...(range ? [{ selection: range }] : [])] };
}
