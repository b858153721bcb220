// The renderer: sigma on its canvases, in the editor's colours.
import Sigma from "sigma";
import { EdgeLineProgram, EdgeRectangleProgram } from "sigma/rendering";
import { ratios } from "./camera";
import type { Palette } from "./colours";
import type { Drawn, DrawnEdge, DrawnNode } from "./drawn";
import type { Looks } from "./emphasis";
import { drawingWith, labelSize } from "./labels";
import { isMotionReduced } from "./motion";
import { PickedWhenStill } from "./pickedWhenStill";

export type Picture = Sigma<DrawnNode, DrawnEdge>;

/** From so many on lines are hairlines, and are left out while the picture moves; sooner where no graphics card draws them. */
const manyLines = { card: 6_000, software: 1_500 };

/** What draws: a graphics card, the processor in its place, or nothing, where there is no WebGL. */
export type Power = keyof typeof manyLines | "none";

/** Asks the browser what draws here. */
export function drawingPower(): Power {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  if (!context) return "none";
  const names = context.getExtension("WEBGL_debug_renderer_info");
  const name = String(context.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  // A page may only have a few at a time.
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name) ? "software" : "card";
}

/** What a picture is made of. */
export interface PictureOptions {
  readonly power: Power;
  palette(): Palette;
  looks(): Looks;
}

/** A picture of a graph in a container; undefined where the browser fails to give what it needs. */
export function pictureIn(container: HTMLElement, drawn: Drawn, { power, palette, looks }: PictureOptions): Picture | undefined {
  if (power === "none") return undefined;
  const drawing = drawingWith(palette);
  try {
    const picture = new Sigma<DrawnNode, DrawnEdge>(drawn, container, {
      ...settingsFor(drawn, power),
      allowInvalidContainer: true,
      enableCameraRotation: false,
      minCameraRatio: ratios.min,
      maxCameraRatio: ratios.max,
      zIndex: true,
      stagePadding: 24,
      // Each click is one of its own: two notes may be clicked in a row, and there are other ways to zoom.
      doubleClickTimeout: 0,
      labelSize,
      labelRenderedSizeThreshold: 5,
      labelGridCellSize: 110,
      labelDensity: 0.6,
      minEdgeThickness: 1.4,
      nodeProgramClasses: { circle: PickedWhenStill },
      edgeProgramClasses: { line: EdgeRectangleProgram, hairline: EdgeLineProgram },
      defaultDrawNodeLabel: drawing.label,
      defaultDrawNodeHover: drawing.ring,
      nodeReducer: (uri, node) => looks().node(uri, node),
      edgeReducer: (key, edge) => looks().edge(key, edge),
      ...(isMotionReduced() ? { inertiaDuration: 1, zoomDuration: 1, doubleClickZoomingDuration: 1 } : {}),
    });
    picture.on("beforeRender", drawing.begin);
    return picture;
  } catch {
    container.replaceChildren();
    return undefined;
  }
}

/** Draws another graph in the same picture; the view stays. */
export function redraw(picture: Picture, drawn: Drawn, power: Power): void {
  picture.setSettings(settingsFor(drawn, power));
  picture.setGraph(drawn);
}

const settingsFor = ({ size }: Drawn, power: Power) => ({
  defaultEdgeType: power !== "none" && size > manyLines[power] ? "hairline" : "line",
  hideEdgesOnMove: power !== "none" && size > manyLines[power],
});
