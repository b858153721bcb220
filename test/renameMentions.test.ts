// Plain mentions of a title that is renamed: which are found, what they would read, and that no choice of them moves a link.
import { describe, it } from "mocha";
import { checkMentions } from "./renaming";

const old = "//- /a.md\n# Does self-play beat imitation?$0\n";
const wanted = "Does self-play win?";
/** Mentions in a note of its own. */
const inProse = (text: string, ...expected: readonly string[]) => checkMentions(`${old}//- /b.md\n# B?\n${text}`, wanted, ...expected);
/** No mentions but the one in a paragraph behind them. */
const none = (text: string) =>
  inProse(`${text}\nDoes self-play beat imitation?\n`, `b.md:${text.split("\n").length + 2}: Does self-play win?`);

describe("a plain mention of a title", () => {
  it("reads the new title, beside the links that follow by themselves", () =>
    inProse(
      "We asked: Does self-play beat imitation? See [[Does self-play beat imitation?]] and “Does self-play beat imitation?”.\n",
      "b.md:2: We asked: Does self-play win? See [[Does self-play beat imitation?]] and “Does self-play win?”.",
    ));

  it("keeps its case and goes without the closing mark if it did", () =>
    inProse(
      "Whether does self-play beat imitation, or (Does self-play beat imitation).\n*Does self-play beat imitation?*\n",
      "b.md:2: Whether does self-play win, or (Does self-play win).",
      "b.md:3: *Does self-play win?*",
    ));

  it("may go over the end of a line", () =>
    checkMentions("//- /a.md\n# Actor-critic methods$0\n//- /b.md\nThese actor-critic methods.\n", "RL", "b.md:1: These RL."));

  it("is found in the note itself, in lists, quotes and tables", () =>
    checkMentions(
      `${old}\nDoes self-play beat imitation? Yes.\n//- /b.md\n- Does self-play beat imitation?\n\n> Does self-play beat imitation?\n\n| Does self-play beat imitation? | x |\n| - | - |\n`,
      wanted,
      "a.md:3: Does self-play win? Yes.",
      "b.md:1: - Does self-play win?",
      "b.md:3: > Does self-play win?",
      "b.md:5: | Does self-play win? | x |",
    ));

  it("is found of a title that is a file's name, and from another folder of the workspace", () =>
    checkMentions(
      "//- /Policy gradients.md\nText.\n//- other:/b.md\n[[Policy$0 gradients]], policy gradients.\n",
      "Actor critic",
      "b.md:1: [[Policy gradients]], actor critic.",
    ));

  it("is none in code, formulas, comments, HTML and front matter", () =>
    none(
      "`Does self-play beat imitation?`\n\n```\nDoes self-play beat imitation?\n```\n\n    Does self-play beat imitation?\n\n" +
        "$$\nDoes self-play beat imitation?\n$$\n\n<!-- Does self-play beat imitation? -->\n\n%% Does self-play beat imitation? %%\n\n<div>\nDoes self-play beat imitation?\n</div>\n",
    ));

  it("is none in the front matter, where links stand as plain titles", () =>
    checkMentions(
      `${old}//- /b.md\n---\nsummary: Does self-play beat imitation? Perhaps.\nrelated: [Does self-play beat imitation?]\n---\nDoes self-play beat imitation?\n`,
      wanted,
      "b.md:5: Does self-play win?",
    ));

  it("is none in links, their labels, and what may be the name of a definition", () =>
    none(
      "[[a|Does self-play beat imitation?]] [Does self-play beat imitation?](a.md) [see Does self-play beat imitation?](https://x.org)\n" +
        '![Does self-play beat imitation?](p.png) [Does self-play beat imitation?] [x](a.md "Does self-play beat imitation?")\n\n' +
        '[Does self-play beat imitation?]: https://x.org "Does self-play beat imitation?"\n',
    ));

  it("is none in a heading, whose links would follow", () =>
    none("## Does self-play beat imitation?\n\n### Why: Does self-play beat imitation?\n"));

  it("is none inside a word, a path or a tag", () =>
    none(
      "Does self-play beat imitations? Does self-play beat imitation-learning? x/Does self-play beat imitation? #Does self-play beat imitation?\n",
    ));

  it("is none as a part of another note's longer title", () =>
    checkMentions(
      "//- /a.md\n# Actor-critic methods$0\n//- /b.md\n# Actor-critic methods for games\n//- /c.md\nOf actor-critic methods for games.\n\nOf actor-critic methods alone, which are more than a few words away from it.\n",
      "Policy gradients",
      "c.md:3: Of policy gradients alone, which are more than a few words away from it.",
    ));

  it("is none of a title of one telling word, or of one that another note goes by", async () => {
    await checkMentions("//- /a.md\n# The costs$0\n//- /b.md\nHere are the costs.\n", "Prices of it");
    await checkMentions(
      "//- /a.md\n# Actor-critic methods$0\n//- /x.md\n---\naliases: [actor-critic methods]\n---\n# X\n//- /b.md\nActor-critic methods.\n",
      "Policy gradients",
    );
  });

  it("is plain text whatever the new title has in it", () =>
    checkMentions(
      "//- /a.md\n# Actor-critic methods$0\n//- /b.md\nOf actor-critic methods [[a]], `x` and actor-critic methods [[a]].\n\n| actor-critic methods | [[a]] |\n| - | - |\n",
      "Is `it [[a]] | $5?",
      "b.md:1: Of is \\`it \\[\\[a\\]\\] \\| \\$5? [[a]], `x` and is \\`it \\[\\[a\\]\\] \\| \\$5? [[a]].",
      "b.md:3: | is \\`it \\[\\[a\\]\\] \\| \\$5? | [[a]] |",
    ));

  it("does not begin a list or a heading at the start of a line", () =>
    checkMentions(
      "//- /a.md\n# Actor-critic methods$0\n//- /b.md\nSome\nactor-critic methods and actor-critic methods.\n",
      "1. Of critics",
      "b.md:2: actor-critic methods and 1. Of critics.",
    ));
});
