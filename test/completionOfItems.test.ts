// Topics and questions offered in the front matter.
import { describe, it } from "mocha";
import { checkSuggestions } from "./check";

const vault = `
//- /a.md
---
title: Does RL scale?
topics: [rl/systems, agents]
---
//- /b.md
---
title: "Is \\"it\\" so?"
topics: [agents]
---
//- /t.md
---
title: Reinforcement Learning
type: topic
topics: [rl]
---
`;

const withFields = (fields: string) => `//- /x/here.md\n---\n${fields}\n---\n${vault}`;

describe("completion of topics", () => {
  it("offers those of other notes and those they lie in, in lists of both kinds and alone", () => {
    for (const fields of ["topics: [$0]", "topics:\n  - $0", "topics: $0", "topics: [\n  $0\n]"])
      checkSuggestions(withFields(fields), { labels: ["agents", "rl", "rl/systems"] });
  });

  it("finds them by words of their ids and labels, nested ones too", () => {
    checkSuggestions(withFields("topics: [sys$0]"), { labels: ["rl/systems"], line: "topics: [rl/systems]" });
    checkSuggestions(withFields("topics: [learning rein$0]"), { labels: ["rl", "rl/systems"], line: "topics: [rl]" });
    checkSuggestions(withFields("topics:\n  - rl/s$0yst"), { line: "  - rl/systems" });
    checkSuggestions(withFields('topics: ["sys$0"]'), { line: 'topics: ["rl/systems"]' });
  });

  it("leaves out what the note names already, and what it is just making up", () => {
    checkSuggestions(withFields("topics: [agents, $0]"), { labels: ["rl", "rl/systems"], line: "topics: [agents, rl]" });
    checkSuggestions(withFields("topics: [rl/new$0]"), { labels: [] });
    checkSuggestions(withFields("topics: [agents$0]"), { labels: ["agents"] });
  });
});

describe("completion of related questions", () => {
  it("writes a link in quotes, in lists of both kinds and alone", () => {
    checkSuggestions(withFields("related: [scale$0]"), { labels: ["Does RL scale?"], line: 'related: ["[[Does RL scale?]]"]' });
    checkSuggestions(withFields("related:\n  - rl sc$0"), { line: '  - "[[Does RL scale?]]"' });
    checkSuggestions(withFields("related: scale$0"), { line: 'related: "[[Does RL scale?]]"' });
    checkSuggestions(withFields("related: ['scale$0']"), { line: "related: ['[[Does RL scale?]]']" });
    checkSuggestions(withFields("related: $0"), { labels: ["Does RL scale?", 'Is "it" so?', "Reinforcement Learning"] });
  });

  it("puts a link without quotes into quotes, and escapes those of a title", () => {
    checkSuggestions(withFields("related: [[scale$0]]"), { line: 'related: "[[Does RL scale?]]"' });
    checkSuggestions(withFields("related:\n  - [[scale$0"), { line: '  - "[[Does RL scale?]]"' });
    checkSuggestions(withFields("related: [[[x]], [[scale$0]]]"), { line: 'related: [[[x]], "[[Does RL scale?]]"]' });
    checkSuggestions(withFields('related: ["[[x]]", "see, [[scale$0"]'), { line: 'related: ["[[x]]", "see, [[Does RL scale?]]"]' });
    checkSuggestions(withFields("related:\n  - see [[scale$0"), { line: "  - see [[Does RL scale?]]" });
    checkSuggestions(withFields('related: ["[[so$0"]'), { line: 'related: ["[[Is \\"it\\" so?]]"]' });
    checkSuggestions(withFields("related: [so$0]"), { line: 'related: ["[[Is \\"it\\" so?]]"]' });
  });

  it("writes wiki links in every style", () => {
    checkSuggestions(withFields("related: [scale$0]"), { style: "markdown", line: 'related: ["[[Does RL scale?]]"]' });
    checkSuggestions(withFields("related: [scale$0]"), { style: "portable", line: 'related: ["[[a|Does RL scale?]]"]' });
  });
});

describe("completion in a quote that is still open", () => {
  const open = (field: string, whole: string) => checkSuggestions(withFields(field), { line: whole });

  it("closes it, in lists of both kinds and alone", () => {
    open('topics:\n  - "sys$0', '  - "rl/systems"');
    open("topics:\n  - 'sys$0", "  - 'rl/systems'");
    open('topics: "sys$0', 'topics: "rl/systems"');
    open('topics: ["sys$0', 'topics: ["rl/systems"');
    open('topics: ["sys$0]', 'topics: ["rl/systems"]');
    open('topics: [\n  "sys$0\n]', '  "rl/systems"');
    open('related:\n  - "sca$0', '  - "[[Does RL scale?]]"');
    open('related: ["sca$0]', 'related: ["[[Does RL scale?]]"]');
    open("related: ['sca$0]", "related: ['[[Does RL scale?]]']");
  });

  it("closes it behind a link, closed or not", () => {
    for (const link of ["[[sca$0", "[[sca$0]]", "[[sca$0le]]"]) {
      open(`related:\n  - "${link}`, '  - "[[Does RL scale?]]"');
      open(`related: ["${link}]`, 'related: ["[[Does RL scale?]]"]');
    }
    open('related:\n  - "[[sca$0]], see there  ', '  - "[[Does RL scale?]], see there"  ');
  });

  it("leaves alone what stands behind it: other items, fields and comments", () => {
    open('topics:\n  - "sys$0\n  - "agents"', '  - "rl/systems"');
    open('topics: ["sys$0, "agents"]', 'topics: ["rl/systems", "agents"]');
    open('topics: ["agents", "sys$0, b]', 'topics: ["agents", "rl/systems", b]');
    open('topics: ["sys$0tem]\nrelated: ["[[x]]"]', 'topics: ["rl/systems"]');
    open('topics:\n  - "sys$0 # which?', '  - "rl/systems" # which?');
    open('related: ["[[sca$0]], "[[b]]"]', 'related: ["[[Does RL scale?]]", "[[b]]"]');
  });

  it("leaves no second one where it is closed", () => {
    open('topics: ["sys$0"]', 'topics: ["rl/systems"]');
    open('topics: ["sys$0", "agents"]', 'topics: ["rl/systems", "agents"]');
    open("topics:\n  - 'sys$0'", "  - 'rl/systems'");
    open('related:\n  - "[[sca$0]]"', '  - "[[Does RL scale?]]"');
    checkSuggestions(withFields('topics:\n  - "sys$0\n    and more"'), { labels: [] });
  });

  it("offers everything right behind it, and nothing in the quotes of other fields", () => {
    checkSuggestions(withFields('topics: ["$0]'), { labels: ["agents", "rl", "rl/systems"], line: 'topics: ["agents"]' });
    for (const field of ['title: "scale$0', 'aliases: ["agents$0]']) checkSuggestions(withFields(field), { labels: [] });
  });
});

describe("completion in the front matter", () => {
  it("stands by in other fields and below it", () => {
    for (const fields of [
      "title: scale$0",
      "summary: agents$0",
      "aliases: [agents$0]",
      "tags: [agents$0]",
      "topics: [agents]\n---\n- agents$0",
    ])
      checkSuggestions(withFields(fields), { labels: [] });
  });
});
