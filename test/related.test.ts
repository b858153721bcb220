// Which notes are related to one, in which order, and for which reasons.
import { describe, it } from "mocha";
import { checkRelated, checkRelatedToText } from "./check";
import { dedent } from "./fixture";

/** Notes that have nothing to do with any other: without them every word of a small vault would be common. */
const others = ["bread", "violins", "glaciers", "chess", "beetles", "harbours"]
  .map((word, index) => `//- /other/${index}.md\n# What of ${word}?\nSome ${word} are seen in ${word} country every year.\n`)
  .join("");

/** A fixture among those. */
const among = (source: string) => `${dedent(source)}\n${others}`;

describe("related notes", () => {
  it("share rare words and phrases, which are told as they are written", () => {
    checkRelated(
      among(
        `//- /a.md\n# Does replay help?\nPrioritized sampling of rare transitions.\n//- /b.md\n# Which data first?\nWe look at prioritized sampling.\n`,
      ),
      "Which data first?: shares “Prioritized sampling”",
    );
  });

  it("share words that hyphens tie together as a whole, not the half of one", () => {
    checkRelated(
      among(`//- /a.md\n# Does replay help?\nThere are trade-offs.\n//- /b.md\n# Which data first?\nWe look at trade-offs.\n`),
      "Which data first?: shares “trade-offs”",
    );
  });

  it("are named in the text, with the place", () => {
    checkRelated(
      among(
        `//- /a.md\n# Does replay help?\nAn actor-critic method learns from it.\n//- /b.md\n---\ntitle: Actor-Critic\n---\nTwo networks.\n`,
      ),
      "Actor-Critic: you mention “actor-critic” [actor-critic]",
    );
  });

  it("name this note", () => {
    checkRelated(
      among(
        `//- /a.md\n---\ntitle: Experience replay\n---\nA buffer.\n//- /b.md\n# What stabilizes learning?\nWith experience replay it holds.\n`,
      ),
      "What stabilizes learning?: mentions “Experience replay”",
    );
  });

  it("cite the same papers, whatever their spelling", () => {
    checkRelated(
      among(`
      //- /a.md
      ---
      title: A?
      sources: [2505.24298, 10.1000/one]
      ---
      [@fu2025]
      //- /x/c.md
      ---
      title: C?
      sources: ["https://arxiv.org/abs/2505.24298v2", 10.1000/ONE]
      ---
      //- /x/d.md
      Said in [@fu2025].
      //- /papers.bib
      @article{fu2025, title = {It runs}, author = {Fu, Wei and Li, An}, year = {2025}, eprint = {2505.24298}}`),
      "C?: both cite doi:10.1000/one and Fu et al., 2025\nd: both cite Fu et al., 2025",
    );
  });

  it("are linked with notes that are close", () => {
    checkRelated(
      among(
        `//- /a.md\n# Does replay help?\nPrioritized sampling of transitions.\n//- /b.md\n# Does prioritized replay help?\nPrioritized sampling of transitions, see [[c]].\n//- /c.md\n# Heaps\nA tree in an array.\n`,
      ),
      "Does prioritized replay help?: shares “Prioritized”, “sampling” and “transitions”; mentions “replay help”\nHeaps: linked from “Does prioritized replay help?”, which is close to this note",
    );
  });

  it("that are linked already are marked, and the links are the first reason", () => {
    checkRelated(
      among(`//- /a.md\n# A?\n[[b]] [[d]]\n//- /b.md\n# B?\n//- /c.md\n# C?\n[[a]]\n//- /d.md\n# D?\n[[a]]\n`),
      "B? (linked): linked from this note\nD? (linked): linked both ways\nC? (linked): links to this note",
    );
  });

  it("have a common link", () => {
    checkRelated(
      among(`//- /a.md\n# A?\n[[b]]\n//- /x/b.md\n# B?\n//- /c.md\n# C?\n[[b]]\n`),
      "C?: both link to “B?”\nB? (linked): linked from this note",
    );
  });

  it("are of one sub-topic", () => {
    checkRelated(
      among(`
      //- /a.md
      ---
      title: A?
      topics: [rl/systems]
      ---
      [[b]]
      //- /b.md
      ---
      title: B?
      topics: [rl/systems]
      ---`),
      "B? (linked): linked from this note; same sub-topic, Systems",
    );
  });

  it("are never the note itself or a topic note", () => {
    checkRelated("//- /a.md\n# A?\n[[a]] [[t]] [[#A?]]\n//- /t.md\n---\ntype: topic\ntopics: [x]\n---\n[[a]]", "");
  });

  it("are none where there is but noise", () => {
    checkRelated(among(`//- /a.md\n# Does replay help?\nPrioritized sampling of transitions in every country.\n`), "");
  });

  it("are as many as asked for, the strongest", () => {
    checkRelated(
      among(`//- /a.md\n# A?\n[[b]] [[b]]\n//- /b.md\n# B?\n[[a]]\n//- /c.md\n# C?\n[[a]]\n`),
      "B? (linked): linked both ways",
      1,
    );
  });

  it("depend on the paragraph at the caret", () => {
    const text = (caret: string, other: string) => `
      //- /a.md
      # Notes of a day
      Prioritized sampling of transitions.${caret}

      Sourdough needs hydration and patience.${other}
      //- /x/b.md
      # Which data first?
      Prioritized sampling, of rare transitions.
      //- /x/c.md
      # How to bake?
      Sourdough, hydration, patience.`;
    checkRelated(
      among(text("$0", "")),
      "Which data first?: shares “Prioritized sampling” and “transitions”\nHow to bake?: shares “Sourdough”, “hydration” and “patience”",
    );
    checkRelated(
      among(text("", "$0")),
      "How to bake?: shares “Sourdough”, “hydration” and “patience”\nWhich data first?: shares “Prioritized sampling” and “transitions”",
    );
  });

  it("answer a question that no note asks", () => {
    checkRelatedToText(
      among(`//- /b.md\n# Which data first?\nPrioritized sampling of rare transitions.\n//- /c.md\n# C?\n`),
      "Does prioritized sampling pay?",
      "Which data first?: shares “prioritized sampling”",
    );
  });

  it("tell no words that stand in links alone", () => {
    checkRelated(
      among(`//- /a.md\n# A?\n[[Sourdough hydration]]\n//- /b.md\n# B?\n[[Sourdough hydration]]\n//- /x/s.md\n# Sourdough hydration\n`),
      "Sourdough hydration (linked): linked from this note\nB?: both link to “Sourdough hydration”",
    );
  });
});
