// The trail of questions: what was visited last, the way back and forth, and what becomes of both when files move or go.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { followed, mostVisits, stepTo, type Trail, trailOf, visited } from "../client/trailModel";

const empty = trailOf(undefined);

/** Some visits, a word each, one after the other. */
const through = (words: string, from: Trail = empty): Trail =>
  words.split(" ").reduce((trail, uri, when) => visited(trail, { uri, when }), from);

/** `a b [c] d`: the steps with the place where one is; then the recent ones. */
const shown = ({ recent, steps, at }: Trail): string =>
  `${steps.map((uri, place) => (place === at ? `[${uri}]` : uri)).join(" ")} | ${recent.map(({ uri }) => uri).join(" ")}`;

function stepped(trail: Trail, direction: "back" | "forward"): Trail {
  const to = stepTo(trail, direction, trail.steps[trail.at]);
  return to === undefined ? trail : visited({ ...trail, at: to }, { uri: trail.steps[to] ?? "", when: 99 });
}

describe("the trail of questions", () => {
  it("has each note once, the one visited last first, and every visit as a step", () => {
    assert.equal(shown(empty), " | ");
    assert.equal(shown(through("a b a c")), "a b a [c] | c a b");
    assert.equal(shown(through("a a b b")), "a [b] | b a");
  });

  it("goes back and forth, and drops the way forward when somebody goes somewhere new", () => {
    const back = stepped(stepped(through("a b c"), "back"), "back");
    assert.equal(shown(back), "[a] b c | a b c");
    assert.equal(shown(stepped(back, "back")), "[a] b c | a b c");
    assert.equal(shown(stepped(back, "forward")), "a [b] c | b a c");
    assert.equal(shown(through("d", stepped(back, "forward"))), "a b [d] | d b a c");
  });

  it("leads from where no note is to the one that was last", () => {
    assert.equal(stepTo(through("a b"), "back", undefined), 1);
    assert.equal(stepTo(through("a b"), "back", "b"), 0);
    assert.equal(stepTo(empty, "back", undefined), undefined);
    assert.equal(stepTo(through("a"), "forward", undefined), undefined);
  });

  const moves: readonly (readonly [string, string, string | undefined, string])[] = [
    ["a renamed note", "v/b", "v/x", "v/a v/x [w/c] | w/c v/x v/a"],
    ["a renamed folder", "v", "new/v", "new/v/a new/v/b [w/c] | w/c new/v/b new/v/a"],
    ["a folder whose name begins like another", "w/", "x", "v/a v/b [w/c] | w/c v/b v/a"],
    ["a note that gets the name of another", "v/b", "w/c", "v/a [w/c] | w/c v/a"],
    ["a deleted note", "v/a", undefined, "v/b [w/c] | w/c v/b"],
    ["the deleted note where one is", "w/c", undefined, "v/a [v/b] | v/b v/a"],
    ["a deleted folder", "v", undefined, "[w/c] | w/c"],
  ];
  for (const [what, from, to, expected] of moves)
    it(`follows ${what}`, () => assert.equal(shown(followed(through("v/a v/b w/c"), [{ from, to }])), expected));

  it("makes one step of two that were apart only by a note that is gone", () =>
    assert.equal(shown(followed(through("a b a"), [{ from: "b", to: undefined }])), "[a] | a"));

  it("keeps a hundred, and of what was kept only what is a visit", () => {
    const many = through(Array.from({ length: mostVisits + 20 }, (_, at) => `n${at}`).join(" "));
    assert.deepEqual([many.recent.length, many.steps.length, many.recent[0]?.uri, many.at], [mostVisits, mostVisits, "n119", 99]);
    assert.equal(shown(trailOf(through("a b c").recent)), "a b [c] | c b a");
    for (const kept of [undefined, null, "a", 3, {}, [null, 1, {}, { uri: 2, when: 3 }, { uri: "a" }]])
      assert.equal(shown(trailOf(kept)), " | ");
  });

  it("always is where one was last, whatever is visited, stepped to, renamed and deleted", () => {
    const name = fc.constantFrom("v/a", "v/b", "v/c", "w/a", "v", "w");
    const act = fc.oneof(
      fc.record({ kind: fc.constant("visit" as const), uri: name }),
      fc.record({ kind: fc.constantFrom("back" as const, "forward" as const) }),
      fc.record({ kind: fc.constant("move" as const), from: name, to: fc.option(name, { nil: undefined }) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const trail = acts.reduce((it, does) => {
          if (does.kind === "visit") return visited(it, { uri: does.uri, when: 0 });
          return does.kind === "move" ? followed(it, [does]) : stepped(it, does.kind);
        }, empty);
        assert.ok(trail.at < trail.steps.length && trail.at >= Math.min(0, trail.steps.length - 1));
        assert.equal(new Set(trail.recent.map(({ uri }) => uri)).size, trail.recent.length);
        assert.ok(trail.steps.every((uri, at) => uri !== trail.steps[at + 1]));
      }),
    );
  });
});
