// Names the sub-topics beside their colours, and shows or hides the notes of each.
import * as l10n from "@vscode/l10n";
import type { Graph } from "../../../../server/protocol";
import { notesCounted } from "../../../counts";
import type { Palette } from "./colours";
import { buttonIn, elementIn, press } from "./element";

export interface Legend {
  /** Shows the groups of another graph; those that were hidden stay so. */
  update(graph: Graph): void;
  /** Takes the colours of another theme. */
  paint(palette: Palette): void;
  /** The places of the groups that are hidden. */
  hidden(): ReadonlySet<number>;
}

/** What the notes of the topic itself are called. */
export const noGroup = (): string => l10n.t("In no sub-topic");

/** An empty legend at the end of `parent`; `toggled` is called when a group is shown or hidden. */
export function legendIn(parent: Element, toggled: () => void): Legend {
  const list = elementIn(parent, "div", { class: "graph-legend", role: "group", label: l10n.t("Sub-topics that are shown") });
  /** By id, since places change with the topics. */
  const hiddenIds = new Set<string>();
  let shown: readonly { readonly id: string; readonly place: number; readonly swatch: HTMLElement }[] = [];
  return {
    update({ groups, nodes }) {
      const counts = new Map<number, number>();
      for (const { group } of nodes) counts.set(group, (counts.get(group) ?? 0) + 1);
      const rows = [...groups.map(({ id, label }, place) => ({ id, label, place })), { id: "", label: noGroup(), place: -1 }];
      list.replaceChildren();
      shown = rows
        .filter(({ place }) => counts.has(place))
        .map(({ id, label, place }) => {
          const button = buttonIn(list, { title: notesCounted(counts.get(place) ?? 0) }, hiddenIds.has(id) ? "off" : "on", () => {
            if (!hiddenIds.delete(id)) hiddenIds.add(id);
            press(button, hiddenIds.has(id) ? "off" : "on");
            toggled();
          });
          const swatch = elementIn(button, "span", { class: "graph-swatch" });
          elementIn(button, "span", { class: "graph-legend-label", text: label });
          return { id, place, swatch };
        });
      // One colour that stands for all tells nothing apart.
      list.hidden = shown.length < 2;
    },
    paint(palette) {
      for (const { place, swatch } of shown) swatch.style.backgroundColor = palette.group(place);
    },
    hidden: () => new Set(shown.filter(({ id }) => hiddenIds.has(id)).map(({ place }) => place)),
  };
}
