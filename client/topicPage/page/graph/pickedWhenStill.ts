// Draws notes as the renderer does, each as one point,, but draws what tells which note is under the pointer only when the view has come to rest: it would take
// two thirds of each frame while one pans or zooms, when nobody points at a note.
import { NodePointProgram } from "sigma/rendering";
import type { CameraState, RenderParams } from "sigma/types";
import type { DrawnEdge, DrawnNode } from "./drawn";

/** So long after the last movement, in milliseconds, the pointer finds notes again. */
const rest = 80;

/** The renderer's own notes, found by the pointer only while the view rests. */
export class PickedWhenStill extends NodePointProgram<DrawnNode, DrawnEdge> {
  private view: CameraState | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override render(params: RenderParams): void {
    const picking = this.pickProgram;
    if (!picking) {
      super.render(params);
      return;
    }
    const view = this.renderer.getCamera().getState();
    const isMoving = this.view !== undefined && (["x", "y", "ratio"] as const).some((name) => view[name] !== this.view?.[name]);
    this.view = view;
    if (isMoving) {
      this.pickProgram = null;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.renderer.scheduleRender(), rest);
    }
    super.render(params);
    this.pickProgram = picking;
  }

  override kill(): void {
    clearTimeout(this.timer);
    super.kill();
  }
}
