// Which topics a note belongs to, and what is counted.
import { type Case, hit, nearMiss, type Rule } from "./rule";

const parseNote = "server/core/parseNote.ts";
const from = "format of notes: topics; counts";

const shown = (it: Case, topics: string): Case => ({ ...it, topics });

export const topics: readonly Rule[] = [
  {
    name: "topic-field",
    says: "`topics:` names the topics of a note as paths; a note may sit in several.",
    from,
    off: { file: parseNote, find: "if (topics.size > 0) return [...topics.values()];", replace: "" },
    cases: [
      shown(
        hit("two paths", "//- /x/a.md\n---\ntopics: [rl/systems, data]\n---"),
        "Data (1/0) data\nRl (1/0) rl\n  Systems (1/0) rl/systems",
      ),
      shown(nearMiss("an empty list leaves the folder", "//- /x/a.md\n---\ntopics: []\n---"), "X (1/0) x"),
    ],
  },
  {
    name: "topic-folder",
    says: "Without `topics:` the folder inside the vault is the topic.",
    from,
    off: { file: parseNote, find: "topicId(folderOf(path)) || unfiled", replace: "unfiled" },
    cases: [
      shown(
        hit("of two levels", "//- /Reward Models/Scaling/a.md"),
        "Reward Models (1/0) reward-models\n  Scaling (1/0) reward-models/scaling",
      ),
      shown(nearMiss("a note that names one", "//- /x/a.md\n---\ntopics: data\n---"), "Data (1/0) data"),
    ],
  },
  {
    name: "unfiled",
    says: "A note at the root that names no topic is “Unfiled”, which comes last.",
    from,
    off: { file: parseNote, find: "topicId(folderOf(path)) || unfiled", replace: "topicId(folderOf(path))" },
    cases: [
      shown(hit("behind a topic of a later letter", "//- /a.md\n//- /x/b.md"), "X (1/0) x\nUnfiled (1/0) unfiled"),
      shown(nearMiss("a note in a folder", "//- /x/b.md"), "X (1/0) x"),
    ],
  },
  {
    name: "topic-spelling",
    says: "Case, blanks and a `#` do not make another topic.",
    from,
    off: {
      file: "server/core/key.ts",
      find: '.map((segment) => fold(segment).trim().replace(/^#/, "").replace(/\\s+/g, "-"))',
      replace: "",
    },
    cases: [
      shown(
        hit(
          "three spellings",
          "//- /a.md\n---\ntopics: Reward Models\n---\n//- /b.md\n---\ntopics: ['#reward-models', 'REWARD models / ']\n---",
        ),
        "Reward Models (2/0) reward-models",
      ),
      shown(
        nearMiss("another word", "//- /a.md\n---\ntopics: [reward-model, rewards]\n---"),
        "Reward Model (1/0) reward-model\nRewards (1/0) rewards",
      ),
    ],
  },
  {
    name: "topic-note",
    says: "A note with `type: topic` describes the topic it names and is not counted as a note.",
    from,
    off: { file: parseNote, find: 'front.text("type")?.text.trim().toLowerCase() === "topic"', replace: "false" },
    cases: [
      shown(
        hit(
          "its title, its summary and its sources",
          "//- /rl.md\n---\ntype: topic\ntitle: RL\nsummary: What learns.\ntopics: rl\nsources: 2505.24298\n---\n//- /rl/a.md",
        ),
        "RL (1/1) rl - What learns.",
      ),
      shown(nearMiss("another type", "//- /rl/b.md\n---\ntype: question\ntitle: What is RL?\n---"), "Rl (1/0) rl"),
    ],
  },
  {
    name: "distinct-notes",
    says: "A topic's notes are the distinct notes in it and below it.",
    from,
    off: { file: "server/features/topics.ts", find: "if (lastGroup[place] === group) continue;", replace: "" },
    cases: [
      shown(
        hit("a note in two topics below", "//- /a.md\n---\ntopics: [rl/x, rl/y]\n---\n//- /rl/b.md"),
        "Rl (2/0) rl\n  X (1/0) rl/x\n  Y (1/0) rl/y",
      ),
      shown(nearMiss("a topic whose name begins alike", "//- /rl/b.md\n//- /rlhf/c.md"), "Rl (1/0) rl\nRlhf (1/0) rlhf"),
    ],
  },
  {
    name: "distinct-papers",
    says: "A topic's papers are the distinct papers of those notes, whatever their spelling.",
    from,
    off: { file: "server/core/citations.ts", find: "return newId[1];", replace: "return newId[0];" },
    cases: [
      shown(
        hit(
          "with and without a version",
          "//- /rl/a.md\n---\nsources: 2505.24298\n---\n//- /rl/x/b.md\n---\nsources: arXiv:2505.24298v2\n---",
        ),
        "Rl (2/1) rl\n  X (1/1) rl/x",
      ),
      shown(nearMiss("one digit between them", "//- /rl/a.md\n---\nsources: [2505.24298, 2505.24299]\n---"), "Rl (1/2) rl"),
    ],
  },
];
