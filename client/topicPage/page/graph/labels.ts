// Draws titles and the ring around a note that is looked at, in the editor's font and colours. Titles are painted as text, never read as markup.
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import type { Palette } from "./colours";
import type { DrawnEdge, DrawnNode } from "./drawn";

export interface Drawing {
  /** To be called before each frame: where no title stands yet. */
  begin(): void;
  readonly label: NodeLabelDrawingFunction<DrawnNode, DrawnEdge>;
  readonly ring: NodeHoverDrawingFunction<DrawnNode, DrawnEdge>;
}

/** The size of titles in pixels. */
export const labelSize = 12;

const widestLabel = 260;

/** How titles and rings are drawn with the palette of the moment. */
export function drawingWith(palette: () => Palette): Drawing {
  let taken: Box[] = [];
  return {
    begin() {
      taken = [];
    },
    label(context, { label, x, y, size, highlighted }) {
      if (!label) return;
      const { background, foreground, font } = palette();
      const room = context.canvas.clientWidth;
      context.font = `${labelSize}px ${font}`;
      const text = shortened(label, Math.min(widestLabel, room * 0.45));
      const width = context.measureText(text).width;
      // On the other side where the title would leave the picture.
      const away = size + (highlighted ? 8 : 4);
      const left = x + away + width > room && x - away - width >= 0 ? x - away - width : x + away;
      const box: Box = { left: left - 2, right: left + width + 2, top: y - labelSize / 2 - 2, bottom: y + labelSize / 2 + 3 };
      // The renderer gives the most linked notes first, and last the one that is looked at: its title stands over all others.
      if (!highlighted && taken.some((other) => overlap(box, other))) return;
      taken.push(box);
      context.lineWidth = 3;
      context.lineJoin = "round";
      context.strokeStyle = context.fillStyle = background;
      if (highlighted) context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
      context.strokeText(text, left, y + labelSize / 3);
      context.fillStyle = foreground;
      context.fillText(text, left, y + labelSize / 3);
    },
    ring(context, { x, y, size }) {
      const { background, ring } = palette();
      for (const [colour, width] of [
        [ring, 4.5],
        [background, 2],
      ] as const) {
        context.beginPath();
        context.arc(x, y, size + width, 0, 2 * Math.PI);
        context.fillStyle = colour;
        context.fill();
      }
    },
  };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** A title in so many pixels: measured by the usual width of a letter, since there are many titles to draw in each frame. */
function shortened(label: string, width: number): string {
  const letters = Math.max(8, Math.floor(width / (labelSize * 0.52)));
  return label.length <= letters ? label : `${label.slice(0, letters - 1).trimEnd()}…`;
}
