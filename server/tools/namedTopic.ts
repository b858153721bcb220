// Finds the topic that the caller of a tool names.
import { distance } from "../features/closest";
import { allTopics, type Topic, topicNamed } from "../features/topics";
import type { Vault } from "../index/vault";
import { text, Unanswerable } from "./shape";

/** The argument that names a topic. */
export const topicArgument = (what: string) =>
  text(`${what}: its id, such as reinforcement-learning/systems, or its label. The tool \`topic\` lists all of them.`);

/** The topic of an id or label. Throws Unanswerable where there is none, naming some that come close. */
export function namedTopic(vault: Vault, name: string): Topic {
  const topic = topicNamed(vault, name);
  if (topic) return topic;
  const close = closeTopics(vault, name);
  const named = close.map(({ id, label }) => `${label} (${id})`).join(", ");
  const hint = close.length === 0 ? "The tool `topic` lists all there are." : `There ${close.length === 1 ? "is" : "are"} ${named}.`;
  throw new Unanswerable(`There is no topic “${name}” in the vault. ${hint}`);
}

const mostClose = 8;
/** As a share of the longer text. */
const mostEdits = 0.4;

/** Topics with a word of the name in their id or label, or that differ from it in a few letters; else those at the top. */
function closeTopics(vault: Vault, name: string): readonly Topic[] {
  const wanted = name.toLowerCase();
  const words = wanted.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
  const isClose = ({ id, label }: Topic) =>
    words.some((word) => `${id} ${label.toLowerCase()}`.includes(word)) ||
    [id.slice(id.lastIndexOf("/") + 1), label.toLowerCase()].some(
      (it) => distance(it, wanted, Math.floor(Math.max(it.length, wanted.length) * mostEdits)) !== undefined,
    );
  const all = allTopics(vault);
  const close = all.filter(isClose);
  return (close.length > 0 ? close : all.filter(({ id }) => !id.includes("/"))).slice(0, mostClose);
}
