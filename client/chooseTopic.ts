// Asks for a topic of the vault.
import { l10n, type QuickPickItem, window } from "vscode";
import type { TopicNode } from "../server/protocol";
import { notesCounted, papersCounted } from "./counts";
import { withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";
import { withBelow } from "./topicNodes";

interface TopicItem extends QuickPickItem {
  readonly topic: TopicNode;
}

/** Asks for a topic, under a title; undefined when somebody left. */
export async function chooseTopic(notes: NotesClient, title: string): Promise<TopicNode | undefined> {
  const items = (await notes.request("quaestio/topics", {})).flatMap(withBelow).map(
    (topic): TopicItem => ({
      label: withoutIcons(topic.label),
      description: withoutIcons(topic.id.includes("/") ? topic.id : ""),
      detail: `${notesCounted(topic.noteCount)} · ${papersCounted(topic.sourceCount)}`,
      topic,
    }),
  );
  if (items.length === 0) {
    void window.showInformationMessage(
      l10n.t("There is no topic yet: a note is filed under one by its `topics:`, or by the folder it lies in."),
    );
    return undefined;
  }
  return (await window.showQuickPick(items, { title, placeHolder: l10n.t("Choose a topic"), matchOnDescription: true }))?.topic;
}
