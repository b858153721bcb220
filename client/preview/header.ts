// What is shown in place of a note's front matter.
import * as l10n from "@vscode/l10n";
import type MarkdownIt from "markdown-it";
import type { RenderHeader, RenderLink } from "../../server/protocol";
import { linkHtml } from "./html";

/** The header of a note, in a few lines: title, summary, topics, sources, related notes, as far as the note names any. */
export function drawnHeader(md: MarkdownIt, { title, summary, topics, sources, related }: RenderHeader): string {
  const { escapeHtml } = md.utils;
  const parts = [
    title === "" ? "" : `<h1>${escapeHtml(title)}</h1>`,
    summary === "" ? "" : `<p class="quaestio-summary">${escapeHtml(summary)}</p>`,
    fields(md, [
      { name: l10n.t("Topics"), links: topics },
      { name: l10n.t("Sources"), links: sources },
      { name: l10n.t("Related"), links: related },
    ]),
  ].join("");
  return parts === "" ? "" : `<section class="quaestio-header" aria-label="${escapeHtml(l10n.t("About this note"))}">${parts}</section>\n`;
}

interface Field {
  readonly name: string;
  readonly links: readonly RenderLink[];
}

function fields(md: MarkdownIt, all: readonly Field[]): string {
  const rows = all.filter(({ links }) => links.length > 0).map((field) => row(md, field));
  return rows.length === 0 ? "" : `<dl>${rows.join("")}</dl>`;
}

const row = (md: MarkdownIt, { name, links }: Field): string =>
  `<div><dt>${md.utils.escapeHtml(name)}</dt>${links.map((link) => `<dd>${linkHtml(md, link, link.text)}</dd>`).join("")}</div>`;
