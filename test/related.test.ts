// Which notes are related to one, in which order, and for which reasons.
import { describe, it } from "mocha";
import { checkRelated } from "./check";

describe("related notes", () => {
  it("are those linked either way, sharing papers and sharing topics, each with its reasons", () => {
    checkRelated(
      `
      //- /a.md
      ---
      title: A?
      topics: [x]
      sources: [2505.24298, 10.1000/one]
      ---
      [[B?]] and again [[B?|b]]
      //- /b.md
      ---
      title: B?
      topics: [y]
      ---
      //- /c.md
      ---
      title: C?
      topics: [y]
      sources: ["https://arxiv.org/abs/2505.24298v2", 10.1000/ONE]
      ---
      [[A?]]
      //- /d.md
      ---
      title: D?
      topics: [x]
      ---
      //- /e.md
      ---
      title: E?
      topics: [z]
      ---
      `,
      `
      C? 7 linked: links to this note (3), cites 2 of the same papers (4)
      B? 3 linked: linked from this note (3)
      D? 1: also in X (1)
      `,
    );
  });

  it("are never the note itself or a topic note", () => {
    checkRelated(
      `
      //- /a.md
      ---
      title: A?
      topics: [x]
      sources: [p]
      ---
      [[#Part]] [[A?]] [[t]]
      ## Part
      //- /t.md
      ---
      type: topic
      topics: [x]
      sources: [p]
      ---
      [[A?]]
      `,
      "",
    );
  });

  it("are as many as asked for, the strongest", () => {
    const source = "//- /a.md\n[[B?]]\n//- /c.md\n# C?\n//- /b.md\n# B?\n//- /d.md\n# D?";
    checkRelated(source, "B? 4 linked: linked from this note (3), also in Unfiled (1)", 1);
  });

  it("are sorted by title where they are equally strong", () => {
    checkRelated(
      "//- /a.md\n[[D?]] [[C?]]\n//- /s/d.md\n# D?\n//- /s/c.md\n# C?",
      "C? 3 linked: linked from this note (3)\nD? 3 linked: linked from this note (3)",
    );
  });
});
