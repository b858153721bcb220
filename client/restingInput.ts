// Asks for the rows of a quick pick once typing rests; an answer to what stands there no more is for nobody.

import type { QuickPick, QuickPickItem } from "vscode";
import { l10n } from "vscode";

/** What fills the rows. */
export interface RowSource<T, R> {
  /** Asked once typing rests. */
  ask(text: string): Promise<R>;
  show(found: R, text: string): readonly T[];
  /** What is shown where no answer came. */
  failed(): readonly T[];
}

/** Milliseconds. */
const rest = 150;

export class RestingInput<T extends QuickPickItem, R> {
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(
    readonly pick: QuickPick<T>,
    readonly source: RowSource<T, R>,
  ) {
    pick.onDidHide(() => {
      clearTimeout(this.#timer);
      this.#ended = true;
      pick.dispose();
    });
  }

  /** Asks once typing rests, or at once. */
  schedule(when: "rested" | "now" = "rested"): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), when === "now" ? 0 : rest);
  }

  /** Takes back what was scheduled. */
  stop(): void {
    clearTimeout(this.#timer);
    this.pick.busy = false;
  }

  async #look(): Promise<void> {
    const { pick, source } = this;
    const text = pick.value;
    // Whoever asked last ends the progress.
    const isPast = () => this.#ended || pick.value !== text;
    pick.busy = true;
    try {
      const found = await source.ask(text);
      if (isPast()) return;
      pick.items = source.show(found, text);
    } catch {
      if (isPast()) return;
      pick.items = source.failed();
    }
    pick.busy = false;
  }
}

/** What a row says where the server is silent. */
export const noAnswer = l10n.t("The Quaestio language server gives no answer. The log says why.");
