// What the Papers view says above its list and in its rows.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { authorsOf, changed, rowDescription, type Shown, viewDescription, viewMessage } from "../client/paperWords";

const usual: Shown = { show: "all", sort: "title", filter: "" };

describe("the Papers view", () => {
  it("says beside its name what it lists where that is not all, in which order where that is not the usual one, and how many", () => {
    assert.equal(viewDescription(usual, { total: 180 }), "180");
    assert.equal(viewDescription({ ...usual, show: "once", sort: "year" }, { total: 57 }), "Cited Once · by year · 57");
    assert.equal(viewDescription({ ...usual, show: "never" }, { total: 0 }), "Never Cited");
    assert.equal(viewDescription({ ...usual, sort: "cited" }, { total: 2 }), "most cited first · 2");
  });

  it("says above the list what the filter is and how many match, or why there is nothing", () => {
    assert.equal(viewMessage(usual, { total: 180, unfiltered: 180 }), "");
    assert.equal(viewMessage({ ...usual, filter: " grpo " }, { total: 12, unfiltered: 180 }), "Filter “grpo”: 12 of 180 papers.");
    assert.equal(viewMessage({ ...usual, filter: "zebra" }, { total: 0, unfiltered: 1 }), "Filter “zebra”: 0 of 1 paper.");
    assert.match(viewMessage(usual, { total: 0, unfiltered: 0 }), /^No note cites a paper yet\. /);
    assert.match(viewMessage({ ...usual, show: "never", filter: "x" }, { total: 0, unfiltered: 0 }), /^No bibliography of this folder/);
  });

  it("says of a paper its year and how many notes cite it, and who wrote it, as far as anybody knows", () => {
    assert.equal(rowDescription({ year: 2025, noteCount: 2 }), "2025 · 2 notes");
    assert.equal(rowDescription({ noteCount: 1 }), "1 note");
    assert.equal(rowDescription({ year: 2025, noteCount: 0 }), "2025 · never cited");
    assert.equal(authorsOf({ authors: ["A", "B"] }), "A, B");
    assert.equal(authorsOf({ authors: [..."ABCDEFGH"] }), "A, B, C, D, E, F and 2 more");
    assert.equal(authorsOf({ authors: [] }), "");
  });

  it("sorts by who cites only where that differs", () => {
    const most = changed(usual, { sort: "cited" });
    assert.equal(most.sort, "cited");
    assert.deepEqual(changed(most, { show: "once" }), { ...usual, show: "once" });
    assert.equal(changed(changed(usual, { sort: "year" }), { show: "never" }).sort, "year");
  });
});
