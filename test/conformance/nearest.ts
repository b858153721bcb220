// Which of several notes a wiki target means, what is a doubt, and whose folder is asked first.
import { hit, nearMiss, type Rule } from "./rule";

const file = "server/index/resolve.ts";
const from = "format of notes: resolution of a wiki target, within a step";

export const nearest: readonly Rule[] = [
  {
    name: "own-folder",
    says: "A note in the link's own folder goes before all others.",
    from: `${from}; Obsidian, as measured`,
    off: { file, find: "(own.length > 0 ? own : candidates)", replace: "candidates" },
    cases: [
      hit(
        "by name and by title",
        "//- /s/t/a.md\n[[b]] [[c]]\n//- /b.md\n# 1?\n//- /s/t/b.md\n# 2?\n//- /c1.md\n# C\n//- /s/t/c2.md\n# C",
        "[[b]] -> stem s/t/b.md",
        "[[c]] -> title s/t/c2.md",
      ),
      nearMiss(
        "a folder above is no nearer than others",
        "//- /s/t/a.md\n[[b]]\n  ^ ambiguous-reference\n//- /r/b.md\n# 1?\n//- /s/b.md\n# 2?",
      ),
    ],
  },
  {
    name: "shortest-path",
    says: "Of equal file names the shortest path is meant.",
    from: `${from}; Obsidian, as measured`,
    off: { file, find: "a.path.length - b.path.length || byPlace(a, b);\n\n/** Of one", replace: "byPlace(a, b);\n\n/** Of one" },
    cases: [
      hit(
        "fewer folders",
        "//- /s/a.md\n[[b]] [[c]]\n//- /a/x/b.md\n# 1?\n//- /z/b.md\n# 2?\n//- /a/c.md\n# 3?\n//- /c.md\n# 4?",
        "[[b]] -> stem z/b.md",
        "[[c]] -> stem c.md",
      ),
      nearMiss("a title is not a path", "//- /s/a.md\n[[b]]\n//- /z/b.md\n# 1?\n//- /y/x/c.md\n# B", "[[b]] -> title y/x/c.md"),
    ],
  },
  {
    name: "equal-names",
    says: "Equal file names that are equally far are a doubt, and the problem names both.",
    from: `${from}; ambiguous-reference`,
    off: { file, find: "tied: (best, other) => depthOf(other.path) <= depthOf(best.path)", replace: "tied: () => false" },
    cases: [
      hit(
        "in two other folders",
        "//- /s/a.md\n[[b]] [[b#Setup]]\n  ^ ambiguous-reference warning: “b” could be any of 2 notes; x/b.md is used.\n        ^^^^^^^ ambiguous-reference\n//- /x/b.md\n## Setup\n//- /y/b.md\n## Setup",
      ),
      nearMiss(
        "one of them lies deeper, or next to the link, or the folder is named",
        "//- /s/a.md\n[[b]] [[c]] [[x/d]]\n//- /x/b.md\n//- /x/y/b.md\n//- /s/c.md\n//- /x/c.md\n//- /x/d.md\n//- /y/d.md",
      ),
    ],
  },
  {
    name: "equal-titles",
    says: "Equal titles are a doubt, wherever their notes lie.",
    from: `${from}; ambiguous-reference`,
    off: { file, find: "tied: (best, other) => !bearsName(best) || bearsName(other),", replace: "tied: () => false," },
    cases: [
      hit(
        "two headings of one text",
        "//- /a.md\n[[T?]]\n  ^^ ambiguous-reference warning: “T?” could be any of 2 notes; x/b.md is used.\n//- /x/b.md\n# T?\n^^^^ duplicate-title\n//- /x/y/c.md\n# T?\n^^^^ duplicate-title",
      ),
      nearMiss(
        "one of the notes lies next to the link",
        "//- /s/a.md\n[[T?]]\n//- /x/b.md\n# T?\n//- /s/c.md\n# T?",
        "[[T?]] -> title s/c.md",
      ),
      nearMiss(
        "only one of the files bears the name",
        "//- /s/a.md\n[[plan]]\n//- /x/b.md\n# Plan\n//- /x/y/plan.md\n# Plan",
        "[[plan]] -> title x/y/plan.md",
      ),
    ],
  },
  {
    name: "doubt-count",
    says: "A doubt is told once for each link and says how many notes answer.",
    from: "format of notes: ambiguous-reference",
    off: {
      file: "server/features/diagnostics.ts",
      find: `could be any of \${rivals.length + 1} notes`,
      replace: `could be any of \${rivals.length} notes`,
    },
    cases: [
      hit(
        "three notes",
        "//- /a.md\n[[b]]\n  ^ ambiguous-reference warning: “b” could be any of 3 notes; x/b.md is used.\n//- /x/b.md\n//- /y/b.md\n//- /z/b.md",
      ),
      nearMiss("an explicit path", "//- /a.md\n[[./x/b]]\n//- /x/b.md\n//- /y/b.md\n//- /z/b.md"),
    ],
  },
  {
    name: "other-folders",
    says: "What the link's workspace folder does not hold is sought in the others.",
    from: `${from}, several workspace folders`,
    off: { file, find: "[...(own ? [own] : []), ...others]", replace: "(own ? [own] : [])" },
    cases: [
      hit(
        "a title and a name",
        "//- one:/a.md\n[[T?]] [[b]]\n//- two:/b.md\n# T?",
        "[[T?]] -> title memory:///two/b.md",
        "[[b]] -> stem memory:///two/b.md",
      ),
      nearMiss("a name that neither holds", "//- one:/a.md\n[[Lost]]\n  ^^^^ broken-reference\n//- two:/b.md\n# T?"),
    ],
  },
  {
    name: "own-workspace-first",
    says: "The link's own workspace folder goes through all steps before another is asked.",
    from: `${from}, several workspace folders`,
    off: { file, find: "[...(own ? [own] : []), ...others]", replace: "[...others, ...(own ? [own] : [])]" },
    cases: [
      hit(
        "its file name before another's title",
        "//- one:/a.md\n[[T]]\n//- one:/x/t.md\n# Whatever?\n//- two:/b.md\n# T",
        "[[T]] -> stem memory:///one/x/t.md",
      ),
      nearMiss("and no doubt arises from it", "//- one:/a.md\n[[b]]\n//- one:/x/b.md\n# 1?\n//- two:/x/b.md\n# 2?"),
    ],
  },
];
