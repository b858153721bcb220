// The separate keys under which a note is found: by title, by file name, by path; and the key of a heading.
// A target never goes through a URI parser: a question mark is legal in titles and file names and means nothing else.

/** Whether a text is printable ASCII, as most names are: case is all there is to fold, and letters are those of ASCII. */
export const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/** NFC and case-folded. `ς` folds to `σ`, as Unicode's case folding does and `toLowerCase` does not. */
export function fold(text: string): string {
  return isPlain(text) ? text.toLowerCase() : text.normalize("NFC").toLowerCase().replaceAll("ς", "σ");
}

/** Folded and without accents: as filters compare, where a person types what a keyboard has. */
export function foldAccents(text: string): string {
  // Nearly every text is plain, and the other way is ten times slower.
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return fold(text.normalize("NFD").replace(/\p{M}/gu, ""));
  return text.toLowerCase();
}

/** NFC, outer blanks dropped, inner ones collapsed: what makes two spellings of a title *exactly* equal. */
export function exactKey(text: string): string {
  return isPlain(text) ? exactKeyOfPlain(text) : text.normalize("NFC").trim().replace(/\s+/g, " ");
}

const exactKeyOfPlain = (text: string) => (text.includes("  ") ? text.trim().replace(/ +/g, " ") : text.trim());

/** The forgiving key of a title or alias: folded, curly quotes straightened, trailing `?`, `!` and `.` dropped. May be empty. */
export function titleKey(text: string): string {
  if (isPlain(text)) return withoutClosing(exactKeyOfPlain(text).toLowerCase());
  return withoutClosing(
    fold(exactKey(text))
      .replace(/[‘’‚‛]/g, "'")
      .replace(/[“”„‟]/g, '"'),
  );
}

/**
 * Whether the forgiving key of a title could be this one, as far as their first letters tell; `titleKey` knows. Most notes that are asked
 * about a key have another.
 */
export function mayHaveTitleKey(title: string, key: string): boolean {
  for (let at = 0; at < key.length; at++) {
    const letter = title.charCodeAt(at);
    // Blanks collapse and other scripts fold in ways of their own; a letter may be changed by a mark behind it.
    if (!isPlainCode(letter) || (letter === blank && (at === 0 || title.charCodeAt(at - 1) === blank))) return true;
    if (lowerCase(letter) !== key.charCodeAt(at)) return !isPlainCode(title.charCodeAt(at + 1)) && at + 1 < title.length;
  }
  return true;
}

const blank = 32;
const isPlainCode = (code: number) => code >= blank && code <= 126;
const lowerCase = (code: number) => (code >= 65 && code <= 90 ? code + 32 : code);

// Begun at the first of them alone: else a run of them inside a title would be gone through from each.
const withoutClosing = (title: string) => (/[\s?!.]$/.test(title) ? title.replace(/(?<![\s?!.])[\s?!.]+$/, "") : title);

/** Drops `.md`, the one known extension of a note: `v1.2 results` and `Why use Node.js` keep their dots. */
export function withoutExtension(name: string): string {
  return /\.md$/i.test(name) ? name.slice(0, -3) : name;
}

/** The endings of files that notes embed (Obsidian's list), and of notes: the only ones that make a name a file's. */
const knownEnding = /\.(?:md|canvas|base|avif|bmp|gif|jpe?g|png|svg|webp|3gp|flac|m4a|mp3|ogg|wav|webm|mkv|mov|mp4|ogv|pdf)$/i;

/** Whether a name can only be a file's. `Why use Node.js` is a title. */
export function isFileName(name: string): boolean {
  return knownEnding.test(name);
}

/** The key of a file name, with or without `.md`. */
export function stemKey(name: string): string {
  return fold(withoutExtension(name).trim());
}

/** The last segment of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folder part of a path, without its slash; empty at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/**
 * A relative path from a folder, `.` and `..` worked out. A leading `/` starts at the vault's root.
 * Undefined when it would lead out of the vault.
 */
export function joinPath(folder: string, path: string): string | undefined {
  if (isStraight(path)) return folder === "" ? path : `${folder}/${path}`;
  const segments = path.startsWith("/") || folder === "" ? [] : folder.split("/");
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join("/");
}

/** Whether a path only leads down: no segment of it is empty, `.` or `..`. Most begin with a letter and have no other dot behind a slash. */
function isStraight(path: string): boolean {
  const first = path.charCodeAt(0);
  const goesDown = first !== dot && first !== slash && !path.includes("/.") && !path.includes("//") && !path.endsWith("/") && path !== "";
  return goesDown || !/(?:^|\/)\.{0,2}(?:\/|$)/.test(path);
}

const dot = 46;
const slash = 47;

/** A file name without `.md`, made readable: the title of a note that declares none. */
export function titleOfStem(path: string): string {
  const stem = withoutExtension(baseName(path));
  return stem.replace(/[-_]+/g, " ").trim() || stem;
}

/**
 * The key of a heading: letters and digits alone, folded. So `Does it work?`, `does-it-work` and `Does it *work*` are one.
 * A heading without any letter or digit keeps its folded text.
 */
export function headingKey(text: string): string {
  const folded = fold(text);
  const words = (isPlain(folded) ? folded.replace(/[^a-z0-9]+/g, " ") : folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")).trim();
  return words === "" ? folded.trim() : words;
}

/** The id of a topic path as written: `Reinforcement Learning / RL Systems` gives `reinforcement-learning/rl-systems`. */
export function topicId(path: string): string {
  return path
    .split("/")
    .map((segment) => fold(segment).trim().replace(/^#/, "").replace(/\s+/g, "-"))
    .filter((segment) => segment !== "")
    .slice(0, deepestTopic)
    .join("/");
}

/** A tree nobody could read is no tree: deeper levels are left out. */
const deepestTopic = 16;

/** The slug in title case: the label of a topic that no topic note describes. */
export function topicLabel(id: string): string {
  const words = baseName(id).replace(/[-_]+/g, " ").trim();
  return words.replace(/(^|\s)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
