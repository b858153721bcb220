// The plugin of the editor's Markdown preview: which rules it adds to markdown-it and how they are drawn. It reads every document alike,
// because nobody says which one is read; what is read is drawn as if it were not there until a model says that it is a note of a vault.
import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { RenderModel } from "../../server/protocol";
import { embedsClose, embedsOpen, idToken, readBlocks } from "./blocks";
import { type CitationMeta, citationToken, drawnCitations, readCitation, readGroup } from "./citations";
import { withDestinations } from "./destinations";
import { drawnEmbed } from "./embeds";
import { drawnHeader } from "./header";
import { asWritten, drawnImage, drawnLink, type LinkMeta, linkIn, linkToken, readLink } from "./links";
import { type Look, looks } from "./look";

type Rule = NonNullable<MarkdownIt["renderer"]["rules"][string]>;

/** Draws a token of ours; undefined for as if the rule were not there. */
type Draw = (token: Token, look: Look, env: unknown) => string | undefined;

/** Adds the rules. `modelOf` is asked for the document that is drawn, as the editor names it. Whatever goes wrong, the preview goes on. */
export function readNotes(md: MarkdownIt, modelOf: (document: unknown) => RenderModel | undefined): MarkdownIt {
  const lookOf = looks(md, modelOf);
  md.inline.ruler.before("link", "quaestio_link", neverFailing(readLink, false));
  md.inline.ruler.before("link", "quaestio_citations", neverFailing(readGroup, false));
  md.inline.ruler.before("link", "quaestio_citation", neverFailing(readCitation, false));
  md.core.ruler.push("quaestio_blocks", neverFailing(readBlocks, undefined));
  md.core.ruler.push("quaestio_header", () => headerIn(md, lookOf));
  const rules: Readonly<Record<string, Draw>> = {
    [linkToken]: (token, look, env) => drawnWikiLink(md, token, look, env),
    [citationToken]: ({ meta }, look) => drawnCitations(md, meta as CitationMeta, look),
    [idToken]: (token) => ((id) => (id === null ? "" : `<span id="${md.utils.escapeHtml(id)}"></span>`))(token.attrGet("id")),
  };
  for (const [type, draw] of Object.entries(rules)) md.renderer.rules[type] = inlineRule(draw, lookOf);
  md.renderer.rules[embedsOpen] = room(lookOf);
  md.renderer.rules[embedsClose] = room(lookOf);
  withDestinations(md, lookOf);
  return md;
}

/** An exception would take everybody's preview away. */
function neverFailing<P extends readonly unknown[], R>(rule: (...given: P) => R, otherwise: R): (...given: P) => R {
  return (...given) => {
    try {
      return rule(...given);
    } catch {
      return otherwise;
    }
  };
}

type LookOf = (env: unknown) => Look | undefined;

function inlineRule(draw: Draw, lookOf: LookOf): Rule {
  const drawn = neverFailing((token: Token, env: unknown) => {
    const look = lookOf(env);
    return look && draw(token, look, env);
  }, undefined);
  return (tokens, at, options, env, self) => {
    const token = tokens[at];
    return token === undefined ? "" : (drawn(token, env) ?? asWritten(self, token, options, env));
  };
}

function drawnWikiLink(md: MarkdownIt, token: Token, look: Look, env: unknown): string | undefined {
  const found = linkIn(token, look);
  if (!found) return undefined;
  const { link, label } = found;
  const { isEmbed, isBlock } = token.meta as LinkMeta;
  if (isEmbed && link.isImage) return drawnImage(md, link, label, env) ?? drawnLink(md, link, label);
  return isBlock && link.embed !== undefined ? drawnEmbed(md, link, label, look, env) : drawnLink(md, link, label);
}

/** A paragraph of embeds is one of text where nothing is known, and in a tight list nothing at all. */
function room(lookOf: LookOf): Rule {
  const safeLook = neverFailing(lookOf, undefined);
  return (tokens, at, options, env, self) => {
    const token = tokens[at];
    if (!token || token.hidden || !safeLook(env)) return self.renderToken(tokens, at, options);
    return token.nesting === 1 ? `<div${self.renderAttrs(token)}>\n` : "</div>\n";
  };
}

/** The editor sets its own rule for front matter behind ours: the one that is in force when a text is read is set aside. */
function headerIn(md: MarkdownIt, lookOf: LookOf): void {
  const { rules } = md.renderer;
  const before = rules["front_matter"];
  if (before && headers.has(before)) return;
  const drawn = neverFailing((env: unknown) => ((header) => header && drawnHeader(md, header))(lookOf(env)?.model.header), undefined);
  const rule: Rule = (tokens, at, options, env, self) =>
    drawn(env) ?? (before ? before(tokens, at, options, env, self) : self.renderToken(tokens, at, options));
  headers.add(rule);
  rules["front_matter"] = rule;
}

/** Our own rules for front matter. */
const headers = new WeakSet<Rule>();
