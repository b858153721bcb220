// The buttons over the graph.
import * as l10n from "@vscode/l10n";
import { buttonIn, elementIn, press } from "./element";

/** What the buttons do. */
export interface ToolbarActs {
  /** Lines between notes that cite the same papers. */
  showPapers(shown: "on" | "off"): void;
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Pauses the layout or has it go on. */
  toggleLayout(): void;
}

export interface Toolbar {
  showLayout(state: "running" | "resting"): void;
}

/** The toolbar at the end of `parent`. */
export function toolbarIn(parent: Element, acts: ToolbarActs): Toolbar {
  const bar = elementIn(parent, "div", { class: "graph-toolbar", role: "group", label: l10n.t("Graph") });
  let papers: "on" | "off" = "off";
  const shared = buttonIn(
    bar,
    { text: l10n.t("Shared papers"), title: l10n.t("Lines between notes that cite the same papers") },
    papers,
    () => {
      papers = papers === "on" ? "off" : "on";
      press(shared, papers);
      acts.showPapers(papers);
    },
  );
  elementIn(shared, "span", { class: "graph-line" });
  const layout = buttonIn(bar, { text: l10n.t("Pause layout") }, undefined, acts.toggleLayout);
  buttonIn(bar, { text: l10n.t("Fit"), title: l10n.t("Show all notes (0)") }, undefined, acts.fit);
  buttonIn(bar, { text: "−", label: l10n.t("Zoom out"), title: l10n.t("Zoom out (−)") }, undefined, acts.zoomOut);
  buttonIn(bar, { text: "+", label: l10n.t("Zoom in"), title: l10n.t("Zoom in (+)") }, undefined, acts.zoomIn);
  return {
    showLayout(state) {
      layout.textContent = state === "running" ? l10n.t("Pause layout") : l10n.t("Continue layout");
    },
  };
}
