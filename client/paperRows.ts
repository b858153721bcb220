// The rows of the Papers view: papers, the notes that cite them, and what is left out. All text of notes and bibliographies stays text.
import { l10n, Range, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from "vscode";
import type { CitingNotes, PaperRow, ProtocolLocation } from "../server/protocol";
import { plainText } from "./markdown";
import { authorsOf, rowDescription } from "./paperWords";
import { textTooltip } from "./tooltip";

export interface PaperElement {
  readonly kind: "paper";
  readonly row: PaperRow;
}

/** A note that cites a paper, with the place. */
export interface CitingElement {
  readonly kind: "note";
  readonly id: string;
  readonly title: string;
  readonly uri: Uri;
  readonly opens: { readonly uri: Uri; readonly range: Range };
}

/** How many more there are; of papers, a click shows some of them. */
export interface RestElement {
  readonly kind: "rest";
  readonly id: string;
  readonly count: number;
  readonly of: "papers" | "notes";
}

export type Element = PaperElement | CitingElement | RestElement;

/** The command behind the last row; no menu has it. */
export const morePapers = "quaestio.morePapers";

/** The rows of some papers of which there are so many. */
export function paperRows(rows: readonly PaperRow[], total: number): readonly Element[] {
  const papers = rows.map((row): PaperElement => ({ kind: "paper", row }));
  return total > rows.length ? [...papers, { kind: "rest", id: "rest", count: total - rows.length, of: "papers" }] : papers;
}

/** The rows below a paper. */
export function citingRows({ id: paper }: PaperRow, { total, notes }: CitingNotes): readonly Element[] {
  const rows = notes.map(({ title, uri, range }): CitingElement => {
    const opens = placeOf({ uri, range });
    return { kind: "note", id: `${paper}\n${uri}`, title, uri: opens.uri, opens };
  });
  const rest = { kind: "rest", id: `${paper}\nrest`, count: total - rows.length, of: "notes" } as const;
  return total > rows.length ? [...rows, rest] : rows;
}

/** A place as the editor wants it. */
export function placeOf({ uri, range: { start, end } }: ProtocolLocation): CitingElement["opens"] {
  return { uri: Uri.parse(uri), range: new Range(start.line, start.character, end.line, end.character) };
}

/** The row of an element. */
export function itemOf(element: Element): TreeItem {
  switch (element.kind) {
    case "paper":
      return paperItem(element.row);
    case "note":
      return noteItem(element);
    case "rest":
      return restItem(element);
  }
}

function paperItem(row: PaperRow): TreeItem {
  const { id, title, url, entry, citationKey, noteCount } = row;
  const item = new TreeItem(title, noteCount > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  item.id = id;
  item.iconPath = new ThemeIcon("book");
  item.description = rowDescription(row);
  item.tooltip = textTooltip(
    ...[`**${plainText(title)}**`, plainText(authorsOf(row)), plainText(rowDescription(row))],
    ...[plainText(`@${citationKey}`), plainText(url ?? "")],
  );
  // What menus are shown by: what a paper has.
  item.contextValue = ["paper", ...(url === undefined ? [] : ["url"]), ...(entry ? ["entry"] : [])].join(" ");
  item.accessibilityInformation = { label: [title, ...rowDescription(row).split(" · ")].join(", ") };
  return item;
}

function noteItem({ id, title, opens }: CitingElement): TreeItem {
  const line = l10n.t("line {0}", opens.range.start.line + 1);
  const item = new TreeItem(title);
  item.id = id;
  item.iconPath = new ThemeIcon("note");
  item.description = line;
  item.contextValue = "citing";
  item.command = { command: "vscode.open", title: l10n.t("Open"), arguments: [opens.uri, { selection: opens.range }] };
  item.accessibilityInformation = { label: `${title}, ${line}` };
  return item;
}

function restItem({ id, count, of }: RestElement): TreeItem {
  const label =
    of === "papers" ? (count === 1 ? l10n.t("1 more paper…") : l10n.t("{0} more papers…", count)) : l10n.t("and {0} more", count);
  const item = new TreeItem(label);
  item.id = id;
  // Else the editor reads out the tooltip.
  item.accessibilityInformation = { label };
  if (of === "papers") {
    item.command = { command: morePapers, title: l10n.t("Show More Papers") };
    item.tooltip = l10n.t("Shows more of them. A filter finds one sooner.");
  }
  return item;
}
