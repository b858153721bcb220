// An index built anew from what another was given, and where the two answer differently: what an index has come to by changes must not depend on them.
import type { Note } from "../core/note";
import { type Key, nameIn, offersOf, pathIn, seeksOf } from "./keys";
import { wordsOf } from "./titleWords";
import { VaultIndex } from "./vaultIndex";

/** Puts in what another index holds, in the order of the addresses, in small steps. `noteNow`: what a note is when its text is read anew. */
export function* rebuilding(index: VaultIndex, noteNow = (note: Note) => note): Generator<void, VaultIndex> {
  const fresh = new VaultIndex();
  for (const { uri, files, ...kind } of index.folders) {
    fresh.addFolder(uri, kind);
    for (const path of [...files.all()].sort()) fresh.addFile(uri, path);
  }
  for (const note of inOrder(index.notes())) {
    fresh.add(noteNow(note));
    yield;
  }
  for (const bibliography of inOrder(index.papers.bibliographies())) fresh.addBibliography(bibliography);
  return fresh;
}

const inOrder = <T extends { readonly uri: string }>(all: Iterable<T>): readonly T[] => [...all].sort((a, b) => (a.uri < b.uri ? -1 : 1));

/** What an index answers, by what it is asked: `key t:why`, `topic rl`. The order in which things came makes no difference to it. */
export type Answers = ReadonlyMap<string, string>;

/** All answers of an index, in small steps. `keys`: those to ask for besides those of its notes, which only a mistake could have left. */
export function* answersOf(index: VaultIndex, keys: Iterable<Key> = []): Generator<void, Answers> {
  const answers = new Map<string, string>([["notes", `${index.size}`]]);
  const asked = new Set<Key>(keys);
  const words = new Set<string>();
  for (const note of index.notes()) {
    for (const key of [...offersOf(note), ...seeksOf(note)]) asked.add(key);
    for (const { text } of [note.title, ...note.aliases]) for (const word of wordsOf(text)) words.add(word);
    yield;
  }
  for (const { uri, files } of index.folders) {
    const paths = [...files.all()].sort();
    for (const path of paths) asked.add(pathIn(path)).add(nameIn(path.slice(path.lastIndexOf("/") + 1)));
    answers.set(`files ${uri}`, paths.join(" "));
  }
  for (const key of [...asked].sort()) {
    answers.set(`key ${key}`, `held by ${uris(index.holders(key))}; sought by ${uris(index.seekers(key))}`);
    yield;
  }
  for (const id of [...index.topicIds()].sort()) answers.set(`topic ${id}`, uris(index.inTopic(id)));
  for (const paper of [...new Set(index.papers.cited())].sort())
    answers.set(`paper ${paper}`, `${index.papers.canonical(paper)} ${uris(index.papers.citing(paper))}`);
  for (const word of [...words].sort()) {
    const { words: alike } = index.titleWords.beginningWith(word.slice(0, 2));
    answers.set(`word ${word}`, `${uris(index.titleWords.withWord(word))}; begins like ${[...alike].sort().join(" ")}`);
    yield;
  }
  return answers;
}

const uris = (notes: Iterable<Note>) =>
  inOrder(notes)
    .map(({ uri }) => uri)
    .join(" ");

/** What two indexes answer differently. */
export function differing(answers: Answers, others: Answers): readonly string[] {
  return [...new Set([...answers.keys(), ...others.keys()])].filter((asked) => answers.get(asked) !== others.get(asked));
}
