// The elements of the graph: the stage that takes focus and keys, the canvases in it, the status line and the sentences in their place.
import * as l10n from "@vscode/l10n";
import { elementIn } from "./element";
import { keyHints } from "./keys";

export interface Stage {
  readonly root: HTMLElement;
  /** Holds the picture and the card; has the keyboard. */
  readonly stage: HTMLElement;
  /** The renderer's own. */
  readonly canvases: HTMLElement;
  /** Tells the note one has stepped on; without one what the keys do, while the stage has the keyboard. */
  tell(sentence: string | undefined): void;
  /** A sentence over the picture; undefined for none. */
  notice(sentence: string | undefined): void;
  /** A sentence in place of the whole graph; undefined shows the graph. */
  instead(sentence: string | undefined): void;
}

/** The elements in a container, which is theirs alone; `before` adds what stands above the stage. */
export function stageIn(container: HTMLElement, before: (parent: HTMLElement) => void): Stage {
  const root = elementIn(container, "div", { class: "graph" });
  const sentence = elementIn(root, "p", { class: "graph-instead" });
  sentence.hidden = true;
  before(root);
  const notice = elementIn(root, "p", { class: "graph-notice", role: "status" });
  notice.hidden = true;
  const stage = elementIn(root, "div", { class: "graph-stage", role: "application", label: l10n.t("Graph of notes") });
  stage.setAttribute("aria-roledescription", l10n.t("graph"));
  stage.tabIndex = 0;
  const canvases = elementIn(stage, "div", { class: "graph-canvases" });
  canvases.setAttribute("aria-hidden", "true");
  const status = elementIn(root, "p", { class: "graph-status", role: "status" });
  const hints = elementIn(stage, "p", { class: "graph-hints", text: keyHints() });
  hints.id = "graph-hints";
  stage.setAttribute("aria-describedby", hints.id);
  // Sigma takes the mouse for itself, and with it the focus a click would give.
  stage.addEventListener("pointerdown", () => stage.focus({ preventScroll: true }));
  return {
    root,
    stage,
    canvases,
    tell(text) {
      status.textContent = text ?? "";
      root.classList.toggle("graph-telling", text !== undefined);
    },
    notice(text) {
      notice.textContent = text ?? "";
      notice.hidden = text === undefined;
    },
    instead(text) {
      sentence.textContent = text ?? "";
      sentence.hidden = text === undefined;
      root.classList.toggle("graph-is-empty", text !== undefined);
    },
  };
}
