// Where wiki links, citations and block ids stand in a text. The server's grammar says the same; a test holds the two together.

/** Where the link whose brackets open at `start` ends, or -1: on the same line, the inner pair of nested brackets, and before no `(`. */
export function wikiLinkEnd(text: string, start: number, limit: number): number {
  if (!text.startsWith("[[", start) || text.charAt(start + 2) === "[") return -1;
  for (let at = start + 2; at + 1 < limit; at++) {
    const char = text.charAt(at);
    if (char === "\n" || text.startsWith("[[", at)) return -1;
    if (char !== "]" || text.charAt(at + 1) !== "]") continue;
    return at === start + 2 || text.charAt(at + 2) === "(" ? -1 : at + 2;
  }
  return -1;
}

/** Which half of a link stands first: the label does in Dendron. */
export type Order = "target-first" | "label-first";

/** The inside of a link's brackets cut at its bar. */
export function halvesOf(inside: string, order: Order): { readonly target: string; readonly label: string | undefined } {
  const bar = inside.indexOf("|");
  if (bar < 0) return { target: inside.trim(), label: undefined };
  const halves = [inside.slice(0, bar).replace(/\\$/, "").trim(), inside.slice(bar + 1).trim()];
  const [target = "", label = ""] = order === "label-first" ? halves.reverse() : halves;
  return { target, label };
}

/** A citation's key: Pandoc's manual, extension `citations`. */
const key = /\{[^{}\n]+\}|[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*/uy;

/** The key behind the `@` at `at`, and where it ends; undefined inside a word, as in an address. */
export function citationAt(text: string, at: number): { readonly key: string; readonly end: number } | undefined {
  if (text.charAt(at) !== "@" || /[\p{L}\p{N}_]/u.test(text.charAt(at - 1))) return undefined;
  key.lastIndex = at + 1;
  const written = key.exec(text)?.[0];
  if (written === undefined) return undefined;
  return { key: written.startsWith("{") ? written.slice(1, -1) : written, end: at + 1 + written.length };
}

/** A piece of a group of citations: a key, or text between keys. */
export type Piece =
  | { readonly kind: "key"; readonly key: string; readonly isYear: boolean }
  | { readonly kind: "text"; readonly text: string };

/** Longer brackets are no group: a bound that keeps reading them linear. */
const longestGroup = 2000;

/** Where the group of citations that opens at `start` ends, or -1: in each part between its semicolons stands a citation. */
export function groupEnd(text: string, start: number, limit: number): number {
  const last = Math.min(limit, start + longestGroup);
  for (let at = start + 1; at < last; at++) {
    const char = text.charAt(at);
    if (char === "[") return -1;
    if (char !== "]") continue;
    const inside = text.slice(start + 1, at);
    const isLink = "([".includes(text.charAt(at + 1) || "-");
    const isGroup =
      !isLink && !inside.includes("::") && inside.split(";").every((part) => piecesOf(part).some(({ kind }) => kind === "key"));
    return isGroup ? at + 1 : -1;
  }
  return -1;
}

/** The inside of a group as keys and what stands between them. `-@key` leaves the authors out. */
export function piecesOf(inside: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (let at = inside.indexOf("@"); at >= 0; at = inside.indexOf("@", at + 1)) {
    const found = at < done ? undefined : citationAt(inside, at);
    if (!found) continue;
    const isYear = inside.charAt(at - 1) === "-" && at - 1 >= done;
    const text = inside.slice(done, isYear ? at - 1 : at);
    if (text !== "") pieces.push({ kind: "text", text });
    pieces.push({ kind: "key", key: found.key, isYear });
    done = found.end;
  }
  return done < inside.length ? [...pieces, { kind: "text", text: inside.slice(done) }] : pieces;
}

/** An id at the end of a block's text: where its `^` stands, and where the blanks before it begin. */
interface BlockId {
  readonly id: string;
  readonly mark: number;
  readonly start: number;
}

/** The id at the end of a block's text. */
export function blockIdIn(text: string): BlockId | undefined {
  const at = text.lastIndexOf("^");
  if (at < 0 || (at > 0 && !/\s/.test(text.charAt(at - 1)))) return undefined;
  const id = text.slice(at + 1).trimEnd();
  return /^[A-Za-z0-9-]+$/.test(id) ? { id, mark: at, start: text.slice(0, at).trimEnd().length } : undefined;
}
