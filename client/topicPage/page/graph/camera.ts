// What part of the graph is in view; moves at once where motion is to be reduced.
import type Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { DrawnEdge, DrawnNode } from "./drawn";
import { isMotionReduced } from "./motion";

export interface View {
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Moves to a note, unless it is in view already. */
  bringIntoView(uri: string): void;
}

const zoomStep = 1.5;

/** How near and how far one can go: as a share of the whole. */
export const ratios = { min: 0.02, max: 3 };

/** The view of a renderer. */
export function viewOf(renderer: Sigma<DrawnNode, DrawnEdge>): View {
  const camera = renderer.getCamera();
  const go = (state: Partial<CameraState>) => {
    if (isMotionReduced()) camera.setState(state);
    else void camera.animate(state, { duration: 200 });
  };
  return {
    fit: () => go({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }),
    zoomIn: () => go({ ratio: camera.getBoundedRatio(camera.ratio / zoomStep) }),
    zoomOut: () => go({ ratio: camera.getBoundedRatio(camera.ratio * zoomStep) }),
    bringIntoView(uri) {
      if (!renderer.getGraph().hasNode(uri)) return;
      const { width, height } = renderer.getDimensions();
      // From the note's own place: what the renderer keeps of it is not there yet when all is about to be drawn anew.
      const { x, y } = renderer.graphToViewport(renderer.getGraph().getNodeAttributes(uri));
      const edge = Math.min(16, width / 6, height / 6);
      if (x >= edge && x <= width - edge && y >= edge && y <= height - edge) return;
      const middle = renderer.viewportToFramedGraph({ x, y });
      go({ x: middle.x, y: middle.y });
    },
  };
}
