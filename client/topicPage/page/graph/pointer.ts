// The graph by pointer: what it rests on, and clicks.
import type { Picture } from "./picture";

/** What the pointer does to the graph. */
export interface PointerActs {
  /** The pointer rests on a note, or on none. */
  hover(uri: string | undefined): void;
  open(uri: string): void;
  /** Keeps the neighbourhood of a note, or no longer. */
  keep(uri: string): void;
}

/** Listens for the pointer in a picture. */
export function listenForPointer(picture: Picture, acts: PointerActs): void {
  picture.on("enterNode", ({ node }) => acts.hover(node));
  picture.on("leaveNode", () => acts.hover(undefined));
  picture.on("leaveStage", () => acts.hover(undefined));
  picture.on("clickNode", ({ node, event }) => {
    if (event.original.shiftKey) acts.keep(node);
    else acts.open(node);
  });
}
