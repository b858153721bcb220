// The rows of the Topics view as the editor draws and speaks them.
import { l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import type { NoteCard, TopicNode } from "../../server/protocol";
import { linksHereCounted, notesCounted, papersCounted, problemsCounted } from "../counts";
import { plainText } from "../markdown";
import type { GroupRow, MoreRow, NoteRow } from "./rows";

/** Whether groups are unfolded by themselves: the few that a filter leaves, or topics of the first level with others below. */
export type Unfolded = "all" | "usual";

/** Nothing is said of what there is none of. */
const ifAny = (count: number, words: (count: number) => string) => (count > 0 ? [words(count)] : []);

export function topicItem({ id, label, description = "", noteCount, sourceCount, children }: TopicNode, unfolded: Unfolded): TreeItem {
  const isOpen = unfolded === "all" || (children.length > 0 && !id.includes("/"));
  const item = new TreeItem(label, isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  const counts = [notesCounted(noteCount), ...ifAny(sourceCount, papersCounted)];
  // The editor keeps what is unfolded by the id: what a filter unfolds is not to stay so without it.
  item.id = unfolded === "all" ? `filtered ${id}` : id;
  item.description = counts.join(" · ");
  item.tooltip = tooltip(label, description, counts);
  item.contextValue = "topic";
  item.accessibilityInformation = { label: [label, ...counts].join(", ") };
  return item;
}

const groupIcons = { paper: new ThemeIcon("book"), year: new ThemeIcon("calendar"), letter: undefined };

/** `by`: what notes are grouped by. Of a paper only the notes are counted. */
export function groupItem({ group }: GroupRow, by: "paper" | "year" | "letter", unfolded: Unfolded): TreeItem {
  const { id, label, description = "", noteCount, sourceCount } = group;
  const item = new TreeItem(label, unfolded === "all" ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  const counts = [notesCounted(noteCount), ...(by === "paper" ? [] : ifAny(sourceCount, papersCounted))];
  const icon = groupIcons[by];
  item.id = `${unfolded === "all" ? "filtered " : ""}${by} ${id}`;
  if (icon) item.iconPath = icon;
  item.description = counts.join(" · ");
  item.tooltip = tooltip(label, description, counts);
  item.contextValue = by;
  item.accessibilityInformation = { label: [label, ...counts].join(", ") };
  return item;
}

/** Has no tooltip yet: what it counts changes more often than the tree, so it is fetched when it is asked for. */
export function noteItem({ card, uri, topicId }: NoteRow, problems: number): TreeItem {
  const item = new TreeItem(card.title, TreeItemCollapsibleState.None);
  item.id = `${topicId}\n${card.uri}`;
  item.iconPath = new ThemeIcon("note");
  // By it the editor colours the row and counts its problems, as in the Explorer; title and icon stay.
  item.resourceUri = uri;
  item.contextValue = "note";
  item.command = { command: "vscode.open", title: l10n.t("Open Note"), arguments: [uri] };
  item.accessibilityInformation = {
    label: [card.title, ...ifAny(card.sourceCount, papersCounted), ...ifAny(problems, problemsCounted)].join(", "),
  };
  return item;
}

/** The last row of a long list: a click shows more of it. */
export function moreItem(row: MoreRow, command: string): TreeItem {
  const item = new TreeItem(l10n.t("{0} more…", row.count), TreeItemCollapsibleState.None);
  item.id = `more ${row.listId}`;
  item.command = { command, title: l10n.t("Show More"), arguments: [row] };
  return item;
}

export function noteTooltip({ title, summary, sourceCount, incoming, problems }: NoteCard): MarkdownString {
  return tooltip(title, summary, [
    ...ifAny(sourceCount, papersCounted),
    ...ifAny(incoming, linksHereCounted),
    ...ifAny(problems, problemsCounted),
  ]);
}

/** The title in bold, the summary, the counts. A note's text goes in as text: nothing in it is a link or an image. */
function tooltip(title: string, summary: string, counts: readonly string[]): MarkdownString {
  return new MarkdownString([`**${plainText(title)}**`, plainText(summary), counts.join(" · ")].filter(Boolean).join("\n\n"));
}
