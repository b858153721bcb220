// Files a note under another topic, or under one more: the list of its topics is written anew, and nothing else of the note. Each way of writing
// it is tried: the note read anew has to have the wanted topics and be what it was.
import { bodyStartOf, parseFrontMatter } from "../core/frontMatter";
import { topicId } from "../core/key";
import type { Note, Written } from "../core/note";
import { unfiled } from "../core/parseNote";
import type { OpenText } from "./fixes/fix";
import { additions, removal } from "./listField";
import { changed, type TextChange } from "./rename/plan";
import { sharedSegments } from "./rename/topicEdit";
import { isSameButFor } from "./sameNote";

/** `move`: the topics it leaves, by their ids; none where it leaves the only one it has. `add`: it keeps all. */
export type Refiling = { readonly kind: "add" } | { readonly kind: "move"; readonly leaves: readonly string[] };

/** `there`: it is in the topic already. `left`: it stays as it is, and `why` goes on after “… stays as it is: ”. */
export type Refiled =
  | { readonly kind: "changed"; readonly change: TextChange }
  | { readonly kind: "there" }
  | { readonly kind: "left"; readonly why: string };

const left = (why: string): Refiled => ({ kind: "left", why });

/** What files a note under the topic of a path, an id or as somebody writes it. Its other topics stay. */
export function refiled(open: OpenText, to: string, how: Refiling): Refiled {
  const { note } = open;
  const goal = topicId(to);
  const ids = note.topics.map(({ id }) => id);
  if (note.kind === "topic") return left("it describes a topic and is filed under no other.");
  if (isMalformed(note)) return left("its front matter is no valid YAML. Mend it first.");
  if (how.kind === "add") return ids.includes(goal) ? { kind: "there" } : added(open, to);
  const [only, ...others] = ids;
  if (how.leaves.length === 0 && others.length > 0) return left("it is under several topics. Say which one it is to leave.");
  const leaves = how.leaves.length === 0 && only !== undefined ? [only] : how.leaves;
  if (!leaves.some((id) => ids.includes(id))) return left("it is in another topic by now.");
  const gone = new Set(leaves.filter((id) => id !== goal));
  return gone.size === 0 ? { kind: "there" } : moved(open, to, gone);
}

const isMalformed = (note: Note) => note.problems.some(({ code, severity }) => code === "front-matter" && severity === "error");

function added(open: OpenText, to: string): Refiled {
  if (topicId(to) === unfiled) return left("a note is unfiled by naming no topic. It can be moved there.");
  // Those of a folder count no longer where a note names any: they are named as well.
  const fromFolder = ownTopics(open.note).length > 0 ? [] : open.note.topics.map(({ id }) => id).filter((id) => id !== unfiled);
  return withTopics(open, [...fromFolder, to]);
}

function moved(open: OpenText, to: string, gone: ReadonlySet<string>): Refiled {
  const goal = topicId(to);
  const own = ownTopics(open.note);
  if (goal === unfiled) return withoutTopics(open, gone);
  if (own.length === 0) return withTopics(open, [to]);
  const wanted = [...new Set(own.map((id) => (gone.has(id) ? goal : id)))];
  const stays = own.includes(goal);
  const texts = [...(stays ? [] : forms(open.text, listOf(open), gone, to)), ...(stays ? [removed(open, gone)] : [])];
  return firstRight(open, texts, wanted);
}

/** It is unfiled where it names no topic and lies in no folder: nothing is taken out of a list that would leave it elsewhere. */
function withoutTopics(open: OpenText, gone: ReadonlySet<string>): Refiled {
  const own = ownTopics(open.note);
  if (own.some((id) => !gone.has(id))) return left("it is in other topics as well, and unfiled are notes without any.");
  if (open.note.path.includes("/")) return left("without a topic of its own it is filed by the folder it lies in.");
  return firstRight(open, [removed(open, gone)], []);
}

/** The topics that a note itself names. */
const ownTopics = (note: Note): readonly string[] => note.topics.flatMap(({ id, range }) => (range === undefined ? [] : [id]));

interface TopicList {
  readonly field: "topics" | "tags";
  readonly items: readonly Written[];
}

/** The list that gives a note its topics, or would. */
function listOf({ note, text }: OpenText): TopicList {
  const front = parseFrontMatter(text);
  const named = front.list("topics");
  return named.length > 0 || ownTopics(note).length === 0
    ? { field: "topics", items: named }
    : { field: "tags", items: front.list("tags") };
}

function withTopics(open: OpenText, paths: readonly string[]): Refiled {
  const items = paths.map((path) => ({ value: path }));
  const texts = additions(open.text, listOf(open).field, items).map((change) => changed(open.text, [change]));
  return firstRight(open, texts, [...ownTopics(open.note), ...paths.map(topicId)]);
}

/** The text with another path where the first of the leaving items stands, as that is written and in double quotes; others of them go. */
function forms(text: string, { items, field }: TopicList, gone: ReadonlySet<string>, to: string): readonly string[] {
  const leaving = items.filter((it) => gone.has(topicId(it.text)));
  const [first] = leaving;
  if (!first) return [];
  // From the end to the start: what stands before keeps its place.
  const others = withoutItems(text, field, items, (it) => it !== first && leaving.includes(it));
  const source = text.slice(first.range.start, first.range.end);
  const quote = /^["']/.exec(source)?.[0] ?? "";
  const written = source.slice(quote.length, source.length - quote.length).split("/");
  const kept = sharedSegments(topicId(first.text), topicId(to));
  const path = [...written.slice(0, kept), ...to.trim().split("/").slice(kept)].join("/");
  return [quote + path + quote, JSON.stringify(path), JSON.stringify(to.trim())].map(
    (it) => others.slice(0, first.range.start) + it + others.slice(first.range.end),
  );
}

function removed(open: OpenText, gone: ReadonlySet<string>): string {
  const { field, items } = listOf(open);
  return withoutItems(open.text, field, items, (it) => gone.has(topicId(it.text)));
}

function withoutItems(text: string, field: string, items: readonly Written[], isLeaving: (item: Written) => boolean): string {
  const at = items.map(isLeaving).lastIndexOf(true);
  const item = items[at];
  if (!item) return text;
  const lineStart = text.lastIndexOf("\n", item.range.start - 1) + 1;
  const isAlone = new RegExp(`^${field}[ \\t]*:[ \\t]+$`).test(text.slice(lineStart, item.range.start));
  const change = isAlone ? { range: item.range, text: "[]" } : removal(text, items, at);
  return change ? withoutItems(changed(text, [change]), field, items.slice(0, at), isLeaving) : text;
}

/** The change to the first text in which the note has the wanted topics of its own and is otherwise what it was. */
function firstRight({ note, text, reread }: OpenText, texts: readonly string[], wanted: readonly string[]): Refiled {
  const body = text.slice(bodyStartOf(text));
  for (const now of texts) {
    const after = reread(now);
    const isRight = JSON.stringify(ownTopics(after)) === JSON.stringify(wanted) && now.endsWith(body) && !isMalformed(after);
    if (isRight && isSameButFor(note, after, new Map(), "topics")) return { kind: "changed", change: difference(text, now) };
  }
  return left("its list of topics could not be written anew.");
}

/** The one change that makes one text another; it cuts no line break in two. */
function difference(text: string, now: string): TextChange {
  const most = Math.min(text.length, now.length);
  let start = 0;
  while (start < most && text[start] === now[start]) start++;
  if (text[start - 1] === "\r") start--;
  let same = 0;
  while (same < most - start && text[text.length - 1 - same] === now[now.length - 1 - same]) same++;
  if (text[text.length - same] === "\n" && text[text.length - same - 1] === "\r") same--;
  return { range: { start, end: text.length - same }, text: now.slice(start, now.length - same) };
}
