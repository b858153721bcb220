// Embedded notes, sections and blocks: drawn in their place, as deep and as often as a reader can follow, never inside themselves.
import * as l10n from "@vscode/l10n";
import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { RenderEmbed, RenderLink } from "../../server/protocol";
import { linkHtml } from "./html";
import { embeddedEnv, type Look, lookOf } from "./look";

/** A page shows no more, and none deeper. */
const most = { embeds: 100, depth: 5 };

/** The text that a link embeds, under its title; where it is not shown, a sentence that says why. */
export function drawnEmbed(md: MarkdownIt, link: RenderLink, label: string | undefined, look: Look, env: unknown): string {
  const source = look.model.embeds.find(({ id }) => id === link.embed);
  const title = source?.title ?? link.text;
  const head = `<div class="quaestio-embed-title">${linkHtml(md, withoutTip(link), label ?? title)}</div>`;
  const why = whyNot(look, link, source);
  if (why !== undefined || !source) return box(`${head}<div class="quaestio-embed-why">${md.utils.escapeHtml(why ?? "")}</div>`);
  look.drawn.embeds++;
  return box(`${head}${drawnText(md, source, look, env)}`);
}

/** Its text is there to be read. */
const withoutTip = ({ tip: _, ...link }: RenderLink): RenderLink => link;

const box = (inside: string) => `<div class="quaestio-embed">${inside}</div>\n`;

function whyNot({ around, drawn }: Look, { embed = "" }: RenderLink, source: RenderEmbed | undefined): string | undefined {
  if (around.includes(embed)) return l10n.t("Not shown here: it would be shown inside itself.");
  if (around.length > most.depth) return l10n.t("Not shown here: embeds are followed {0} deep.", most.depth);
  if (drawn.embeds >= most.embeds) return l10n.t("Not shown here: this page shows {0} embeds already.", most.embeds);
  return source ? undefined : l10n.t("Not shown here: its text is too long or could not be read.");
}

function drawnText(md: MarkdownIt, source: RenderEmbed, look: Look, env: unknown): string {
  const inner = embeddedEnv(env, lookOf(md, look.model, source, [...look.around, source.id], look.drawn));
  return md.renderer.render(md.parse(source.markdown, inner).map(withoutPlace), md.options, inner);
}

/** The editor scrolls along by lines and goes to headings by ids: those of an embedded text belong to another note. */
function withoutPlace(token: Token): Token {
  token.attrs = (token.attrs ?? [])
    .filter(([name]) => name !== "data-line")
    .map(([name, value]) => [name, name === "class" ? value.replace(/\bcode-line\b/, "").trim() : value]);
  token.map = null;
  if (token.type === "heading_open") token.type = "quaestio_heading_open";
  return token;
}
