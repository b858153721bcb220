// Papers in the vault: one paper in all its spellings, what is cited where, and what a key means.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { documentLinks } from "../server/features/documentLinks";
import { checkDefinition, checkHover, checkMeanings, checkReferences, checkTopics } from "./check";
import { fixture, noteIn } from "./fixture";
import { checkSpans } from "./noteText";

const papers = `
      //- /papers.bib
      @misc{<def>fu2025areal</def>, title={AReaL}, author={Fu, Wei and Gao, Jiaxuan}, year={2025}, eprint={2505.24298}}
      @article{kingma2014, title={Adam}, doi={10.1000/ADAM}}
      @book{sutton, title={Reinforcement Learning}, author={Sutton, R. S. and Barto, A. G. and Third, T. and Fourth, F.}, year={2018}}
      `;

describe("citations", () => {
  it("stand in brackets, alone or with others, with words before and behind", () => {
    checkSpans("as ⟦@‹fu2025areal›⟧ and [⟦@‹fu2025areal›⟧], [see ⟦@‹a:b/c›⟧, p. 3; also -⟦@‹d_1›⟧], (⟦@{‹any key›}⟧)", [
      "@fu2025areal",
      "bracketed @fu2025areal",
      "bracketed @a:b/c",
      "bracketed @d_1",
      "@any key",
    ]);
  });

  it("end before punctuation, and are not part of an address or a word", () => {
    checkSpans("⟦@‹fu2025›⟧. ⟦@‹fu2025›⟧: x, wei@example.org, a@b, \\@c, @, @-x, ⟦@‹_y›⟧");
  });

  it("are bracketed only where each part cites, and nothing makes a link of the brackets", () => {
    checkSpans("[see ⟦@‹a›⟧; nothing] ⟦[see @x](‹a.md›)⟧ [⟦@‹c›⟧; and ⟦@‹d›⟧]", ["@a", "a.md", "bracketed @c", "bracketed @d"]);
    checkSpans("[@types/node] [⟦@‹other›⟧]\n\n[@types/node]: https://example.org", ["bracketed @other"]);
  });

  it("are none in code, comments, formulas and link texts", () => {
    checkSpans("`[@a]` <!-- [@b] --> $[@c]$ %%[@d]%% ⟦[see @e](‹x.md›)⟧ \\[⟦@‹f›⟧]\n\n    [@g]\n\n```\n[@h]\n```\n");
  });
});

describe("a paper", () => {
  it("is meant by its key where a bibliography has it, and by an id anywhere", () => {
    checkMeanings(
      `
      //- /a.md
      [@fu2025areal] @kingma2014 @nobody [@doi:10.1/x] [@arxiv:2401.00010] [[@fu2025areal]] [[@nobody]]
      ${papers.replace(/<\/?def>/g, "")}
      `,
      `
      @fu2025areal -> paper arxiv:2505.24298
      @kingma2014 -> paper doi:10.1000/adam
      @nobody -> unchecked
      @doi:10.1/x -> missing
      @arxiv:2401.00010 -> paper arxiv:2401.00010
      [[@fu2025areal]] -> paper arxiv:2505.24298
      [[@nobody]] -> missing
      `.replace("[@doi:10.1/x] ", ""),
    );
  });

  it("is a note first: a note named `@key` answers a link", () => {
    checkMeanings(
      `
      //- /a.md
      [[@fu2025areal]]
      //- /@fu2025areal.md
      ${papers.replace(/<\/?def>/g, "")}
      `,
      "[[@fu2025areal]] -> stem @fu2025areal.md",
    );
  });

  it("leads to its entry, from a citation and from a source in any spelling", () => {
    for (const note of ["[@fu2025$0areal]", "@fu2025areal$0", "---\nsources: ['https://arxiv.org/abs/2505.2$04298v3']\n---"])
      checkDefinition(`\n//- /a.md\n${note}\n${papers.replaceAll("      ", "")}`);
  });

  it("is referred to by every note that cites it, in the text or as a source", () => {
    checkReferences(`
      //- /a.md
      [<ref>@fu20$025areal</ref>, p. 3]
      //- /b.md
      ---
      sources: [<ref>2505.24298v2</ref>, kingma2014]
      ---
      By <ref>@fu2025areal</ref>.
      //- /c.md
      @fu2025
      ${papers}
      `);
  });

  it("without an entry is referred to all the same", () => {
    checkReferences(`
      //- /a.md
      ---
      sources: [<ref>arxiv:2401.0$00010</ref>]
      ---
      //- /b.md
      ---
      sources: [<ref>https://arxiv.org/pdf/2401.00010</ref>]
      ---
      `);
  });

  it("is counted once, whatever its spellings", () => {
    checkTopics(
      `
      //- /a.md
      ---
      topics: [t]
      sources: [fu2025areal]
      ---
      //- /b.md
      ---
      topics: [t]
      sources: ["2505.24298"]
      ---
      [@kingma2014; @fu2025areal]
      //- /c.md
      ---
      topics: [t]
      sources: [doi:10.1000/adam]
      ---
      @nobody
      ${papers.replace(/<\/?def>/g, "")}
      `,
      "T (3/2) t",
    );
  });

  it("is counted by its key where no bibliography could say more", () => {
    checkTopics("//- /a.md\n---\nsources: [a, b]\n---\n[@b; @c] @d\n", "Unfiled (1/3) unfiled");
  });

  it("says on hover who wrote it, when, where it is and who cites it", () => {
    checkHover(
      `
      //- /a.md
      [@fu2025$0areal]
      //- /b.md
      ---
      title: Why?
      sources: [arxiv:2505.24298]
      ---
      ${papers.replace(/<\/?def>/g, "")}
      `,
      `
      **AReaL**

      Wei Fu and Jiaxuan Gao · 2025

      [arXiv\\:2505\\.24298](<https://arxiv.org/abs/2505.24298>) · \\@fu2025areal

      Cited by 2 notes:

      - a
      - Why?
      `,
    );
    checkHover(
      `
      //- /a.md
      [@sut$0ton]
      ${papers.replace(/<\/?def>/g, "")}
      `,
      `
      **Reinforcement Learning**

      R\\. S\\. Sutton, A\\. G\\. Barto, T\\. Third and others · 2018

      \\@sutton

      Cited by 1 note:

      - a
      `,
    );
  });

  it("on hover without an entry says that nobody describes it", () => {
    checkHover(
      "//- /a.md\n---\nsources: [10.1000/x(1)>y$0]\n---\n",
      `
      **doi\\:10\\.1000/x\\(1\\)\\>y**

      [doi\\:10\\.1000/x\\(1\\)\\>y](<https://doi.org/10.1000/x(1)%3Ey>)

      *No bibliography describes it.*

      Cited by 1 note:

      - a
      `,
    );
  });
});

describe("a click", () => {
  const opened = (source: string) => {
    const at = fixture(source);
    return documentLinks(at.vault, noteIn(at)).map(({ opens, tooltip }) => {
      if (opens.kind === "question") return `the question “${opens.question}” - ${tooltip}`;
      const where =
        opens.kind === "page" ? opens.address : `${opens.uri.slice("memory:///vault/".length)}${opens.place ? " at a place" : ""}`;
      return `${where} - ${tooltip}`;
    });
  };

  it("offers to write an open question, and no other link that leads nowhere", () => {
    assert.deepEqual(
      opened("[[Why do birds sing?]] [[B?]] [[nowhere]] [[Does it woork?]] [x](y.md) [[a/b?]]\n//- /c.md\n# Does it work?\n"),
      ["the question “Why do birds sing?” - Write “Why do birds sing?”", "the question “B?” - Write “B?”"],
    );
  });

  it("opens notes, parts, files and papers, and says so before", () => {
    assert.deepEqual(
      opened(`
      //- /a.md
      ---
      sources: [arxiv:2401.00010, doi:10.1000/x]
      ---
      [[b]] [[b#Why]] [[b#^why]] [[p.png]] [[nothing]] [@fu2025areal] [@sutton] @nobody
      //- /b.md
      # What?
      ## Why
      Text ^why
      //- /p.png
      ${papers.replace(/<\/?def>/g, "")}
      `),
      [
        "https://arxiv.org/abs/2401.00010 - Open “arXiv:2401.00010” at arxiv.org",
        "https://doi.org/10.1000/x - Open “doi:10.1000/x” at doi.org",
        "b.md - Open “What?”",
        "b.md at a place - Open “What?” at “Why”",
        "b.md at a place - Open “What?” at ^why",
        "p.png - Open p.png",
        "https://arxiv.org/abs/2505.24298 - Open “AReaL” at arxiv.org",
        "papers.bib at a place - Open the entry of “Reinforcement Learning” in papers.bib",
      ],
    );
  });
});
