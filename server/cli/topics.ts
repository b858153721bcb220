// `quaestio topics`: the tree of topics with both counts, notes included.
import { counted } from "../core/order";
import { byTitle, notesOf, type Topic, topics } from "../features/topics";
import type { Vault } from "../index/vault";
import { toTopicNode } from "../lsp/toLsp";
import type { TopicNode } from "../protocol";
import { type Command, Misuse, parseArguments } from "./arguments";
import { openVault } from "./openVault";
import { jsonOf, lineOf } from "./plain";
import { storeFor } from "./store";

export const topicsCommand: Command = async (args) => {
  const { values, positionals } = parseArguments(args, { options: { json: { type: "boolean" }, "no-cache": { type: "boolean" } } });
  if (positionals.length > 1) throw new Misuse(`quaestio topics takes one folder, not ${positionals.length}.`);
  const vault = await openVault(positionals[0] ?? ".", [], storeFor(values));
  const { index } = vault;
  const roots = topics(index);
  process.stdout.write(
    values.json ? `${jsonOf(roots.map((topic) => asData(index, topic)))}\n` : roots.map((topic) => asText(index, topic, "")).join(""),
  );
  await vault.keep();
  return 0;
};

/** Notes that name the topic itself; those of its sub-topics stand there. */
const ownNotes = (vault: Vault, { id }: Topic) => [...notesOf(vault, id, "direct")].sort(byTitle);

interface TopicData extends TopicNode {
  readonly notes: readonly { readonly title: string; readonly file: string }[];
  readonly children: readonly TopicData[];
}

/** The tree as the server sends it, with the notes that name each topic. */
function asData(vault: Vault, topic: Topic): TopicData {
  const notes = ownNotes(vault, topic).map(({ title, path }) => ({ title: title.text, file: path }));
  return { ...toTopicNode(topic), notes, children: topic.children.map((child) => asData(vault, child)) };
}

function asText(vault: Vault, topic: Topic, indent: string): string {
  const head = lineOf(`${indent}${topic.label}  (${counted(topic.noteCount, "note")} · ${counted(topic.paperCount, "paper")})`);
  const below = topic.children.map((child) => asText(vault, child, `${indent}  `)).join("");
  return (
    `${head}\n` +
    below +
    ownNotes(vault, topic)
      .map(({ title }) => `${lineOf(`${indent}  - ${title.text}`)}\n`)
      .join("")
  );
}
