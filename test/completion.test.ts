// What is offered inside `[[`, in which order, and what an accepted title leaves behind.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Note } from "../server/core/note";
import { linkCandidates } from "../server/features/completion";
import { closenessTo } from "../server/features/related/relations";
import { typedLinkAt } from "../server/features/typedLink";
import { checkCompletion, completionAt, relatednessOf } from "./check";
import { fixture } from "./fixture";

const vault = `
//- /rl/two-phase.md
---
title: Does RL training follow a two-phase learning sequence?
aliases: [phase transition in training]
topics: [rl]
---
//- /rl/async.md
---
title: Can RL training run while generation continues?
aliases: [asynchronous RL]
topics: [rl]
---
//- /agents/tools.md
---
title: Do tools expand what models can learn?
topics: [agents]
---
`;

const inNote = (line: string, path = "rl/here.md") => `//- /${path}\n${line}\n${vault}`;
const nothing = { labels: [] };

describe("completion of titles", () => {
  it("finds words in any order, as beginnings of words", () => {
    checkCompletion(inNote("See [[sequence phas$0"), {
      labels: ["Does RL training follow a two-phase learning sequence?"],
      line: "See [[Does RL training follow a two-phase learning sequence?]]",
    });
    checkCompletion(inNote("[[learn model$0"), { labels: ["Do tools expand what models can learn?"] });
  });

  it("offers only notes that have all the words", () => {
    checkCompletion(inNote("[[training$0"), {
      labels: ["phase transition in training", "Can RL training run while generation continues?"],
    });
    checkCompletion(inNote("[[training generation$0"), { labels: ["Can RL training run while generation continues?"] });
  });

  it("offers what was typed as a new question where no note has all the words, and keeps the list open by it", () => {
    checkCompletion(inNote("See [[training  tools?$0 there"), { labels: ["training tools?"], line: "See [[training tools?]] there" });
    checkCompletion(inNote("![[xyzzy$0]]"), { style: "markdown", labels: ["xyzzy"], line: "![[xyzzy]]" });
    assert.equal(completionAt(inNote("[[xyzzy$0")).items[0]?.kind, "question");
    checkCompletion(inNote("[[?$0", "alone.md"), { labels: completionAt(inNote("[[$0", "alone.md")).items.map(({ label }) => label) });
  });

  it("in a table escapes the bar, which would end the cell", () => {
    const table = (row: string) => `//- /t.md\n| a | b |\n| - | - |\n${row}\n//- /sub/z.md\n# Zebra stripes?\n`;
    checkCompletion(table("| [[zeb$0]] | x |"), { style: "portable", line: "| [[z\\|Zebra stripes?]] | x |" });
    checkCompletion(table("[[zeb$0]]\n"), { style: "portable", line: "[[z\\|Zebra stripes?]]" });
    checkCompletion(table("\n[[zeb$0]]"), { style: "portable", line: "[[z|Zebra stripes?]]" });
  });

  it("finds the inside of a word where no word begins so", () => {
    checkCompletion(inNote("[[raining seq$0"), { labels: ["Does RL training follow a two-phase learning sequence?"] });
  });

  it("does not mind case, accents' composition and punctuation", () => {
    checkCompletion(`//- /a.md\n[[CAFE\u0301: QUOI$0\n//- /b.md\n# Le caf\u00e9, quoi?`, { labels: ["Le caf\u00e9, quoi?"] });
    checkCompletion("//- /a.md\n[[what's$0\n//- /b.md\n# What’s new?", { labels: ["What’s new?"] });
  });

  it("finds a note by its alias, shows the alias and writes the title", () => {
    checkCompletion(inNote("[[asynchronous$0"), {
      labels: ["asynchronous RL"],
      line: "[[Can RL training run while generation continues?]]",
    });
  });

  it("offers each note once, and never the note itself", () => {
    checkCompletion(inNote("[[training$0"), {
      labels: ["phase transition in training", "Can RL training run while generation continues?"],
    });
    checkCompletion("//- /a.md\n# Is this it?\n[[this$0\n//- /b.md\n# Is this that?", { labels: ["Is this that?"] });
  });

  it("puts whole words before beginnings, and beginnings before insides", () => {
    checkCompletion("//- /a.md\n[[art$0\n//- /b.md\n# Is artful good?\n//- /c.md\n# Is art good?", {
      labels: ["Is art good?", "Is artful good?"],
    });
  });

  it("puts the words in their typed order first", () => {
    checkCompletion("//- /a.md\n[[dog man$0\n//- /b.md\n# Can man bite dog?\n//- /c.md\n# Can dog bite man?", {
      labels: ["Can dog bite man?", "Can man bite dog?"],
    });
  });

  it("puts the note changed last first among equals, then goes by the alphabet", () => {
    checkCompletion(
      `
      //- /a.md
      [[same$0
      //- /d.md
      ---
      title: Same words here c?
      modified: 2026-01-01
      ---
      //- /b.md
      ---
      title: Same words here b?
      ---
      //- /c.md
      ---
      title: Same words here a?
      ---
      `,
      { labels: ["Same words here c?", "Same words here a?", "Same words here b?"] },
    );
  });

  it("offers a hundred notes at most, whatever was typed", () => {
    const notes = Array.from({ length: 130 }, (_, index) => `//- /n${index}.md\n# Is number ${index} odd?`).join("\n");
    for (const query of ["", "number", "is odd"]) assert.equal(completionAt(`//- /a.md\n[[${query}$0\n${notes}`).items.length, 100, query);
  });

  it("offers notes before anything is typed", () => {
    assert.equal(completionAt(inNote("See [[$0")).items.length, 3);
    assert.equal(completionAt(inNote("See [[ $0 and more")).items.length, 3);
  });

  it("describes a candidate by its topics and its summary", () => {
    const [candidate] = completionAt("//- /a.md\n[[b$0\n//- /b.md\n---\ntitle: B?\nsummary: It is.\ntopics: [x/y-z, w]\n---").items;
    assert.deepEqual([candidate?.detail, candidate?.summary], ["Y Z · W", "It is."]);
  });
});

describe("completion replaces", () => {
  it("the one bracket that an editor has closed the link with, and none that closes a Markdown link", () => {
    checkCompletion("//- /a.md\nSee [[dept$0]\n//- /b.md\n# Depth?", { line: "See [[Depth?]]" });
    checkCompletion("//- /a.md\n[see [[dept$0](x.md)\n//- /b.md\n# Depth?", { line: "[see [[Depth?]]](x.md)" });
  });

  it("a link that is closed already, up to its brackets", () => {
    checkCompletion(inNote("See [[two seq$0]] there."), { line: "See [[Does RL training follow a two-phase learning sequence?]] there." });
  });

  it("a whole link when the caret stands inside its target", () => {
    checkCompletion(inNote("See [[two$0-phase]] there."), {
      line: "See [[Does RL training follow a two-phase learning sequence?]] there.",
    });
  });

  it("nothing behind the caret when the link is not closed", () => {
    checkCompletion(inNote("See [[tools$0 and [[another]] link"), {
      line: "See [[Do tools expand what models can learn?]] and [[another]] link",
    });
  });

  it("what was typed behind a blank after the brackets", () => {
    checkCompletion(inNote("See [[ tools$0"), { line: "See [[Do tools expand what models can learn?]]" });
  });

  it("an embed with an embed", () => {
    checkCompletion(inNote("![[tools$0"), { line: "![[Do tools expand what models can learn?]]" });
  });
});

describe("completion stands by", () => {
  it("in the body, in lists, quotes, tables and headings", () => {
    for (const line of ["- [ ] [[tools$0", "> [[tools$0", "# About [[tools$0", "**[[tools$0**", "text\n[[tools$0\ntext"])
      checkCompletion(inNote(line), { labels: ["Do tools expand what models can learn?"] });
  });

  it("in related:, quoted and not, and writes a wiki link there", () => {
    checkCompletion(inNote('---\nrelated: ["[[tools$0"]\n---'), { line: 'related: ["[[Do tools expand what models can learn?]]"]' });
    checkCompletion(inNote('---\nrelated:\n  - "[[tools$0]]"\n---'), {
      style: "markdown",
      line: '  - "[[Do tools expand what models can learn?]]"',
    });
  });

  it("nowhere in code, comments, math and HTML", () => {
    for (const line of [
      "`[[tools$0`",
      "```\n[[tools$0\n```",
      "    [[tools$0",
      "%%[[tools$0%%",
      "%%\n[[tools$0\n%%",
      "$x[[tools$0 y$",
      "$$\n[[tools$0\n$$",
      "<!-- [[tools$0 -->",
      "<div>\n[[tools$0\n</div>",
      "\\[[tools$0",
    ])
      checkCompletion(inNote(line), nothing);
  });

  it("nowhere in other fields of the front matter", () => {
    checkCompletion(inNote('---\ntitle: "[[tools$0"\n---'), nothing);
  });

  it("nowhere in a label or behind a number sign", () => {
    checkCompletion(inNote("[[tools|mod$0]]"), nothing);
    checkCompletion(inNote("[[tools|$0"), nothing);
    checkCompletion(inNote("[[tools#mod$0]]"), nothing);
    checkCompletion(inNote("[[#mod$0"), nothing);
  });

  it("nowhere outside a link", () => {
    checkCompletion(inNote("tools$0"), nothing);
    checkCompletion(inNote("[[a]] tools$0"), nothing);
    checkCompletion(inNote("[tools$0"), nothing);
    checkCompletion(inNote("[[\ntools$0"), nothing);
    checkCompletion(inNote("[$0[tools"), nothing);
  });
});

describe("completion writes", () => {
  it("the title, the file name with the title, or a Markdown link", () => {
    const typed = inNote("See [[tools$0");
    checkCompletion(typed, { style: "title", line: "See [[Do tools expand what models can learn?]]" });
    checkCompletion(typed, { style: "portable", line: "See [[tools|Do tools expand what models can learn?]]" });
    checkCompletion(typed, { style: "markdown", line: "See [Do tools expand what models can learn?](../agents/tools.md)" });
  });

  it("an embed as a wiki link in every style but with the file name where that is portable", () => {
    checkCompletion(inNote("![[tools$0"), { style: "markdown", line: "![[Do tools expand what models can learn?]]" });
    checkCompletion(inNote("![[tools$0"), { style: "portable", line: "![[tools|Do tools expand what models can learn?]]" });
  });

  it("a title that cannot be a target by its file name", () => {
    for (const [title, label] of [
      ["Is C# fast?", "Is C# fast?"],
      ["Is [x] fast?", "Is [x] fast?"],
      ["Is x^2 fast?", "Is x^2 fast?"],
      ["Is a|b fast?", "Is a b fast?"],
    ] as const)
      checkCompletion(`//- /a.md\n[[fast$0\n//- /s/speed.md\n---\ntitle: "${title}"\n---`, { line: `[[speed|${label}]]` });
  });

  it("the file name where another note has the same title, and the path where that is shared too", () => {
    const others = "//- /x/b.md\n# T?\n//- /x/c.md\n# T?";
    assert.deepEqual(
      completionAt(`//- /a.md\n[[t$0\n${others}`)
        .items.map(({ text }) => text)
        .sort(),
      ["[[b|T?]]", "[[c|T?]]"],
    );
    const twins = "//- /x/b.md\n# T?\n//- /y/b.md\n# T?";
    assert.deepEqual(
      completionAt(`//- /a.md\n[[t$0\n${twins}`)
        .items.map(({ text }) => text)
        .sort(),
      ["[[x/b|T?]]", "[[y/b|T?]]"],
    );
  });

  it("a Markdown link with its path encoded and its text escaped", () => {
    checkCompletion("//- /a.md\n[[fast$0\n//- /s (1)/is it 100%?#.md\n# Is \\[x\\] fast?", {
      style: "markdown",
      line: "[Is \\[x\\] fast?](s%20%281%29/is%20it%20100%25%3F%23.md)",
    });
  });

  it("puts the title closest to what is being written first, of those that match equally well", () => {
    const at = fixture(`
      //- /note.md
      Prioritized sampling of transitions. [[does$0
      //- /x/b.md
      # Does bread rise?
      Yeast.
      //- /x/c.md
      # Does replay help?
      Prioritized sampling, of rare transitions.
      //- /x/d.md
      # Does it rain?
      Clouds.
    `);
    const { file, offset } = at.caret ?? assert.fail("no caret");
    const typed = typedLinkAt(file.text, offset);
    assert.ok(typed && file.note);
    const question = { note: file.note, text: file.text, caret: typed.range.start };
    const closeness = closenessTo(relatednessOf(at), question);
    const labels = (from: Parameters<typeof linkCandidates>[3]) =>
      linkCandidates(at.vault, file.note as Note, typed, from).map(({ label }) => label);
    assert.deepEqual(labels({ style: "title", closeness }), ["Does replay help?", "Does bread rise?", "Does it rain?"]);
    assert.deepEqual(labels({ style: "title" })[0], "Does bread rise?");
  });
});

describe("completion forgives", () => {
  const titled = (...titles: readonly string[]) => titles.map((title, at) => `//- /n${at}.md\n# ${title}`).join("\n");

  it("a letter more, less, another or exchanged in a word of four letters, two in one of eight", () => {
    const notes = titled("Does training scale?", "Is reinforcement learning sparse?");
    for (const typed of ["trainig", "traininng", "trainimg", "trianing", "scael", "sclae"])
      checkCompletion(`//- /a.md\n[[${typed}$0\n${notes}`, { labels: ["Does training scale?", typed] });
    for (const typed of ["reinfrocemnet", "learnng reinforcment", "sprase reinforce"])
      checkCompletion(`//- /a.md\n[[${typed}$0\n${notes}`, { labels: ["Is reinforcement learning sparse?", typed] });
    for (const typed of ["si", "spares reinforcement xyz", "sprse lerning", "trgnmg"])
      checkCompletion(`//- /a.md\n[[${typed}$0\n${notes}`, {
        labels: typed === "sprse lerning" ? ["Is reinforcement learning sparse?", typed] : [typed],
      });
  });

  it("a slip in the beginning of a longer word, while it is typed", () => {
    checkCompletion(`//- /a.md\n[[reinfroce$0\n${titled("Is reinforcement learning sparse?")}`, {
      labels: ["Is reinforcement learning sparse?", "reinfroce"],
    });
    checkCompletion(`//- /a.md\n[[reinfzz$0\n${titled("Is reinforcement learning sparse?")}`, { labels: ["reinfzz"] });
  });

  it("fewer slips first, however well the other words fit", () => {
    checkCompletion(`//- /a.md\n[[gradient learnign$0\n${titled("Is gradient leaning?", "Do gradients always help in learning?")}`, {
      labels: ["Do gradients always help in learning?", "Is gradient leaning?", "gradient learnign"],
    });
  });

  it("nothing where a note has the very words", () => {
    const notes = titled("Is it same?", "Is it some?", "Is it seme?");
    checkCompletion(`//- /a.md\n[[same$0\n${notes}`, { labels: ["Is it same?"] });
    checkCompletion(`//- /a.md\n[[sume$0\n${notes}`, { labels: ["Is it same?", "Is it seme?", "Is it some?", "sume"] });
  });

  it("slips in words that come, and finds none that went", () => {
    const { at } = completionAt(`//- /a.md\n[[trainng$0\n${titled("Does training scale?")}`);
    assert.deepEqual([...at.vault.titleWords.near("trainng")], [["training", 1]]);
    const [, note] = at.files;
    at.vault.remove(note?.note?.uri as Note["uri"]);
    assert.deepEqual([...at.vault.titleWords.near("trainng")], []);
    at.vault.put(note?.note as Note);
    assert.deepEqual([...at.vault.titleWords.near("trainng")], [["training", 1]]);
  });
});
