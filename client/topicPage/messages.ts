// What a topic page and the extension tell each other. A page may ask for what a person could do anyway, and is checked all the same: the
// text in it comes from strangers.
import type { Graph, NoteCard, RelatedNote, TopicPage } from "../../server/protocol";

export const views = ["cards", "list", "papers", "graph"] as const;
export type View = (typeof views)[number];

/** A topic with the names of the topics that its notes are filed under. */
export interface ShownTopic {
  readonly topic: TopicPage;
  /** Topic id -> label. */
  readonly labels: Readonly<Record<string, string>>;
}

export type ToPage =
  /** The first of all, and whenever more changed than some notes. */
  | { readonly kind: "topic"; readonly shown: ShownTopic; readonly view: View }
  /** Notes of the topic that changed. */
  | { readonly kind: "cards"; readonly cards: readonly NoteCard[] }
  | { readonly kind: "related"; readonly uri: string; readonly related: readonly RelatedNote[] }
  | { readonly kind: "graph"; readonly graph: Graph }
  /** No note names the topic any more. */
  | { readonly kind: "gone"; readonly id: string }
  /** `what` could not be had from the server. */
  | { readonly kind: "failed"; readonly what: "topic" | "graph" }
  | { readonly kind: "failedRelated"; readonly uri: string };

export type FromPage =
  | { readonly kind: "ready" }
  | { readonly kind: "show"; readonly view: View }
  | { readonly kind: "open"; readonly uri: string; readonly where: "here" | "beside" }
  | { readonly kind: "read"; readonly uri: string }
  | { readonly kind: "explore"; readonly uri: string }
  | { readonly kind: "graph" }
  | { readonly kind: "topic"; readonly id: string }
  | { readonly kind: "newQuestion" }
  | { readonly kind: "export" };

/** A message of a page; undefined for anything else. */
export function fromPage(message: unknown): FromPage | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { kind, uri, view, where, id } = message as Partial<Record<string, unknown>>;
  switch (kind) {
    case "ready":
    case "graph":
    case "newQuestion":
    case "export":
      return { kind };
    case "show":
      return isView(view) ? { kind, view } : undefined;
    case "open":
      return typeof uri === "string" && (where === "here" || where === "beside") ? { kind, uri, where } : undefined;
    case "read":
    case "explore":
      return typeof uri === "string" ? { kind, uri } : undefined;
    case "topic":
      return typeof id === "string" ? { kind, id } : undefined;
    default:
      return undefined;
  }
}

/** Whether a value that was kept, or came from a page, is a view. */
export const isView = (value: unknown): value is View => views.includes(value as View);
