// Whether two questions ask the same: pairs that do, in other words, and pairs that only look alike.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { asksTheSame } from "../server/core/sameQuestion";
import { checkRelatedToText } from "./check";
import { projectRoot } from "./editor/paths";

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly half: "dev" | "held";
}

const pairs = JSON.parse(readFileSync(join(projectRoot, "test", "related", "askedBefore.json"), "utf8")) as {
  readonly paraphrases: readonly Pair[];
  readonly nearMisses: readonly Pair[];
};

describe("a question that was asked before", () => {
  for (const [a, b] of [
    ["Does code review improve software quality?", "Is the quality of software improved by reviewing code?"],
    ["Does RL improve reasoning?", "Can reinforcement learning enhance reasoning?"],
    ["Why do agents forget?", "Why does an agent forget?"],
  ] as const) {
    it(`asks the same: ${b}`, () => assert.ok(asksTheSame(a, b) && asksTheSame(b, a)));
  }

  for (const [a, b] of [
    ["Does loneliness cause depression?", "Does depression cause loneliness?"],
    ["Why does RL improve reasoning?", "Does RL improve reasoning?"],
    ["Do agents forget?", "Do agents not forget?"],
    ["Does it?", "Does it?"],
  ] as const) {
    it(`asks another thing: ${b}`, () => assert.ok(!asksTheSame(a, b) && !asksTheSame(b, a)));
  }

  it("is never taken for one that only looks alike", () => {
    assert.deepEqual(
      pairs.nearMisses.filter(({ a, b }) => asksTheSame(a, b) || asksTheSame(b, a)),
      [],
    );
  });

  it("is found in both halves of the pairs, where no synonym is needed", () => {
    const found = (half: string) => pairs.paraphrases.filter((pair) => pair.half === half && asksTheSame(pair.a, pair.b)).length;
    assert.ok(found("dev") >= 7 && found("held") >= 2, `${found("dev")} and ${found("held")} of 30`);
  });

  it("is the first reason of a related note, in other words or in the same", () => {
    const others = ["bread", "violins", "chess"].map((word, at) => `//- /${at}.md\n# What of ${word}?\nSome ${word}.\n`).join("");
    checkRelatedToText(
      `//- /x/b.md\n# Does code review improve software quality?\nIt does.\n${others}`,
      "Is software quality improved by reviewing code?",
      "Does code review improve software quality?: asks the same in other words; shares “software”, “quality” and “code”",
    );
    checkRelatedToText(
      `//- /x/b.md\n# Does code review improve software quality?\nIt does.\n${others}`,
      "does code review improve software quality",
      "Does code review improve software quality?: asks the same",
    );
  });
});
