// Asks for a topic of the vault.
import { type QuickPickItem, window } from "vscode";
import type { TopicNode } from "../server/protocol";
import { withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";
import { counted } from "./paperWords";

interface TopicItem extends QuickPickItem {
  readonly topic: TopicNode;
}

/** Asks for a topic, under a title; undefined when somebody left. */
export async function chooseTopic(notes: NotesClient, title: string): Promise<TopicNode | undefined> {
  const all = (nodes: readonly TopicNode[]): readonly TopicNode[] => nodes.flatMap((node) => [node, ...all(node.children)]);
  const items = all(await notes.request("quaestio/topics", {})).map(
    (topic): TopicItem => ({
      label: withoutIcons(topic.label),
      description: withoutIcons(topic.id.includes("/") ? topic.id : ""),
      detail: `${counted(topic.noteCount, "note")} · ${counted(topic.sourceCount, "paper")}`,
      topic,
    }),
  );
  if (items.length === 0) {
    void window.showInformationMessage("There is no topic yet: a note is filed under one by its `topics:`, or by the folder it lies in.");
    return undefined;
  }
  return (await window.showQuickPick(items, { title, placeHolder: "Choose a topic", matchOnDescription: true }))?.topic;
}
