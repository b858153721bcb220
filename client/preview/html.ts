// The only place where HTML is made of what notes say: everything is escaped, and addresses lead to files of the vault or to the web.
import type MarkdownIt from "markdown-it";
import type { RenderLink } from "../../server/protocol";

/** An address that may be written into a page: of the web, or a relative path; undefined for every other, commands included. */
export function safeHref(href: string | undefined): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers pass over them, so that a scheme could hide behind one.
  if (href === undefined || href === "" || /[\u0000-\u0020\\]/.test(href)) return undefined;
  if (/^https?:\/\//i.test(href)) return href;
  return /^\/|^[^/?#]*:/.test(href) ? undefined : href;
}

/** A link, or a text that says why it leads nowhere. */
export function linkHtml({ utils }: MarkdownIt, link: RenderLink, text: string): string {
  const href = safeHref(link.href);
  const looks = ["quaestio-link", ...(link.state === "found" ? [] : [`quaestio-${link.state}`])].join(" ");
  const tip = link.tip === undefined ? "" : ` title="${utils.escapeHtml(link.tip)}"`;
  const inside = utils.escapeHtml(text);
  if (href === undefined) return `<span class="${looks}"${tip}>${inside}</span>`;
  // The preview follows what `data-href` says.
  const address = utils.escapeHtml(href);
  return `<a class="${looks}" href="${address}" data-href="${address}"${tip}>${inside}</a>`;
}
