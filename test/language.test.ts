// What the client says in words of its own, in English and in a language that somebody has translated it to.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { countOf, linksHereCounted, notesCounted, synthesisNotesCounted } from "../client/counts";
import { ago, english, setTexts } from "../client/language";
import { authorsOf, rowDescription, viewDescription, viewMessage } from "../client/paperWords";
import { cardRows } from "../client/topicPage/page/cards";
import { keyHints } from "../client/topicPage/page/graph/keys";
import { arranging, graphName, noLines, noNotes, noWebGl } from "../client/topicPage/page/graph/sentences";
import { header, toolbar } from "../client/topicPage/page/header";
import { listHeads, listRows } from "../client/topicPage/page/list";
import { paperHeads, paperRows } from "../client/topicPage/page/papers";
import { initialState, type PageState } from "../client/topicPage/page/state";
import { day, noAnswer } from "../client/topicPage/page/words";
import type { NoteCard, RelatedNote } from "../server/protocol";
import { pageOf } from "./previewed";
import { pseudoTexts } from "./pseudo";
import { saidIn } from "./saidIn";

const minute = 60_000;

describe("the words of the client", () => {
  it("count in whole phrases, and write numbers as one does", () => {
    assert.deepEqual([notesCounted(1), notesCounted(0), notesCounted(1200)], ["1 note", "0 notes", "1,200 notes"]);
    assert.deepEqual([linksHereCounted(1), linksHereCounted(2)], ["1 note links here", "2 notes link here"]);
    assert.deepEqual([synthesisNotesCounted(1), countOf(3, 1200)], ["1 synthesis note", "3 of 1,200"]);
  });

  for (const [minutes, words] of [
    [0, "just now"],
    [-5, "just now"],
    [1, "1 minute ago"],
    [59, "59 minutes ago"],
    [90, "1 hour ago"],
    [24 * 60, "yesterday"],
    [10 * 24 * 60, "last week"],
    [40 * 24 * 60, "last month"],
    [800 * 24 * 60, "2 years ago"],
  ] as const)
    it(`say “${words}” after ${minutes} minutes`, () => assert.equal(ago(0, minutes * minute), words));
});

/** No letter of these is one of an English word, so that whatever is in such letters was said by the client. */
const note: NoteCard = {
  ...{ uri: "1", title: "§1?", summary: "§2", topics: ["3", "4"] },
  ...{ sourceCount: 1, incoming: 2, problems: 1, modified: 0 },
};
const paper = { id: "5", title: "§5", authors: [..."1234567"], year: 2025, url: "https://6.7/", notes: ["1", "8"] };
const named = { id: "3", label: "§3" };
const topic = { ...named, noteCount: 2, sourceCount: 1, notes: [note], papers: [paper] };
const related = [{ card: note, linked: true, score: 1, reasons: [] }];
const state: PageState = {
  ...initialState,
  ...{ status: "shown", filter: "1", graph: { nodes: [], edges: [], groups: [] } },
  shown: { topic: { ...topic, parents: [named], children: [{ ...named, noteCount: 1, sourceCount: 1 }] }, labels: {} },
  trails: new Map([["1", ["1", "2"]]]),
  related: new Map([["2", related]]),
};
const nothing = () => undefined;
const actions = {
  ...{ isLive: true, hasGraph: true, change: nothing, show: nothing, open: nothing, read: nothing, openTopic: nothing },
  ...{ newQuestion: nothing, exportPage: nothing, explore: nothing, goBack: nothing, closeTrail: nothing, retry: nothing },
};

/** All that the parts of a page say; each part with how much it has to say at least. */
const parts: Readonly<Record<string, readonly [least: number, () => readonly unknown[]]>> = {
  "the top of a page": [7, () => [header(state, actions)]],
  "the toolbar": [7, () => [toolbar(state, actions), toolbar({ ...state, view: "papers" }, actions)]],
  cards: [10, () => [cardRows(state, [note], 500, actions).row(0)]],
  "what is related in a card": [
    3,
    () => [undefined, "failed" as const, []].map((it) => cardRows({ ...state, related: found(it) }, [note], 500, actions).row(0)),
  ],
  "the list": [4, () => [listHeads(state, actions), listRows([note], actions, (_, cells) => cells).row(0)]],
  papers: [5, () => [paperHeads(state, actions), paperRows([paper], nothing, actions, (_, cells) => cells).row(0)]],
  "the graph": [5, () => [arranging(), noNotes(), noWebGl(), keyHints(), graphName({ nodes: [], edges: [], groups: [] }), noAnswer()]],
  "a graph without lines": [
    1,
    () => [noLines({ groups: [], edges: [], nodes: [1, 2].map((at) => ({ ...note, uri: `${at}`, group: 0 })) })],
  ],
  "the Papers view": [
    7,
    () => [
      viewDescription({ show: "once", sort: "year", filter: "" }, { total: 1 }),
      viewDescription({ show: "never", sort: "cited", filter: "" }, { total: 1 }),
      viewMessage({ show: "all", sort: "title", filter: "1" }, { total: 1, unfiltered: 2 }),
      ...(["once", "never"] as const).map((show) => viewMessage({ show, sort: "title", filter: "" }, { total: 0, unfiltered: 0 })),
      ...[rowDescription({ noteCount: 0 }), authorsOf(paper)],
    ],
  ],
  times: [3, () => [day(0), ago(0, 0), ago(0, 5 * minute)]],
};

function found(it: readonly RelatedNote[] | "failed" | undefined): PageState["related"] {
  return new Map(it === undefined ? [] : [["2", it]]);
}

describe("a translation", () => {
  before(() => setTexts(pseudoTexts()));
  after(() => setTexts(english));

  for (const [name, [least, said]] of Object.entries(parts))
    it(`reaches all that is said in ${name}`, () => {
      const texts = said().flatMap(saidIn);
      assert.deepEqual(
        texts.filter((text) => /[a-z]{2}/i.test(text)),
        [],
      );
      const translated = new Set(texts.filter((text) => /\p{L}{2}/u.test(text)));
      assert.ok(translated.size >= least, [...translated].join("\n"));
    });

  it("reaches the page of a note in the preview", async () => {
    const page = await pageOf("//- /a.md\n---\ntitle: §1?\ntopics: [a/b]\nrelated: ['[[§1?]]']\n---\n\n![[§1?]]\n");
    assert.match(page, /aria-label="Ȧ/);
    for (const english of ["About this note", "Topics", "Related", "Not shown here"]) assert.doesNotMatch(page, new RegExp(english));
    for (const pseudo of ["Ŧǿǿƥīƈş", "Řḗḗŀȧȧŧḗḗḓ", "Ƞǿǿŧ şħǿǿẇƞ ħḗḗřḗḗ"]) assert.match(page, new RegExp(pseudo));
  });
});
