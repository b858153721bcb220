// Two notes become one: the first of each vault goes into the second.
import { describe, it } from "mocha";
import { checkMerge } from "./merging";

describe("a note that is merged into another", () => {
  it("becomes a section of it under its title, its headings a level deeper, and all that led to it leads on", () =>
    checkMerge(
      `
      //- /a.md
      # Does it scale?

      It does, says [[B?]], mostly; see [[#Costs]].

      ## Costs

      Few. ^few
      //- /b.md
      # B?

      Text.
      //- /c.md
      [[Does it scale?]], [[a|it]], [x](a.md), [y](a.md#costs), [[a#Costs]], ![[Does it scale?#^few]] and [[B?]].
      `,
      `
      //- /b.md
      ---
      aliases: ["Does it scale?"]
      ---

      # B?

      Text.

      ## Does it scale?

      It does, says [[B?]], mostly; see [[#Costs]].

      ### Costs

      Few. ^few
      //- /c.md
      [[B?]], [[b|it]], [x](b.md), [y](b.md#costs), [[b#Costs]], ![[B?#^few]] and [[B?]].
      `,
    ));

  it("brings its topics, sources, aliases and related notes along, each once", () =>
    checkMerge(
      `
      //- /a.md
      ---
      title: "A: what?"
      summary: Of A.
      aliases: [ay]
      topics: [x, "Y z"]
      sources: ["2505.24298", "2404.10719"]
      related: ["[[B?]]", "[[C?]]", "[[D?]]", "[[Is it open?]]"]
      tags: [one, two]
      status: done
      ---

      Text of A.
      //- /b.md
      ---
      title: B?
      summary: Of B.
      topics:
        - x
      sources: [https://arxiv.org/abs/2505.24298]
      related:
        - C?
        - "A: what?"
      tags: [two]
      ---
      Text of B.
      //- /c.md
      # C?
      //- /d.md
      # D?
      `,
      `
      //- /b.md
      ---
      title: B?
      summary: Of B.
      topics:
        - x
        - Y z
      sources: [https://arxiv.org/abs/2505.24298, 2404.10719]
      related:
        - C?
        - D?
        - Is it open?
      tags: [two, one]
      aliases: ["A: what?", "ay"]
      status: done
      ---
      Text of B.

      ## A: what?

      Of A.

      Text of A.
      `,
    ));

  it("keeps its own places apart from those of the same name", () =>
    checkMerge(
      `
      //- /a.md
      # A?

      ## Costs

      One. ^one

      A footnote[^1], \`not[^1]\` and [^b].

      [^1]: First.
      [^b]: Of A.
      //- /b.md
      # B?

      ## Costs

      Other. ^one

      Text[^1].

      [^1]: Other.
      //- /c.md
      [[A?#Costs]] [[B?#Costs]] [x](a.md#costs) [y](b.md#costs) [[a#^one]] [[b#^one]]
      `,
      `
      //- /b.md
      ---
      aliases: ["A?"]
      ---

      # B?

      ## Costs

      Other. ^one

      Text[^1].

      [^1]: Other.

      ## A?

      ### Costs

      One. ^one-2

      A footnote[^1-2], \`not[^1]\` and [^b].

      [^1-2]: First.
      [^b]: Of A.
      //- /c.md
      [[B?#A?#Costs]] [[B?#Costs]] [x](b.md#costs-1) [y](b.md#costs) [[B?#^one-2]] [[b#^one]]
      `,
    ));

  it("takes its links along from one folder to another", () =>
    checkMerge(
      `
      //- /x/a.md
      # A?
      See [c](c.md), [d](../d.md#part), [[c]], [[./c]], ![p](p.png), [b](../y/b.md) and [me](#a).
      //- /y/b.md
      ---
      aliases:
        - bee
      ---
      # B?
      See [a](../x/a.md).
      //- /x/c.md
      # C?
      //- /d.md
      ## Part
      //- /x/p.png
      `,
      `
      //- /y/b.md
      ---
      aliases:
        - bee
        - A?
      ---
      # B?
      See [a](b.md).

      ## A?
      See [c](../x/c.md), [d](../d.md#part), [[c]], [[../x/c]], ![p](../x/p.png), [b](../y/b.md) and [me](#a).
      `,
    ));

  it("with underlined headings keeps them headings", () =>
    checkMerge(
      "//- /a.md\nA?\n===\n\nText.\n\nCosts\n-----\nFew.\n//- /b.md\n# B?\n",
      '//- /b.md\n---\naliases: ["A?"]\n---\n\n# B?\n\n## A?\n---\n\nText.\n\n### Costs\nFew.\n'.replace("## A?\n---", "A?\n---"),
    ));

  it("without a title of its own is called by its file's name", () =>
    checkMerge(
      "//- /some-file.md\nText.\n//- /b.md\n# B?\n//- /c.md\n[[some-file]]\n",
      "//- /b.md\n# B?\n\n## some file\n\nText.\n//- /c.md\n[[b]]\n",
    ));

  it("of which nothing but the title is written leaves no empty section", () =>
    checkMerge(
      "//- /a.md\n# A?\n//- /b.md\n# B?\n\nText.\n//- /c.md\n[[A?]]\n",
      '//- /b.md\n---\naliases: ["A?"]\n---\n\n# B?\n\nText.\n//- /c.md\n[[B?]]\n',
    ));

  it("is taken out of lists that have the other one, too", () =>
    checkMerge(
      '//- /a.md\n# A?\nText.\n//- /b.md\n---\nrelated: ["[[A?]]"]\n---\n# B?\n//- /c.md\n---\nrelated: ["[[A?]]", "[[B?]]"]\n---\nSee [[A?]].\n',
      '//- /b.md\n---\nrelated: []\naliases: ["A?"]\n---\n# B?\n\n## A?\nText.\n//- /c.md\n---\nrelated: ["[[B?]]"]\n---\nSee [[B?]].\n',
    ));

  it("gives its title up where a third note bears it, and what meant that one still does", () =>
    checkMerge(
      "//- /a.md\n# A?\nText.\n//- /b.md\n# B?\n//- /c.md\n# A?\n//- /d.md\n[[a]] [[c]] [[/c]]\n",
      "//- /b.md\n# B?\n\n## A?\nText.\n//- /d.md\n[[B?]] [[c]] [[/c]]\n",
    ));

  it("keeps the line ends of the other", () =>
    checkMerge(
      "//- /a.md\n# A?\n\nText.\n//- /b.md\n# B?\r\n\r\nText.\r\n",
      '//- /b.md\n---\r\naliases: ["A?"]\r\n---\r\n\r\n# B?\r\n\r\nText.\r\n\r\n## A?\r\n\r\nText.\r\n',
    ));

  it("is refused where a label would mean one address for both", () =>
    checkMerge(
      "//- /a.md\n# A?\n[x][it]\n\n[it]: https://a.example\n//- /b.md\n# B?\n[y][it]\n\n[it]: https://b.example\n",
      "Nothing was changed: [it] stands in both notes and would mean one address for both. Give it another name in one.",
    ));

  it("is refused where something open would swallow it", () =>
    checkMerge(
      "//- /a.md\n# A?\nText.\n//- /b.md\n# B?\n~~~\ncode\n",
      "Nothing was changed: the text of a.md would be read as something else in b.md.",
    ));

  it("is refused where the front matter of either cannot be read", () =>
    checkMerge(
      "//- /a.md\n---\ntitle: [\n---\n# A?\n//- /b.md\n# B?\n",
      "Nothing was changed: the front matter of a.md cannot be read. Mend it first.",
    ));

  it("is refused where either describes a topic", () =>
    checkMerge("//- /a.md\n---\ntype: topic\n---\n# A\n//- /b.md\n# B?\n", "a.md describes a topic: it cannot be merged."));
});
