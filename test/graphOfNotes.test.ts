// Where the notes of a graph begin, and the walk along what ties them; the picture itself is tested in a browser.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { neighboursIn, nextOf } from "../client/topicPage/page/graph/neighbours";
import { placesOf } from "../client/topicPage/page/graph/places";
import type { Graph } from "../server/protocol";

/** `titles` as one row of notes; `ties` such as `a-b` for links and `a~b` for shared papers. A note's group is its place in `groups`. */
function graphOf(titles: string, ties: string, groups = ""): Graph {
  const names = titles.split(" ");
  return {
    groups: [
      { id: "0", label: "0" },
      { id: "1", label: "1" },
    ],
    nodes: names.map((title, at) => ({ uri: title, title, group: Number(groups.split(" ")[at] || -1), incoming: 0 })),
    edges: ties
      .split(" ")
      .filter(Boolean)
      .map((tie) => {
        const [from = "", to = ""] = tie.split(/[-~]/);
        return { from: names.indexOf(from), to: names.indexOf(to), kind: tie.includes("~") ? "papers" : "link", weight: 1 };
      }),
  };
}

describe("the places of notes in a graph", () => {
  it("are the same for the same notes, and no two are one", () => {
    const graph = graphOf("a b c d e f", "", "0 0 1 1 -1 -1");
    const places = placesOf(graph);
    assert.deepEqual(placesOf(graph), places);
    assert.equal(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size, 6);
  });

  it("are nearer to those of the same group", () => {
    const places = placesOf(graphOf("a b c d", "", "0 0 1 1"));
    const distance = (one: string, other: string) => {
      const [p, q] = [places.get(one), places.get(other)];
      return p && q ? Math.hypot(p.x - q.x, p.y - q.y) : Number.NaN;
    };
    assert.ok(distance("a", "b") < distance("a", "c"));
    assert.ok(distance("c", "d") < distance("b", "d"));
  });

  it("stay when notes come and go; a new note begins beside those it is tied to", () => {
    const known = new Map([
      ["a", { x: 0, y: 0 }],
      ["b", { x: 1000, y: 0 }],
      ["gone", { x: 5, y: 5 }],
    ]);
    const places = placesOf(graphOf("a b new", "new-b"), known);
    assert.deepEqual(places.get("a"), { x: 0, y: 0 });
    assert.deepEqual([...places.keys()], ["a", "b", "new"]);
    const { x = 0, y = 0 } = places.get("new") ?? {};
    assert.ok(Math.hypot(x - 1000, y) < 50, `${x} ${y}`);
  });

  it("are numbers for one note, and none for none", () => {
    assert.deepEqual([...placesOf(graphOf("a", "")).values()], [{ x: 0, y: 0 }]);
    assert.equal(placesOf({ groups: [], nodes: [], edges: [] }).size, 0);
  });
});

describe("the walk through a graph", () => {
  const graph = graphOf("c b a d", "a-b c-a a~d a~b");

  it("goes by title, whatever the order of the notes", () => {
    assert.deepEqual(neighboursIn(graph, new Set(["link"])).byTitle, ["a", "b", "c", "d"]);
  });

  it("knows the neighbours of the kinds that are shown, each once", () => {
    assert.deepEqual(neighboursIn(graph, new Set(["link"])).of("a"), ["b", "c"]);
    assert.deepEqual(neighboursIn(graph, new Set(["link", "papers"])).of("a"), ["b", "c", "d"]);
    assert.deepEqual(neighboursIn(graph, new Set(["link"])).of("d"), []);
  });

  it("leaves out what is not shown, and begins anew behind the end", () => {
    const list = ["a", "b", "c"];
    const all = () => true;
    assert.equal(nextOf(list, "a", 1, all), "b");
    assert.equal(nextOf(list, "c", 1, all), "a");
    assert.equal(nextOf(list, "a", -1, all), "c");
    assert.equal(nextOf(list, undefined, 1, all), "a");
    assert.equal(nextOf(list, undefined, -1, all), "c");
    assert.equal(
      nextOf(list, "a", 1, (it) => it !== "b"),
      "c",
    );
    assert.equal(
      nextOf(list, "a", 1, () => false),
      undefined,
    );
    assert.equal(nextOf([], undefined, 1, all), undefined);
  });
});
