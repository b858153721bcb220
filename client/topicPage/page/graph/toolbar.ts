// The buttons over the graph.
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
  const bar = elementIn(parent, "div", { class: "graph-toolbar", role: "group", label: "Graph" });
  let papers: "on" | "off" = "off";
  const shared = buttonIn(bar, { text: "Shared papers", title: "Lines between notes that cite the same papers" }, papers, () => {
    papers = papers === "on" ? "off" : "on";
    press(shared, papers);
    acts.showPapers(papers);
  });
  elementIn(shared, "span", { class: "graph-line" });
  const layout = buttonIn(bar, { text: "Pause layout" }, undefined, acts.toggleLayout);
  buttonIn(bar, { text: "Fit", title: "Show all notes (0)" }, undefined, acts.fit);
  buttonIn(bar, { text: "−", label: "Zoom out", title: "Zoom out (−)" }, undefined, acts.zoomOut);
  buttonIn(bar, { text: "+", label: "Zoom in", title: "Zoom in (+)" }, undefined, acts.zoomIn);
  return {
    showLayout(state) {
      layout.textContent = state === "running" ? "Pause layout" : "Continue layout";
    },
  };
}
