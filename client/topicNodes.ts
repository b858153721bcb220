// The tree of topics as the client walks through it.
import type { TopicNode } from "../server/protocol";

/** The topic of notes that name none. */
export const unfiled = "unfiled";

/** A topic and all below it. */
export const withBelow = (topic: TopicNode): readonly TopicNode[] => [topic, ...topic.children.flatMap(withBelow)];
