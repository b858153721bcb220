// What is wrong with citations and sources, and which spellings are one paper.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { PaperId } from "../server/core/note";
import { checkDiagnostics } from "./check";
import { fixture } from "./fixture";

const papers = `
      //- /papers.bib
      @misc{fu2025areal, title={AReaL}, author={Fu, Wei and Gao, Jiaxuan}, year={2025}, eprint={2505.24298}}
      @article{kingma2014, title={Adam}, doi={10.1000/ADAM}}
      @book{sutton, title={Reinforcement Learning}, author={Sutton, R. S. and Barto, A. G. and Third, T. and Fourth, F.}, year={2018}}
      `;

describe("unknown-citation", () => {
  it("is a key in brackets or among the sources that no bibliography holds, with the closest that one does", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      sources: [fu2025areel, sutton, arxiv:2401.00010, x]
                ^^^^^^^^^^^ unknown-citation error: Did you mean “fu2025areal”? No bibliography holds the key “fu2025areel”.
                                                       ^ unknown-citation error: No bibliography holds the key “x”.
      ---
      [see @Kingma2014, p. 3; @sutton] @nobody [@nobody]
            ^^^^^^^^^^ unknown-citation error: Did you mean “kingma2014”?
                                                 ^^^^^^ unknown-citation error: No bibliography holds the key “nobody”.
      ${papers}
      `);
  });

  it("is nothing where there is no bibliography", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      sources: [x]
      ---
      [@nobody]
      `);
  });

  it("is not a key of a malformed entry, nor a second key of one", () => {
    checkDiagnostics(`
      //- /a.md
      [@broken; @old]
      //- /p.bib
      @misc{broken, title = {x} year = {2}}
      @misc{new, ids = {old}}
      `);
  });
});

describe("duplicate-source", () => {
  it("is one paper by its key and by its id", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      sources: [fu2025areal, arxiv:2505.24298]
                             ^^^^^^^^^^^^^^^^ duplicate-source warning: This paper is listed already, as “fu2025areal”.
      ---
      ${papers}
      `);
  });
});

describe("spellings", () => {
  const canonical = (bib: string, ids: readonly PaperId[]) => {
    const { vault } = fixture(`//- /p.bib\n${bib}`);
    return ids.map((id) => vault.papers.canonical(id)).join(" ");
  };

  it("tie the published paper to its preprint, over several entries", () => {
    const bib = "@misc{a, eprint={2401.00010}, doi={10.1/x}}\n@misc{b, doi={10.1/x}, url={https://example.org/p}}\n@misc{c, title={C}}";
    assert.equal(
      canonical(bib.replaceAll("10.1/x", "10.1000/x"), ["key:a", "key:b", "doi:10.1000/x", "url:https://example.org/p", "key:c"]),
      "arxiv:2401.00010 arxiv:2401.00010 arxiv:2401.00010 arxiv:2401.00010 key:c",
    );
  });

  it("are not tied by an address that several entries have", () => {
    const bib = "@misc{a, url={https://example.org/all}}\n@misc{b, url={https://example.org/all}}";
    assert.equal(canonical(bib, ["key:a", "key:b"]), "key:a key:b");
  });

  it("are not tied by a key that two files give to different papers", () => {
    const bib = "@misc{smith, doi={10.1000/1}}\n//- /q.bib\n@misc{smith, doi={10.1000/2}}";
    assert.equal(canonical(bib, ["key:smith", "doi:10.1000/1", "doi:10.1000/2"]), "doi:10.1000/1 doi:10.1000/1 doi:10.1000/2");
  });
});
