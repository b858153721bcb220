// Markdown links and images: the editor draws them, and we say which of them lead nowhere and where those of embedded texts lead.
import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { RenderLink } from "../../server/protocol";
import { safeHref } from "./html";
import type { Look } from "./look";

type Rule = NonNullable<MarkdownIt["renderer"]["rules"][string]>;

/** Puts our changes before the rules that are there. */
export function withDestinations(md: MarkdownIt, lookOf: (env: unknown) => Look | undefined): void {
  for (const [type, attribute] of [
    ["link_open", "href"],
    ["image", "src"],
  ] as const) {
    const before = md.renderer.rules[type];
    const rule: Rule = (tokens, at, options, env, self) => {
      const changed = changedAt(tokens, at, attribute, () => lookOf(env));
      return before ? before(changed, at, options, env, self) : self.renderToken(changed, at, options);
    };
    md.renderer.rules[type] = rule;
  }
}

/** The same tokens where nothing is known of the one at a place. The editor keeps tokens, so that the others are changed as copies. */
function changedAt(tokens: Token[], at: number, attribute: "href" | "src", look: () => Look | undefined): Token[] {
  try {
    const token = tokens[at];
    // The editor has put an address of its own into `src` by now.
    const written = token?.attrGet(`data-${attribute}`) ?? token?.attrGet(attribute);
    const link = typeof written === "string" ? look()?.destinations.get(written) : undefined;
    if (!token || !link) return tokens;
    const copies = [...tokens];
    copies[at] = changed(token, link, attribute);
    return copies;
  } catch {
    return tokens;
  }
}

function changed(token: Token, link: RenderLink, attribute: "href" | "src"): Token {
  const copy: Token = Object.assign(Object.create(Object.getPrototypeOf(token)), token);
  copy.attrs = (token.attrs ?? []).map(([name, value]) => [name, value]);
  const href = link.state === "found" ? safeHref(link.href) : undefined;
  if (href !== undefined) for (const name of [attribute, `data-${attribute}`]) copy.attrSet(name, href);
  if (link.state === "found") return copy;
  copy.attrJoin("class", "quaestio-link quaestio-broken");
  if (link.tip !== undefined) copy.attrSet("title", link.tip);
  return copy;
}
