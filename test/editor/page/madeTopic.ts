// Makes topics of any size to show, always the same for a size, and one whose every text tries to become more than text.
import type { ShownTopic, View } from "../../../client/topicPage/messages";
import type { Graph, NoteCard, PaperCard, RelatedNote } from "../../../server/protocol";
import { madeGraph } from "../graph/madeGraph";

/** What the extension would answer a page. */
export interface Answers {
  readonly shown: ShownTopic;
  readonly graph: Graph;
  /** The same for whatever note is explored. */
  readonly related: readonly RelatedNote[];
  /** The first one. */
  readonly view: View;
}

const summary = "What the papers agree on is little, and where they measure the same the differences are smaller than the noise.";
const changed = Date.UTC(2026, 0, 1);

/** A topic of `size` notes with as many papers and a graph, its first view given. */
export function madeTopic(size: number, view: View = "cards"): Answers {
  const graph = size === 0 ? { groups: [], nodes: [], edges: [] } : madeGraph(size);
  const notes = graph.nodes.map(({ uri, title, group, incoming }, at): NoteCard => {
    const topics = group < 0 ? ["learning"] : [`learning/${graph.groups[group]?.id}`];
    return {
      uri,
      title,
      summary: at % 7 === 6 ? "" : summary,
      topics,
      sourceCount: at % 5,
      incoming,
      problems: at % 11 === 10 ? 1 : 0,
      modified: changed - at * 3_600_000,
    };
  });
  const papers = notes.map(
    ({ uri }, at): PaperCard => ({
      id: `arxiv:2501.${String(at).padStart(5, "0")}`,
      title: `A paper on matter ${at}`,
      authors: ["Ada Lovelace", "Alan Turing", "Emmy Noether"].slice(0, at % 4),
      ...(at % 3 === 2 ? {} : { year: 2026 - (at % 9) }),
      ...(at % 4 === 3 ? {} : { url: `https://arxiv.org/abs/2501.${String(at).padStart(5, "0")}` }),
      notes: [uri, ...notes.slice(at + 1, at + 1 + (at % 3)).map((note) => note.uri)],
    }),
  );
  const children = graph.groups.map(({ id, label }) => ({ id: `learning/${id}`, label, noteCount: 3, sourceCount: 4 }));
  const counts = { noteCount: notes.length, sourceCount: papers.length };
  return {
    shown: {
      topic: {
        id: "learning",
        label: "Learning",
        description: "How machines learn.",
        ...counts,
        parents: [{ id: "all", label: "All" }],
        children,
        notes,
        papers,
      },
      labels: Object.fromEntries([["learning", "Learning"], ...children.map(({ id, label }) => [id, label] as const)]),
    },
    graph,
    related: notes.slice(1, 4).map(
      (card): RelatedNote => ({
        card,
        linked: false,
        score: 0.5,
        reasons: [{ kind: "shared-words", weight: 1, text: "shares “reward”" }],
      }),
    ),
    view,
  };
}

/** What would do harm if it were anything but text; each calls `harm` or asks a stranger. */
export const attacks: readonly string[] = [
  "<img src=x onerror=harm()>",
  "<script>harm()</script>",
  "</script><script>harm()</script><!--",
  '"><svg onload=harm()>',
  "' onmouseover='harm()' x='",
  "{{harm()}} <!--?lit$1$-->",
  "<iframe srcdoc='<script>parent.harm()</script>'></iframe>",
  "<a href=javascript:harm()>x</a><img src=https://stranger.invalid/pixel>",
  "__SHOWN__ $& $` $'",
];

/** A topic in which every text is an attack, and every address one that must not be followed. */
export function hostileTopic(view: View = "cards"): Answers {
  const made = madeTopic(attacks.length, view);
  const urls = [
    "javascript:harm()",
    "JavaScript:harm()",
    "data:text/html,<script>harm()</script>",
    "file:///etc/passwd",
    "vscode://x",
    'https://fine.invalid/"><b>',
  ];
  const attackAt = (at: number) => attacks[at % attacks.length] ?? "";
  const { topic } = made.shown;
  const notes = topic.notes.map((card, at) => ({ ...card, title: attackAt(at), summary: attackAt(at + 1), topics: [attackAt(at + 2)] }));
  const papers = topic.papers.map((paper, at) => {
    return {
      ...paper,
      id: attackAt(at),
      title: attackAt(at),
      authors: [attackAt(at + 1), attackAt(at + 2)],
      url: urls[at % urls.length] ?? "",
    };
  });
  const named = (at: number) => ({ id: attackAt(at), label: attackAt(at) });
  const children = attacks.map((_, at) => ({ ...named(at), noteCount: 1, sourceCount: 1 }));
  return {
    shown: {
      topic: { ...topic, label: attackAt(2), description: attackAt(0), parents: [named(3), named(1)], children, notes, papers },
      labels: Object.fromEntries(attacks.map((it, at) => [it, attackAt(at + 1)])),
    },
    graph: {
      ...made.graph,
      groups: attacks.map((_, at) => named(at)),
      nodes: made.graph.nodes.map((node, at) => ({ ...node, title: attackAt(at), group: at })),
    },
    related: notes.map((card, at) => ({
      card,
      linked: true,
      score: 1,
      reasons: [{ kind: "shared-words", weight: 1, text: attackAt(at + 4) }],
    })),
    view,
  };
}
