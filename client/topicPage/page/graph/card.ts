// The card of the note that is looked at, beside it and within the picture.
import type { NoteCard } from "../../../../server/protocol";
import { linksHereCounted, papersCounted, problemsCounted } from "../../../counts";
import { elementIn } from "./element";

/** A note in the picture: its middle and radius, in pixels from the picture's corner. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface CardBeside {
  show(card: Pick<NoteCard, "title" | "incoming"> & Partial<NoteCard>, spot: Spot): void;
  /** Follows its note. */
  follow(spot: Spot): void;
  hide(): void;
  isShown(): boolean;
}

const gap = 10;

/** An empty card in the stage. */
export function cardIn(stage: HTMLElement): CardBeside {
  // What it says is told by the status line; read twice it would only be noise.
  const card = elementIn(stage, "div", { class: "graph-card" });
  card.setAttribute("aria-hidden", "true");
  card.hidden = true;
  return {
    show({ title, summary, sourceCount, incoming, problems }, spot) {
      card.replaceChildren();
      elementIn(card, "div", { class: "graph-card-title", text: title });
      if (summary) elementIn(card, "div", { class: "graph-card-summary", text: summary });
      const counts = [
        sourceCount === undefined ? "" : papersCounted(sourceCount),
        linksHereCounted(incoming),
        problems ? problemsCounted(problems) : "",
      ];
      elementIn(card, "div", { class: "graph-card-counts", text: counts.filter(Boolean).join(" · ") });
      card.hidden = false;
      put(card, stage, spot);
    },
    follow: (spot) => put(card, stage, spot),
    hide() {
      card.hidden = true;
    },
    isShown: () => !card.hidden,
  };
}

/** To the right below the note, else to the other side; always whole within the stage. */
function put(card: HTMLElement, stage: HTMLElement, { x, y, radius }: Spot): void {
  const away = radius + gap;
  const place = (at: number, size: number, room: number) => {
    const before = at - away - size;
    const wanted = at + away + size <= room || before < 0 ? at + away : before;
    return Math.max(0, Math.min(wanted, room - size));
  };
  card.style.left = `${place(x, card.offsetWidth, stage.clientWidth)}px`;
  card.style.top = `${place(y, card.offsetHeight, stage.clientHeight)}px`;
}
