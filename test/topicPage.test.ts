// What a topic page makes of what it is told: filtering, sorting, words; and which of its messages the extension takes.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type FromPage, fromPage } from "../client/topicPage/messages";
import { initialState, notesShown, notesSorted, type PageState, papersSorted, sorted, told } from "../client/topicPage/page/state";
import { day, matcher, siteOf } from "../client/topicPage/page/words";
import type { NoteCard, PaperCard, TopicPage } from "../server/protocol";

const card = (title: string, more: Partial<NoteCard> = {}): NoteCard => ({
  ...{ uri: title, title, summary: "", topics: [], sourceCount: 0, incoming: 0, problems: 0, modified: 0 },
  ...more,
});
const paper = (title: string, more: Partial<PaperCard> = {}): PaperCard => ({ id: title, title, authors: [], notes: [], ...more });

const topic: TopicPage = {
  ...{ id: "rl", label: "RL", noteCount: 3, sourceCount: 3, parents: [], children: [] },
  notes: [
    card("Can it scale?", { sourceCount: 1, incoming: 5, modified: 30 }),
    card("Does depth help?", { summary: "Café au lait", sourceCount: 3, modified: 10 }),
    card("Will 10 do?", { sourceCount: 3, incoming: 1, modified: 20 }),
  ],
  papers: [
    paper("Attention", { authors: ["Ashish Vaswani"], year: 2017, notes: ["a", "b"] }),
    paper("Depth", { year: 2025, notes: ["a"] }),
    paper("Zero"),
  ],
};
const shown = (change: Partial<PageState> = {}): PageState => ({
  ...told(initialState, { kind: "topic", shown: { topic, labels: {} }, view: "cards" }),
  ...change,
});
const titles = (all: readonly { readonly title: string }[]) => all.map(({ title }) => title);

describe("a topic page", () => {
  it("shows the notes that have all typed words in question or summary, whatever their order, case and accents", () => {
    assert.deepEqual(titles(notesShown(shown({ filter: "help DEPTH" }))), ["Does depth help?"]);
    assert.deepEqual(titles(notesShown(shown({ filter: "cafe" }))), ["Does depth help?"]);
    assert.deepEqual(titles(notesShown(shown({ filter: "depth scale" }))), []);
    assert.equal(notesShown(shown({ filter: "  " })).length, 3);
  });

  it("sorts numbers from the greatest and titles from A, and turns round what is chosen again", () => {
    const by = (...chosen: readonly ("question" | "sources" | "incoming" | "changed")[]) =>
      titles(notesSorted(shown({ list: chosen.reduce(sorted<"question" | "sources" | "incoming" | "changed">, initialState.list) })));
    assert.deepEqual(by("sources"), ["Does depth help?", "Will 10 do?", "Can it scale?"]);
    assert.deepEqual(by("incoming"), ["Can it scale?", "Will 10 do?", "Does depth help?"]);
    assert.deepEqual(by("changed", "changed"), ["Does depth help?", "Will 10 do?", "Can it scale?"]);
    assert.deepEqual(by("question"), ["Will 10 do?", "Does depth help?", "Can it scale?"]);
  });

  it("finds papers by title, author or year, and sorts them", () => {
    const papers = (change: Partial<PageState>) => titles(papersSorted(shown(change)));
    assert.deepEqual(papers({ filter: "vaswani 2017" }), ["Attention"]);
    assert.deepEqual(papers({ papers: { by: "year", isTurned: false } }), ["Depth", "Attention", "Zero"]);
    assert.deepEqual(papers({ papers: { by: "cited", isTurned: true } }), ["Zero", "Depth", "Attention"]);
  });

  it("takes in single notes that changed, and keeps what is explored when the topic is told anew", () => {
    const changed = told(shown(), { kind: "cards", cards: [card("Can it scale?", { summary: "Now it does." })] });
    assert.equal(notesShown(changed)[0]?.summary, "Now it does.");
    const explored = {
      ...shown(),
      trails: new Map([["a", ["a", "b"]]]),
      related: new Map([
        ["a", []],
        ["b", []],
        ["c", []],
      ] as const),
    };
    const anew = told(explored, { kind: "topic", shown: { topic, labels: {} }, view: "list" });
    assert.deepEqual([...anew.related.keys()], ["a", "b"]);
  });

  it("says what is the matter where there is nothing to show", () => {
    assert.equal(told(shown(), { kind: "gone", id: "rl" }).status, "gone");
    assert.equal(told(initialState, { kind: "failed", what: "topic" }).status, "failed");
    assert.equal(told(shown(), { kind: "failed", what: "graph" }).graph, "failed");
    assert.equal(told(shown(), { kind: "failedRelated", uri: "a" }).related.get("a"), "failed");
  });
});

describe("the words of a page", () => {
  it("tell days and sites, and look for nothing where nothing was typed", () => {
    assert.equal(day(Date.UTC(2026, 1, 23, 12)), "February 23, 2026");
    assert.deepEqual([siteOf("https://www.arxiv.org/abs/1"), siteOf("no address")], ["arxiv.org", "no address"]);
    assert.equal(matcher(" "), undefined);
  });
});

describe("the messages of a page", () => {
  const good: readonly FromPage[] = [
    { kind: "ready" },
    { kind: "show", view: "papers" },
    { kind: "open", uri: "file:///a.md", where: "beside" },
    { kind: "read", uri: "file:///a.md" },
    { kind: "explore", uri: "file:///a.md" },
    { kind: "topic", id: "rl" },
  ];
  for (const message of good)
    it(`take ${JSON.stringify(message)}, without what does not belong to it`, () =>
      assert.deepEqual(fromPage({ ...message, command: "workbench.action.quit" }), message));
  const bad = [
    null,
    "ready",
    {},
    { kind: "command", command: "x" },
    { kind: "show", view: "all" },
    { kind: "open", uri: "file:///a.md" },
    { kind: "open", uri: ["a"], where: "here" },
    { kind: "topic", id: 1 },
  ];
  for (const message of bad) it(`do not take ${JSON.stringify(message)}`, () => assert.equal(fromPage(message), undefined));
});
