// What the measurement inside the editor tells the one outside, and how it is found among the editor's words.
import type { Sample } from "../measures";

export interface Activation {
  /** The version of the editor. */
  readonly editor: string;
  readonly sample: Sample;
}

/** What the line with the result begins with. */
export const resultMark = "activation: ";
