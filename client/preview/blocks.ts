// What concerns whole blocks once a text is read: ids at their ends become places to go to, and paragraphs of embeds make room for blocks.
import type { StateCore, Token } from "markdown-it";
import { citationToken } from "./citations";
import { type LinkMeta, linkToken } from "./links";
import { isEmbedded } from "./look";
import { blockIdIn } from "./written";

/** What markdown-it calls the token of an id at the end of a block, and those around a paragraph of embeds. */
export const idToken = "quaestio_id";
export const embedsOpen = "quaestio_embeds_open";
export const embedsClose = "quaestio_embeds_close";

/** The core rule. What it changes is drawn as before in documents of which nothing is known. */
export function readBlocks({ tokens, env, Token }: StateCore): void {
  for (const [at, { type, children }] of tokens.entries()) {
    if (type !== "inline" || !children) continue;
    for (const child of children) if (child.type === "image") child.children = (child.children ?? []).flatMap(asItWas);
    takeId(tokens, at, children, Token, isEmbedded(env) ? "hidden" : "place");
    if (tokens[at - 1]?.type === "paragraph_open" && children.some(isEmbed) && children.every(mayStandBesideEmbeds))
      openRoom(tokens, at, children);
  }
}

/** An image says what is to be seen in words alone. */
const asItWas = (token: Token): readonly Token[] =>
  token.type === linkToken || token.type === citationToken ? (token.children ?? []) : [token];

const isEmbed = ({ type, meta }: Token) => type === linkToken && (meta as LinkMeta).isEmbed;

const mayStandBesideEmbeds = (token: Token) =>
  isEmbed(token) || token.type === "softbreak" || token.type === idToken || (token.type === "text" && token.content.trim() === "");

/** A paragraph may hold no blocks: one of embeds alone is drawn as something that may. */
function openRoom(tokens: readonly Token[], at: number, children: readonly Token[]): void {
  const [open, close] = [tokens[at - 1], tokens[at + 1]];
  if (!open || !close) return;
  open.type = embedsOpen;
  close.type = embedsClose;
  for (const child of children.filter(isEmbed)) (child.meta as LinkMeta).isBlock = true;
}

/** Cuts the id off the end of a block's text. An embedded text has no places of its own on the page. */
function takeId(tokens: readonly Token[], at: number, children: Token[], newToken: StateCore["Token"], use: "place" | "hidden"): void {
  const last = children.at(-1);
  const found = last?.type === "text" ? blockIdIn(last.content) : undefined;
  const before = children.at(-2);
  if (!last || !found || (found.mark === 0 && before && before.type !== "softbreak" && before.type !== "hardbreak")) return;
  const written = last.content.slice(found.start);
  last.content = last.content.slice(0, found.start);
  const id = new newToken(idToken, "", 0);
  const text = new newToken("text", "", 0);
  text.content = written;
  id.content = written;
  id.children = [text];
  children.push(id);
  if (use === "place") placeAt(tokens, at, children.length === 2 && last.content === "", id, `^${found.id}`);
}

/** Gives a block an id of HTML. A heading has its own already, so that the place is inside it. */
function placeAt(tokens: readonly Token[], at: number, isAlone: boolean, id: Token, name: string): void {
  const open = tokens[at - 1];
  if (isAlone && open?.type === "paragraph_open") {
    open.attrJoin("class", "quaestio-id");
    (blockBefore(tokens, at - 1) ?? open).attrSet("id", name);
  } else if (!open || open.type === "heading_open") id.attrSet("id", name);
  else if (open.hidden && tokens[at - 2]?.type === "list_item_open") tokens[at - 2]?.attrSet("id", name);
  else open.attrSet("id", name);
}

/** What opens the block that ends before a token. */
function blockBefore(tokens: readonly Token[], at: number): Token | undefined {
  const end = tokens[at - 1];
  if (!end || end.nesting === 1) return undefined;
  if (end.nesting === 0) return end;
  for (let open = at - 1; open >= 0; open--) if (tokens[open]?.nesting === 1 && tokens[open]?.level === end.level) return tokens[open];
  return undefined;
}
