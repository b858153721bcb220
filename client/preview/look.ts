// What the rules know while they draw a text: its model, or that of the text embedded there, and how they got there.
import type MarkdownIt from "markdown-it";
import type { StateInline } from "markdown-it";
import type { RenderLink, RenderModel, RenderText } from "../../server/protocol";
import type { Order } from "./written";

/** A text as it is drawn. */
export interface Look {
  readonly model: RenderModel;
  readonly links: ReadonlyMap<string, RenderLink>;
  readonly citations: ReadonlyMap<string, RenderLink>;
  /** By destination as markdown-it writes it. */
  readonly destinations: ReadonlyMap<string, RenderLink>;
  readonly order: Order;
  /** The ids of the texts around it, itself last. */
  readonly around: readonly string[];
  /** How many embeds have been drawn on this page. */
  readonly drawn: { embeds: number };
}

/** What our rules put into an environment of markdown-it's. */
interface Marked {
  /** The document that is drawn, where the editor says so. */
  readonly currentDocument?: unknown;
  /** Set where an embedded text is drawn. */
  readonly quaestioLook?: Look;
  /** Set where a text is read as if our rules were not there. */
  readonly quaestioPlain?: true;
}

const markedOf = (env: unknown): Marked => (env ?? {}) as Marked;

/** Whether a text is to be read without our rules here: everywhere in it, or because it stands inside a link. */
export const isPlain = (state: StateInline): boolean => markedOf(state.env).quaestioPlain === true || linksAround(state) > 0;

/** How many links are open around a place: newer versions of the library count them, VS Code has had older ones. */
function linksAround(state: StateInline): number {
  const { linkLevel } = state as StateInline & { readonly linkLevel?: number };
  if (linkLevel !== undefined) return linkLevel;
  const seen = counted.get(state) ?? { tokens: 0, open: 0 };
  for (; seen.tokens < state.tokens.length; seen.tokens++) {
    const { type, nesting } = state.tokens[seen.tokens] ?? {};
    if (type === "link_open" || type === "link_close") seen.open += nesting ?? 0;
  }
  counted.set(state, seen);
  return seen.open;
}

/** The links that are open behind so many tokens, so that no token is looked at twice. */
const counted = new WeakMap<StateInline, { tokens: number; open: number }>();

/** An environment in which the same text is read without our rules. */
export const plainEnv = (env: unknown): object => ({ ...(env as object), quaestioPlain: true });

/** Whether an embedded text is read. */
export const isEmbedded = (env: unknown): boolean => markedOf(env).quaestioLook !== undefined;

/** An environment for a text embedded in what is drawn: its link definitions and footnotes are its own. */
export const embeddedEnv = (env: unknown, look: Look): object => ({
  ...(env as object),
  references: {},
  footnotes: undefined,
  quaestioLook: look,
});

/** The look of a text of a model: the page itself, or a text embedded in it. */
export function lookOf(md: MarkdownIt, model: RenderModel, text: RenderText, around: readonly string[], drawn: Look["drawn"]): Look {
  const destinations = text.destinations.map(([written, link]) => [md.normalizeLink(md.utils.unescapeAll(written)), link] as const);
  return {
    ...{ model, around, drawn, order: text.isLabelFirst ? "label-first" : "target-first" },
    links: new Map(text.links),
    citations: new Map(text.citations),
    destinations: new Map(destinations),
  };
}

/** Finds the look in which an environment is drawn; undefined where nothing is known of its document. */
export function looks(md: MarkdownIt, modelOf: (document: unknown) => RenderModel | undefined): (env: unknown) => Look | undefined {
  const ofPages = new WeakMap<object, Look | null>();
  return (env) => {
    const { quaestioLook, currentDocument } = markedOf(env);
    if (quaestioLook || typeof env !== "object" || env === null) return quaestioLook;
    const known = ofPages.get(env);
    if (known !== undefined) return known ?? undefined;
    const model = currentDocument === undefined ? undefined : modelOf(currentDocument);
    const look = model && lookOf(md, model, model, [model.id], { embeds: 0 });
    ofPages.set(env, look ?? null);
    return look;
  };
}
