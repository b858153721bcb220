// Notes that go under another topic: the list of topics as each of them writes it, and not a byte else.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { topicId } from "../server/core/key";
import type { NoteUri } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { type Refiling, refiled } from "../server/features/refile";
import { changed } from "../server/features/rename/plan";
import { anyNoteText } from "./anyNote";

interface Place {
  readonly path?: string;
  readonly topicsFromTags?: boolean;
}

function openText(text: string, { path = "note.md", topicsFromTags = false }: Place = {}) {
  const about = { uri: `memory:///vault/${path}` as NoteUri, folder: "memory:///vault" as NoteUri, path, modified: 0 };
  const reread = (it: string) => parseNote(about, it, { topicsFromTags });
  return { note: reread(text), text, reread };
}

/** The text afterwards, or in a word or sentence why it is as it was. */
function refiledText(text: string, to: string, how: Refiling, place?: Place): string {
  const done = refiled(openText(text, place), to, how);
  return done.kind === "changed" ? changed(text, [done.change]) : done.kind === "left" ? done.why : done.kind;
}

const from = (...leaves: string[]): Refiling => ({ kind: "move", leaves });
const add: Refiling = { kind: "add" };
const front = (...lines: string[]) => ["---", ...lines, "---", "# Why?", ""].join("\n");

/** The front matter without its dashes, before and after: in what the two differ is all that differs. */
function check(name: string, how: Refiling, to: string, before: readonly string[], after: readonly string[] | string, place?: Place): void {
  it(name, () => {
    const wanted = typeof after === "string" ? after : front(...after);
    assert.equal(refiledText(front(...before), to, how, place), wanted);
    if (typeof after !== "string") {
      const windows = (lines: readonly string[]) => front(...lines).replaceAll("\n", "\r\n");
      assert.equal(refiledText(windows(before), to, how, place), windows(after), "with the line ends of Windows");
    }
  });
}

describe("a note that moves to another topic", () => {
  check("in a list in brackets", from("a"), "b", ["topics: [a, x]", "tags: [a]"], ["topics: [b, x]", "tags: [a]"]);
  check(
    "in a list of lines, its comments kept",
    from("a"),
    "b",
    ["topics:", "  # main", "  - a # why", "  - x"],
    [...["topics:", "  # main", "  - b # why", "  - x"]],
  );
  check("as the only text", from("a"), "b", ["topics: a", "title: Why?"], ["topics: b", "title: Why?"]);
  check("in quotes", from("a"), "b", [`topics: ["a", 'x']`], [`topics: ["b", 'x']`]);
  check("in quotes of either kind", from("a"), "it's: b", ["topics: ['a', x]"], [`topics: ["it's: b", x]`]);
  check("where the name needs quotes", from("a"), "b: c, d", ["topics: [a]"], [`topics: ["b: c, d"]`]);
  check(
    "written with capitals and blanks",
    from("reinforcement-learning"),
    "b",
    ["topics: [Reinforcement Learning, x]"],
    ["topics: [b, x]"],
  );
  check(
    "inside a topic, the path around it as it was written",
    from("machine-learning/rl-systems"),
    "machine-learning/theory",
    ["topics: [Machine Learning/RL Systems]"],
    ["topics: [Machine Learning/theory]"],
  );
  check("to the topic above it", from("a/b"), "a", ["topics: [a/b, x]"], ["topics: [a, x]"]);
  check("named twice in two spellings", from("a-b"), "c", ["topics: [A b, x, a-b]"], ["topics: [c, x]"]);
  check("where it is in the other as well", from("a"), "b", ["topics: [x, b, a]"], ["topics: [x, b]"]);
  check(
    "where it is in the other as well, on lines",
    from("a"),
    "b",
    ["topics:", "- a", "- b", "summary: S"],
    [...["topics:", "- b", "summary: S"]],
  );
  check("out of several at once", from("a", "c"), "b", ["topics: [a, x, c]"], ["topics: [b, x]"]);
  check("out of the only one it has, unsaid", from(), "b", ["topics: [a]"], ["topics: [b]"]);
  check(
    "out of one of several, unsaid, is doubtful",
    from(),
    "b",
    ["topics: [a, c]"],
    "it is under several topics. Say which one it is to leave.",
  );
  check("to the topic it is in", from("a"), "A", ["topics: [a]"], "there");
  check("from where it is no more", from("z"), "b", ["topics: [a]"], "it is in another topic by now.");
  check("from Unfiled", from("unfiled"), "b", ["title: Why?"], ["title: Why?", `topics: ["b"]`]);
  check("from Unfiled, its field empty", from("unfiled"), "b", ["topics:", "title: Why?"], [`topics: ["b"]`, "title: Why?"]);
  check("from Unfiled, its list empty", from("unfiled"), "b", ["topics: []"], [`topics: ["b"]`]);
  check("from the topic of its folder", from("rl"), "b", ["title: Why?"], ["title: Why?", `topics: ["b"]`], { path: "RL/n.md" });
  check("to Unfiled", from("a"), "unfiled", ["topics: [a]"], ["topics: []"]);
  check("to Unfiled, from a list of lines", from("a"), "unfiled", ["topics:", "  - a", "x: y"], ["topics:", "x: y"]);
  check("to Unfiled, from one text", from("a"), "unfiled", ["topics: a"], ["topics: []"]);
  check(
    "to Unfiled with another topic",
    from("a"),
    "unfiled",
    ["topics: [a, b]"],
    "it is in other topics as well, and unfiled are notes without any.",
  );
  check(
    "to Unfiled in a folder",
    from("a"),
    "unfiled",
    ["topics: [a]"],
    "without a topic of its own it is filed by the folder it lies in.",
    {
      path: "rl/n.md",
    },
  );
  check("by its tags", from("a"), "b", ["tags: [a, x]"], ["tags: [b, x]"], { topicsFromTags: true });
  check(
    "in a list over several lines",
    from("x"),
    "b",
    ["topics: [", "  a,", "  x,", "  c", "]"],
    ["topics: [", "  a,", "  b,", "  c", "]"],
  );

  it("without front matter gets some", () => {
    assert.equal(refiledText("# Why?\n", "b", from("unfiled")), `---\ntopics: ["b"]\n---\n\n# Why?\n`);
    assert.equal(refiledText("", "b", from("unfiled")), `---\ntopics: ["b"]\n---\n`);
  });

  it("stays as it is where its front matter cannot be read, or where it describes a topic", () => {
    const broken = "its front matter is no valid YAML. Mend it first.";
    assert.equal(refiledText("---\ntopics: [a\ntitle: x\n---\n", "b", from("a")), broken);
    assert.equal(refiledText(front("type: topic", "topics: [a]"), "b", from("a")), "it describes a topic and is filed under no other.");
    const awkward = "its list of topics could not be written anew.";
    assert.equal(refiledText(front("topics: {a: b}"), "b", from("unfiled")), awkward);
    assert.equal(refiledText("---\nno mapping\n---\n", "b", from("unfiled")), awkward);
  });
});

describe("a note that gets one topic more", () => {
  check("in brackets", add, "b", ["topics: [a] # c"], ["topics: [a, b] # c"]);
  check("on lines", add, "b", ["topics:", "  - a", "x: y"], ["topics:", "  - a", "  - b", "x: y"]);
  check("beside one text", add, "b", ["topics: a"], ["topics: [a, b]"]);
  check("in quotes", add, "b c", [`topics: ['a']`], [`topics: ['a', 'b c']`]);
  check("where it has none", add, "b", ["title: Why?"], ["title: Why?", `topics: ["b"]`]);
  check("beside that of its folder, which is named then", add, "b", ["title: Why?"], ["title: Why?", `topics: ["rl", "b"]`], {
    path: "RL/n.md",
  });
  check("beside its tags", add, "b", ["tags: [a]"], ["tags: [a, b]"], { topicsFromTags: true });
  check("it is in", add, "Big B", ["topics: [big-b]"], "there");
  check("its folder puts it in", add, "rl", ["title: Why?"], "there", { path: "RL/n.md" });
  check("that is none", add, "unfiled", ["topics: [a]"], "a note is unfiled by naming no topic. It can be moved there.");
});

describe("any note that is filed elsewhere", () => {
  const topic = fc.constantFrom("a", "B c", "a/b", "x: y", "it's", "unfiled", "#t", "- z", "a, b");
  const written = fc.array(fc.constantFrom("a", "B c", "b-c", "a/b", '"x: y"', "'it''s'", "a # c", "null", "{a: b}", "&x a", ""), {
    maxLength: 4,
  });
  const inFront = fc
    .tuple(written, fc.constantFrom("flow", "lines", "one"), anyNoteText, fc.constantFrom("\n", "\r\n"))
    .map(([items, form, rest, end]) => {
      const list =
        form === "flow"
          ? [`topics: [${items.join(", ")}]`]
          : form === "lines"
            ? ["topics:", ...items.map((it) => `  - ${it}`)]
            : [`topics: ${items[0] ?? ""}`];
      return ["---", "title: T", ...list, "summary: S", "---", rest].join(end);
    });
  const anyText = fc.oneof(inFront, anyNoteText);

  it("has the wanted topics afterwards, every other one stays, and all else is as it was, byte by byte", () => {
    let done = 0;
    const tried = (text: string, to: string, isMove: boolean) => {
      const open = openText(text);
      const own = open.note.topics.filter(({ range }) => range).map(({ id }) => id);
      const leaves = open.note.topics.slice(0, 1).map(({ id }) => id);
      const result = refiled(open, to, isMove ? from(...leaves) : add);
      if (result.kind !== "changed") return;
      done++;
      const now = changed(text, [result.change]);
      const after = openText(now).note;
      const goal = topicId(to);
      const kept = own.filter((id) => !isMove || !leaves.includes(id));
      assert.deepEqual(new Set(after.topics.map(({ id }) => id)), new Set([...kept, goal]));
      const lines = (it: string) => it.split("\n").filter((line) => !/^(topics:|[ \t]*- |---\r?$|\ufeff?---\r?$)/.test(line));
      const left = lines(text).filter((line) => line.trim() !== "");
      assert.deepEqual(
        lines(now)
          .filter((line) => line.trim() !== "")
          .join("\n"),
        left.join("\n"),
      );
      assert.equal(after.title.text, open.note.title.text);
    };
    fc.assert(fc.property(anyText, topic, fc.boolean(), tried), { numRuns: 2000, seed: 8 });
    assert.ok(done > 500, `${done} were filed elsewhere`);
  }).timeout(60_000);
});
