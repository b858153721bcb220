// The links of one note as a view lists them: who leads to it, where its own lead, and who names it without a link; each with its sentence.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseNote } from "../server/core/parseNote";
import { contextOf } from "../server/features/context";
import { incomingLinks, outgoingLinks } from "../server/features/noteLinks";
import { linkedMention, mentionsIn, notesNaming } from "../server/features/related/mentions";
import type { Texts } from "../server/features/rename/plan";
import { relatednessOf } from "./check";
import { fixture, noteIn } from "./fixture";

/** What a link of `/a.md` to `/b.md` is shown with, the link between `<` and `>`. */
function shown(text: string): readonly string[] {
  const at = fixture(`//- /a.md\n${text}\n//- /b.md\n# B?\n`);
  const note = noteIn(at, "b.md");
  return incomingLinks(at.vault, note).map(({ from, reference }) => {
    const context = contextOf(from, at.files[0]?.text ?? "", reference.range);
    const { sentence, mark, headings } = context;
    const marked = `${sentence.slice(0, mark.start)}<${sentence.slice(mark.start, mark.end)}>${sentence.slice(mark.end)}`;
    return [...headings, marked].join(" › ");
  });
}

describe("a place in a list of links", () => {
  const cases: readonly (readonly [what: string, text: string, ...expected: string[]])[] = [
    ["is shown with its sentence alone", "# A?\nOne. See [[B?]] here. Two.\n", "See <B?> here."],
    ["has what links show in place of their marks", "# A?\nSee [[b|that]] and [*it*](c.md) too.\n", "See <that> and *it* too."],
    ["has the headings over it, without the title", "# A?\n## One\n### Two\n- [ ] See [[B?]]\n", "One › Two › See <B?>"],
    ["has a sentence of several lines in one", "# A?\nIt is\nas [[B?]]\nsays. Or not.\n", "It is as <B?> says."],
    ["has no other item of its list", "# A?\n- one\n- see [[B?]]\n- two\n", "see <B?>"],
    ["has no end of a sentence within a link", "# A?\nAs [[B?]] Says so. No.\n", "As <B?> Says so."],
    ["is shown alone in the front matter", '---\nrelated: ["[[B?]]"]\n---\n# A?\n', "front matter › <B?>"],
    ["is shown once for each link", "# A?\n[[B?]] one.\n\nTwo [[B?]]\n", "<B?> one.", "Two <B?>"],
    [
      "is cut out of a long line",
      `# A?\n${"word ".repeat(50)}[[B?]]${" word".repeat(60)}\n`,
      `…${"word ".repeat(20)}<B?>${" word".repeat(39)} wo…`,
    ],
  ];
  for (const [what, text, ...expected] of cases) it(what, () => assert.deepEqual(shown(text), expected));
});

describe("the links of a note", () => {
  const outgoing = (text: string) => {
    const at = fixture(`//- /a.md\n${text}\n//- /b.md\n# B?\n## Part\n//- /c.pdf\n//- /p.png\n//- /papers.bib\n@book{k, title={T}}\n`);
    return outgoingLinks(at.vault, noteIn(at, "a.md")).map(({ state, title, why }) => [state, title, ...(why ? [why] : [])].join(": "));
  };

  it("come with the broken ones first, then what is asked, then the others in their order", () => {
    assert.deepEqual(outgoing("# A?\n[[B?]] [[Why do cats sing?]] [x](gone.md) [[B?#Part]] [[B?#None]]\n"), [
      "broken: gone.md: No file answers “gone.md”.",
      "broken: B? › None: “B?” has no heading “None”.",
      "question: Why do cats sing?: “Why do cats sing?” is a question no note answers yet.",
      "found: B?",
      "found: B? › Part",
    ]);
  });

  it("are neither citations nor images nor what leads to the note itself, unless it leads nowhere", () => {
    assert.deepEqual(outgoing("# A?\n[@k] ![x](p.png) ![[p.png]] [[#A?]] [doc](c.pdf) [[#None]]\n"), [
      "broken: A? › None: “A?” has no heading “None”.",
      "found: c.pdf",
    ]);
  });

  it("do not lead to itself", () => {
    const at = fixture("//- /a.md\n# A?\n[[A?]]\n//- /b.md\n[[A?]]\n");
    assert.deepEqual(
      incomingLinks(at.vault, noteIn(at, "a.md")).map(({ from }) => from.path),
      ["b.md"],
    );
  });
});

const others = ["bread", "violins", "glaciers", "chess"].map((it, at) => `//- /other/${at}.md\n# What of ${it}?\nSome ${it}.\n`).join("");
const named = "---\ntitle: Actor-Critic\naliases: [A2C methods]\n---\nActor-critic it is.\n";

/** The lines in which `/a.md` names `/ac.md`, each as *Link It* leaves it. */
function mentioned(text: string, more = "", target = named): readonly string[] {
  const at = fixture(`//- /a.md\n${text}\n${more}//- /ac.md\n${target}${others}`);
  const relatedness = relatednessOf(at);
  const note = noteIn(at, "ac.md");
  const texts: Texts = {
    read: async (it) => at.files.find(({ path }) => path === it.path)?.text,
    reread: (about, changed) => parseNote(about, changed, { topicsFromTags: false }),
  };
  return notesNaming(relatedness, note, () => false).flatMap((from) => {
    const read = { note: from, text: at.files.find(({ path }) => path === from.path)?.text ?? "" };
    return mentionsIn(relatedness, texts, read, note).map((range) => {
      const change = linkedMention(relatedness, texts, read, { note, range }, "title");
      const made = read.text.slice(0, range.start) + (change?.text ?? "?") + read.text.slice(range.end);
      const start = made.lastIndexOf("\n", range.start) + 1;
      return made.slice(start, made.indexOf("\n", range.start + 1));
    });
  });
}

describe("a mention of a note", () => {
  it("is found by every name, and each becomes a link by itself", () => {
    assert.deepEqual(mentioned("# A?\nUse actor-critic.\n\nOr A2C methods, Actor-Critic.\n"), [
      "Use [[Actor-Critic|actor-critic]].",
      "Or [[Actor-Critic|A2C methods]], Actor-Critic.",
      "Or A2C methods, [[Actor-Critic]].",
    ]);
  });

  it("is one of a single word where that is all of a name", () => {
    assert.deepEqual(mentioned("# A?\nWe like DAC a lot.\n", "", "# Do critics help?\n"), []);
    assert.deepEqual(mentioned("# A?\nA critic helped with DAC.\n", "", "---\ntitle: Who are critics?\naliases: [DAC]\n---\n"), [
      "A critic helped with [[Who are critics?|DAC]].",
    ]);
  });

  const none: readonly (readonly [string, string, string?])[] = [
    ["a heading", "# A?\n## Actor-Critic\n"],
    ["a link", "# A?\n[[Actor-Critic]] and [[x|actor critic]]\n"],
    ["code", "# A?\n`actor-critic`\n\n```\nactor-critic\n```\n"],
    ["a formula", "# A?\n$actor-critic$\n"],
    ["brackets", "# A?\n[actor-critic]\n\n[actor-critic]: https://example.org\n"],
    ["the title", "# Actor-Critic or not?\n"],
    ["the longer name of another note", "# A?\nUse actor-critic ensembles.\n", "//- /e.md\n# Actor-critic ensembles\n"],
    ["the note itself", "# A?\n"],
  ];
  for (const [where, text, more] of none) it(`is none in ${where}`, () => assert.deepEqual(mentioned(text, more), []));
});
