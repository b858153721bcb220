// Who a page belongs to: the editor, which is told what is done on it, or a file, which stands alone.
import type { FromPage, View } from "../messages";

/** What is kept of a page over a restart. */
export interface Kept {
  readonly id: string;
  readonly view: View;
  readonly filter: string;
  /** The trails of cards, as entries. */
  readonly trails: readonly (readonly [string, readonly string[]])[];
  /** How far it was scrolled, in pixels. */
  readonly scrolled: number;
}

export interface Host {
  /** `editor`: notes can be opened and explored; `file`: nobody is there to do so. */
  readonly kind: "editor" | "file";
  tell(message: FromPage): void;
  kept(): Kept | undefined;
  keep(state: Kept): void;
}

interface EditorApi {
  postMessage(message: unknown): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
}

declare const acquireVsCodeApi: () => EditorApi;

/** The editor that shows this page. */
export function editorHost(): Host {
  const api = acquireVsCodeApi();
  return { kind: "editor", tell: (message) => api.postMessage(message), kept: () => api.getState(), keep: (state) => api.setState(state) };
}

/** The host of a page in a file. */
export const nobody: Host = { kind: "file", tell: () => undefined, kept: () => undefined, keep: () => undefined };
