// Citations: `[@a; -@b, p. 3]` and a bare `@key` become “Fu et al., 2025” where the paper is known.
import type MarkdownIt from "markdown-it";
import type { StateInline } from "markdown-it";
import { linkHtml } from "./html";
import { pushToken } from "./links";
import { isPlain, type Look } from "./look";
import { citationAt, groupEnd, type Piece, piecesOf } from "./written";

/** What markdown-it calls the token of a citation or of a group of them. */
export const citationToken = "quaestio_citation";

/** What the token of a citation or of a group of them remembers. */
export interface CitationMeta {
  readonly pieces: readonly Piece[];
  readonly isGroup: boolean;
}

/** The inline rule for a group in brackets. */
export function readGroup(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charAt(state.pos) !== "[" || isPlain(state)) return false;
  const end = groupEnd(state.src, state.pos, state.posMax);
  if (end < 0) return false;
  take(state, end, { pieces: piecesOf(state.src.slice(state.pos + 1, end - 1)), isGroup: true });
  state.pos = end;
  return true;
}

/** The inline rule for a bare key. */
export function readCitation(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charAt(state.pos) !== "@" || isPlain(state)) return false;
  const found = citationAt(state.src, state.pos);
  // A tag, an entity or a formula may begin there: no key of a bibliography is written so.
  if (!found || found.end > state.posMax || /[<&$]/.test(found.key)) return false;
  take(state, found.end, { pieces: [{ kind: "key", key: found.key, isYear: false }], isGroup: false });
  state.pos = found.end;
  return true;
}

const take = (state: StateInline, end: number, meta: CitationMeta) => pushToken(state, citationToken, end, meta);

/** The citations drawn; undefined where nothing is known of any of them, and where a bare `@key` is no known paper. */
export function drawnCitations(md: MarkdownIt, { pieces, isGroup }: CitationMeta, { citations }: Look): string | undefined {
  const known = pieces.map((piece) => (piece.kind === "key" ? citations.get(piece.key) : undefined));
  if (!known.some((link) => link && (isGroup || link.state === "found"))) return undefined;
  const drawn = pieces.map((piece, at) => {
    if (piece.kind === "text") return md.utils.escapeHtml(piece.text);
    const link = known[at];
    if (!link) return md.utils.escapeHtml(`@${piece.key}`);
    return linkHtml(md, link, piece.isYear ? (link.year ?? link.text) : link.text);
  });
  return isGroup ? `(${drawn.join("")})` : drawn.join("");
}
