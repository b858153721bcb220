// Words that differ from a typed one by a slip or two, found in a sorted list without going through all of it.

/** How many slips are forgiven: in short words every letter counts, and what is longer than any word is none. */
export const mostEdits = (word: string): number => (word.length > longestWord ? 0 : word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);

/** The table of distances has a column for each letter, and a row for each letter of what it is compared with. */
const longestWord = 60;

/** Shorter words are compared with whole words alone: too many begin almost as they do. */
const shortestBeginning = 5;
/** Of more words than this no person meant all. */
const mostFound = 64;

/**
 * The words of a sorted list within `mostEdits` of a word, with how many edits each takes: a letter more, less or another, or two neighbours
 * exchanged. A longer word counts if it begins so and the typed letters end where its beginning does. The list is walked as the tree of its
 * beginnings, and what differs too much already is passed over with all that begins like it.
 */
export function nearWords(sorted: readonly string[], word: string): ReadonlyMap<string, number> {
  const search: Search = { sorted, word, most: mostEdits(word), found: new Map() };
  if (search.most > 0)
    visit(search, { from: 0, to: sorted.length, depth: 0, row: Array.from({ length: word.length + 1 }, (_, at) => at), above: [] });
  return search.found;
}

interface Search {
  readonly sorted: readonly string[];
  readonly word: string;
  readonly most: number;
  readonly found: Map<string, number>;
}

/** All words that share their first `depth` letters, and the last two rows of their table of distances to the beginnings of the typed word. */
interface Branch {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly row: readonly number[];
  readonly above: readonly number[];
}

function visit(search: Search, branch: Branch): void {
  const { sorted, word, most } = search;
  const { from, to, depth, row } = branch;
  const first = sorted[from] ?? "";
  const edits = row[word.length] ?? most + 1;
  const isBeginning = depth >= word.length && word.length >= shortestBeginning && first[depth - 1] === word.at(-1);
  if (edits <= most && isBeginning) for (let at = from; at < to; at++) take(search, sorted[at] ?? "", edits);
  else if (edits <= most && first.length === depth) take(search, first, edits);
  for (let at = first.length === depth ? from + 1 : from; at < to; ) {
    const letter = sorted[at]?.charCodeAt(depth) ?? 0;
    const end = endOf(sorted, { from: at, to, depth }, letter);
    const next = nextRow(word, branch, letter, depth === 0 ? 0 : (first.charCodeAt(depth - 1) ?? 0));
    if (Math.min(...next) <= most) visit(search, { from: at, to: end, depth: depth + 1, row: next, above: row });
    at = end;
  }
}

function take({ found }: Search, word: string, edits: number): void {
  const known = found.get(word);
  if (known === undefined ? found.size < mostFound : edits < known) found.set(word, edits);
}

/** Where the words end that have a letter at `depth`. */
function endOf(sorted: readonly string[], { from, to, depth }: Pick<Branch, "from" | "to" | "depth">, letter: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.charCodeAt(depth) ?? 0) <= letter) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The row of distances for one letter more; `before` is the letter in front of it. */
function nextRow(word: string, { depth, row, above }: Branch, letter: number, before: number): readonly number[] {
  const next = [depth + 1];
  for (let at = 1; at <= word.length; at++) {
    const typed = word.charCodeAt(at - 1);
    let edits = Math.min((row[at - 1] ?? 0) + (typed === letter ? 0 : 1), (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
    const isExchanged = depth > 0 && at > 1 && typed === before && word.charCodeAt(at - 2) === letter;
    if (isExchanged) edits = Math.min(edits, (above[at - 2] ?? 0) + 1);
    next.push(edits);
  }
  return next;
}
