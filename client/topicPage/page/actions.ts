// What can be done on a page.
import type { View } from "../messages";
import type { PageState } from "./state";

export interface Actions {
  /** Whether notes can be opened, read and explored: not in a page that stands in a file. */
  readonly isLive: boolean;
  /** Whether the notes can be shown as a graph. */
  readonly hasGraph: boolean;
  change(change: Partial<PageState>): void;
  show(view: View): void;
  /** Opens a note; beside the page where a modifier key is held, as links do. */
  open(uri: string, event: Event): void;
  read(uri: string): void;
  openTopic(id: string): void;
  newQuestion(): void;
  exportPage(): void;
  /** Shows in a card what is related to a note: its own, or one that is related to that. */
  explore(card: string, uri: string): void;
  /** Goes back to what was explored before, and in the end closes it. */
  goBack(card: string): void;
  closeTrail(card: string): void;
  retry(): void;
}
