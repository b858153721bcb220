// Topics and questions for the item being typed in the front matter.
import { folderOf, topicId } from "../core/key";
import type { Note } from "../core/note";
import { counted } from "../core/order";
import { unfiled } from "../core/parseNote";
import { wordsOf } from "../index/titleWords";
import type { Vault } from "../index/vault";
import { type Candidate, type LinkOptions, mostCandidates, namedNotes, noteCandidate } from "./completion";
import { linkText } from "./links";
import { matchesOf, scoreOfName } from "./matching";
import { labelAlone } from "./topics";
import type { TypedItem } from "./typedItem";
import { itemText } from "./yamlText";

/** What may stand at the item: ids of topics, or links to questions. */
export function itemCandidates(vault: Vault, from: Note, typed: TypedItem, options: LinkOptions): readonly Candidate[] {
  switch (typed.field) {
    case "topics":
      return topicCandidates(vault, from, typed);
    case "related":
      return namedNotes(vault, from, typed.query, options).flatMap((match) => {
        const link = linkText(vault, from, match.note, options.style === "markdown" ? "title" : options.style);
        const place = { text: itemText(link, typed.quote), range: typed.range, filterText: `${typed.query} ${match.name}` };
        return link.startsWith("[[") ? [{ ...noteCandidate(vault, match), ...place }] : [];
      });
  }
}

/**
 * The topics of other notes and those they lie in, by words of their ids or of the topic note's title; of equals those of most notes first.
 * Labels are looked up for what is shown alone: that goes through the notes of a topic.
 */
function topicCandidates(vault: Vault, from: Note, typed: TypedItem): readonly Candidate[] {
  const words = wordsOf(typed.query);
  const here = topicId(typed.whole);
  const listed = new Set(from.topics.filter(({ id, range }) => range !== undefined && id !== here).map(({ id }) => id));
  const labelled = words.length === 0 ? new Map<string, number>() : byLabel(vault, words);
  const rows = [...idsOfOthers(vault, from)].flatMap((id) => {
    const score = listed.has(id) ? undefined : scoreOfTopic(id, words, labelled);
    return score === undefined ? [] : [{ id, score, count: vault.inTopic(id).size }];
  });
  const best = rows.sort((a, b) => b.score - a.score || b.count - a.count || (a.id < b.id ? -1 : 1));
  return best.slice(0, mostCandidates).map(({ id, count }) => {
    const path = pathTo(id)
      .map((it) => labelAlone(vault, it))
      .join(" › ");
    return {
      ...{ kind: "topic", label: id, aside: path, detail: counted(count, "note"), summary: "" },
      ...{ text: itemText(id, typed.quote), range: typed.range, filterText: `${typed.query} ${id} ${path}` },
    };
  });
}

/** The topics whose topic notes are titled so. */
function byLabel(vault: Vault, words: readonly string[]): ReadonlyMap<string, number> {
  const described = matchesOf(vault, words, { slips: "not forgiven" }).filter(({ note }) => note.kind === "topic");
  return new Map(described.flatMap(({ note, score }) => note.topics.map(({ id }) => [id, score] as const)));
}

/** A topic is meant by its own words, by its label, or less by that of a topic it lies in. */
function scoreOfTopic(id: string, words: readonly string[], labelled: ReadonlyMap<string, number>): number | undefined {
  if (words.length === 0) return 0;
  // Most ids are passed over by a look at their letters.
  const own = words.every((word) => id.includes(word)) ? scoreOfName(id, words) : undefined;
  const label = labelled.get(id);
  if (own !== undefined || label !== undefined) return Math.max(own ?? 0, label ?? 0);
  return labelled.size > 0 && pathTo(folderOf(id)).some((it) => labelled.has(it)) ? 0 : undefined;
}

/** What is being typed is a topic of this note already, and of no other. */
function idsOfOthers(vault: Vault, from: Note): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const id of vault.topicIds()) {
    const [only, another] = vault.inTopic(id);
    if (id !== unfiled && (another || only?.uri !== from.uri)) for (const it of pathTo(id)) ids.add(it);
  }
  return ids;
}

/** A topic behind those it lies in, outermost first. */
const pathTo = (id: string): readonly string[] => (id === "" ? [] : [...pathTo(folderOf(id)), id]);
