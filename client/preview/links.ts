// Wiki links: found when a text is read, drawn when it is known which note the text is of.
import type MarkdownIt from "markdown-it";
import type { Renderer, StateInline, Token } from "markdown-it";
import type { RenderLink } from "../../server/protocol";
import { linkHtml, safeHref } from "./html";
import { isPlain, type Look, plainEnv } from "./look";
import { halvesOf, wikiLinkEnd } from "./written";

/** What markdown-it calls the token of a wiki link or embed. */
export const linkToken = "quaestio_link";

/** What a link's token remembers. */
export interface LinkMeta {
  readonly inside: string;
  readonly isEmbed: boolean;
  /** It makes up a block of its own, with nothing but other embeds beside it. */
  isBlock: boolean;
}

/**
 * The inline rule for `[[target|label]]` and `![[target]]`. Without tokens to make it is asked whether a link may go on around it: any
 * other document's may, so that here too the link around it counts.
 */
export function readLink(state: StateInline, silent: boolean): boolean {
  const isEmbed = state.src.charAt(state.pos) === "!";
  const start = state.pos + (isEmbed ? 1 : 0);
  if (silent || state.src.charAt(start) !== "[" || isPlain(state)) return false;
  const end = wikiLinkEnd(state.src, start, state.posMax);
  if (end < 0) return false;
  const meta: LinkMeta = { inside: state.src.slice(start + 2, end - 2), isEmbed, isBlock: false };
  pushToken(state, linkToken, end, meta);
  state.pos = end;
  return true;
}

/** A token for what stands up to `end`. Its children are what the text would be without our rules: for documents of nobody's vault. */
export function pushToken(state: StateInline, type: string, end: number, meta: object): void {
  const token = state.push(type, "", 0);
  token.content = state.src.slice(state.pos, end);
  token.meta = meta;
  token.children = [];
  state.md.inline.parse(token.content, state.md, plainEnv(state.env), token.children);
  // As the library does in the end with the characters that were escaped.
  for (const child of token.children) if (child.type === "text_special") child.type = "text";
}

/** What a token would be without our rules. */
export const asWritten = (self: Renderer, token: Token, options: MarkdownIt["options"], env: unknown): string =>
  self.renderInline(token.children ?? [], options, env);

/** The link that a token is, with the label that stands in it; undefined where its model knows none. */
export function linkIn({ meta }: Token, look: Look): { readonly link: RenderLink; readonly label: string | undefined } | undefined {
  const { target, label } = halvesOf((meta as LinkMeta).inside, look.order);
  const link = look.links.get(target);
  return link && { link, label: label || undefined };
}

/** A link drawn as one, embeds of files that are no images included. */
export const drawnLink = (md: MarkdownIt, link: RenderLink, label: string | undefined): string => linkHtml(md, link, label ?? link.text);

/** An image of the vault, by the rule that the editor has for images; its label is a size or says what is to be seen. */
export function drawnImage(md: MarkdownIt, { href, text }: RenderLink, label: string | undefined, env: unknown): string | undefined {
  const source = safeHref(href);
  const rule = md.renderer.rules["image"];
  const [image] = md.parseInline("![](-)", plainEnv({}))[0]?.children ?? [];
  if (source === undefined || !rule || image?.type !== "image") return undefined;
  const [, width, height] = /^(\d{1,5})(?:x(\d{1,5}))?$/.exec(label ?? "") ?? [];
  image.attrSet("src", source);
  if (width !== undefined) image.attrSet("width", width);
  if (height !== undefined) image.attrSet("height", height);
  image.children = textTokens(md, width === undefined ? (label ?? text) : text);
  return rule([image], 0, md.options, env, md.renderer);
}

/** A text as tokens, whatever it looks like. */
function textTokens(md: MarkdownIt, text: string): Token[] {
  const [token] = md.parseInline("-", plainEnv({}))[0]?.children ?? [];
  if (!token) return [];
  token.content = text;
  return [token];
}
