// What part of the graph is in view; moves at once where motion is to be reduced.
import type Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { DrawnEdge, DrawnNode } from "./drawn";
import { isMotionReduced } from "./motion";

export interface View {
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Moves as little as brings a note into view. */
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
      const node = renderer.getNodeDisplayData(uri);
      if (!node) return;
      const { width, height } = renderer.getDimensions();
      const { x, y } = renderer.framedGraphToViewport(node);
      const edge = Math.min(40, width / 6, height / 6);
      if (x >= edge && x <= width - edge && y >= edge && y <= height - edge) return;
      go({ x: node.x, y: node.y });
    },
  };
}
