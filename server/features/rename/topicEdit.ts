// Gives a topic another path, in every note that names it or a topic below it.
import { topicId } from "../../core/key";
import type { Note, TopicMembership } from "../../core/note";
import type { Vault } from "../../index/vault";
import { type ChangedFile, changed, Refused, readText, type TextChange, type Texts, textEdit, type VaultEdit } from "./plan";

/** `name` is the whole path, such as `learning/reinforcement`; one without `/` gives the last segment another name. */
export async function topicEdit(vault: Vault, texts: Texts, id: string, name: string): Promise<VaultEdit> {
  const above = id.slice(0, id.lastIndexOf("/") + 1);
  const written = name.trim().replace(/^\/+|(?<!\/)\/+$/g, "");
  const path = written.includes("/") ? written : `${above}${written}`;
  const now = topicId(path);
  if (topicId(written) === "") throw new Refused("A topic needs a name.");
  if (now === id) return textEdit([]);
  const ids = [...vault.topicIds()];
  const isThere = ids.some((it) => (it === now || it.startsWith(`${now}/`)) && !isIn(it, id));
  if (isThere) throw new Refused(`There is a topic “${now}” already.`);
  const notes = new Set(ids.filter((it) => isIn(it, id)).flatMap((it) => [...vault.inTopic(it)]));
  const fromFolder = [...notes].find((note) => note.topics.some((topic) => isIn(topic.id, id) && topic.range === undefined));
  if (fromFolder) throw new Refused(`Nothing was changed: ${fromFolder.path} is in this topic by its folder. Rename the folder instead.`);
  const files: ChangedFile[] = [];
  for (const note of notes) files.push(await changesIn(texts, note, id, { id: now, written: path }));
  return textEdit(files);
}

const isIn = (id: string, topic: string) => id === topic || id.startsWith(`${topic}/`);

interface Path {
  readonly id: string;
  readonly written: string;
}

async function changesIn(texts: Texts, indexed: Note, old: string, now: Path): Promise<ChangedFile> {
  const { note, text } = await readText(texts, indexed);
  const depth = old.split("/").length;
  const kept = sharedSegments(old, now.id);
  const wanted = (topic: TopicMembership) => (isIn(topic.id, old) ? now.id + topic.id.slice(old.length) : topic.id);
  for (const quoted of [false, true]) {
    const changes = note.topics.flatMap((topic): readonly TextChange[] => {
      if (!topic.range || !isIn(topic.id, old)) return [];
      const source = text.slice(topic.range.start, topic.range.end);
      const quote = /^["']/.exec(source)?.[0] ?? "";
      const segments = source.slice(quote.length, source.length - quote.length).split("/");
      const path = [...segments.slice(0, kept), ...now.written.split("/").slice(kept), ...segments.slice(depth)].join("/");
      return [{ range: topic.range, text: quoted ? JSON.stringify(path) : quote + path + quote }];
    });
    const after = texts.reread(note, changed(text, changes));
    if (after.topics.length === note.topics.length && note.topics.every((topic, at) => after.topics[at]?.id === wanted(topic)))
      return { file: note, changes };
  }
  throw new Refused(`Nothing was changed: in ${note.path} the topic could not be written anew.`);
}

/** With how many segments both paths begin: those stay as they are written. */
export function sharedSegments(a: string, b: string): number {
  const [mine, its] = [a.split("/"), b.split("/")];
  const first = mine.findIndex((segment, at) => segment !== its[at]);
  return first < 0 ? mine.length : first;
}
