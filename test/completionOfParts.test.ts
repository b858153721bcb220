// Headings and blocks offered behind `#` in a wiki link.
import { describe, it } from "mocha";
import { checkSuggestions } from "./check";

const vault = `
//- /scale.md
# Does it scale?

Text. ^first-claim

## Why synchronous training waits

### Results

## Where staleness hurts

### Results

A list. ^b2
//- /c.md
---
title: C
---
## Setup in C
//- /tips.md
# C# tips
## Setup of C#
## A [link] | or ^ more
`;

const inNote = (line: string) => `//- /here.md\n${line}\n${vault}`;
const headings = ["Does it scale?", "Why synchronous training waits", "Results", "Where staleness hurts", "Results"];

describe("completion of a link's part", () => {
  it("offers the headings and blocks of the note in front of the sign, in their order", () => {
    checkSuggestions(inNote("[[Does it scale?#$0]]"), {
      labels: [...headings, "^first-claim", "^b2"],
      line: "[[Does it scale?#Does it scale?]]",
    });
    checkSuggestions(inNote("[[scale#$0"), { labels: [...headings, "^first-claim", "^b2"] });
  });

  it("finds headings by words in any order", () => {
    checkSuggestions(inNote("See [[scale#waits sync$0 there"), {
      labels: ["Why synchronous training waits"],
      line: "See [[scale#Why synchronous training waits]] there",
    });
  });

  it("takes the caret behind the link, closed or not, as a title does; not behind a label", () => {
    for (const line of ["[[scale#hurts$0", "[[scale#hurts$0]", "[[scale#hurts$0]]", "[[scale#hu$0rts ]]"])
      checkSuggestions(inNote(line), { texts: ["Where staleness hurts]]"], line: "[[scale#Where staleness hurts]]" });
    checkSuggestions(inNote("[[scale#hurts$0|there]]"), { texts: ["Where staleness hurts"] });
  });

  it("offers blocks alone behind a caret", () => {
    checkSuggestions(inNote("[[scale#^$0"), { labels: ["^first-claim", "^b2"], line: "[[scale#^first-claim]]" });
    checkSuggestions(inNote("[[scale#^B$0]]"), { labels: ["^b2"], line: "[[scale#^b2]]" });
  });

  it("offers the parts of the note itself, but not the heading in which the link stands", () => {
    checkSuggestions("//- /a.md\n# One two\n## Three two\n[[#two$0", { labels: ["One two", "Three two"], line: "[[#One two]]" });
    checkSuggestions("//- /a.md\n# One two\n## Three [[#two$0]]", { labels: ["One two"] });
    checkSuggestions("//- /a.md\nText ^x1\n\n[[#^$0]]", { labels: ["^x1"], line: "[[#^x1]]" });
  });

  it("names a heading by those above it where another has its words, and then goes on below one", () => {
    checkSuggestions(inNote("[[scale#results$0]]"), { labels: ["Results", "Results"], line: "[[scale#Results]]" });
    checkSuggestions(inNote("[[scale#results$0"), { texts: ["Results]]", "Where staleness hurts#Results]]"] });
    checkSuggestions("//- /a.md\n[[#re$0\n## X\n### Other\n## Y\n### Re\n## Z\n### Re", { texts: ["Re]]", "Z#Re]]"] });
    checkSuggestions(inNote("[[scale#Where staleness hurts#$0]]"), {
      labels: ["Results"],
      line: "[[scale#Where staleness hurts#Results]]",
    });
  });

  it("replaces the part alone in the middle of a link, in tables and with labels too", () => {
    checkSuggestions(inNote("a [[scale#why$0 sync]] b"), { line: "a [[scale#Why synchronous training waits]] b" });
    checkSuggestions(inNote("a [[scale#hurts$0|label]] b"), { line: "a [[scale#Where staleness hurts|label]] b" });
    checkSuggestions(inNote("| a | b |\n| - | - |\n| [[scale#hur$0ts\\|label]] | x |"), {
      line: "| [[scale#Where staleness hurts\\|label]] | x |",
    });
    checkSuggestions(inNote("| a | b |\n| - | - |\n| [[scale#hur$0 | x |"), { line: "| [[scale#Where staleness hurts]] | x |" });
    checkSuggestions(inNote("[[scale#hurts$0]"), { line: "[[scale#Where staleness hurts]]" });
    checkSuggestions(inNote("![[scale#hurts$0]]"), { line: "![[scale#Where staleness hurts]]" });
    checkSuggestions(inNote('---\nrelated: ["[[scale#hurts$0]]"]\n---'), { line: 'related: ["[[scale#Where staleness hurts]]"]' });
  });

  it("is not misled by a sign in a title", () => {
    checkSuggestions(inNote("[[C# tips#$0]]"), { labels: ["C# tips", "Setup of C#", "A [link] | or ^ more"] });
    checkSuggestions(inNote("[[tips#setup$0]]"), { line: "[[tips#Setup of C]]" });
    checkSuggestions(inNote("[[C#$0"), {
      labels: ["Setup in C", "C# tips"],
      line: "[[C#Setup in C]]",
    });
    checkSuggestions(inNote("[[C# ti$0"), { labels: ["C# tips"], line: "[[tips|C# tips]]" });
  });

  it("writes a heading without what cannot stand in a link, so that it is found", () => {
    checkSuggestions(inNote("[[tips#more$0]]"), { line: "[[tips#A link or more]]" });
    checkSuggestions('//- /a.md\n---\nrelated: ["[[b#say$0]]"]\n---\n//- /b.md\n## What they "say"', {
      line: 'related: ["[[b#What they say]]"]',
    });
    checkSuggestions("//- /a.md\n[[b#$0]]\n//- /b.md\n## {{x}}\n## ]]", { labels: ["{{x}}"], line: "[[b#x]]" });
  });

  it("offers nothing where the note is not there, in code and behind a label", () => {
    for (const line of ["[[Nowhere#$0]]", "[[Nowhere#wai$0", "`[[scale#$0`", "```\n[[scale#$0\n```", "[[scale|a#$0]]", "[[scale#xyzzy$0]]"])
      checkSuggestions(inNote(line), { labels: [] });
  });
});
