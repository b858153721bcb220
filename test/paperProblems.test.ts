// What is wrong with citations and sources, and which spellings are one paper.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseBibliography } from "../server/core/bibliography";
import type { NoteUri, PaperId } from "../server/core/note";
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

  it("is not prose, a link, an id of another register, nor a reference to a figure", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      sources: ["[[a]]", "zotero://select/items/ABC", "www.nature.com/x", "isbn:9780000000002", "pmid:123", "Attention is all you need"]
      ---
      [@fig:plot] [@tbl-x; @sec:intro] [owner:: @john]
      ${papers}
      `);
  });

  it("is a key whose quotes YAML has doubled as well as any other", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      sources: ['o''brien2020']
      ---
      //- /p.bib
      @misc{o'brien2020}
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

  it("are tied by an address in two copies of an entry, and by an id with an escaped underscore", () => {
    const entry = "@misc{k, url={https://example.org/p}}";
    assert.equal(canonical(`${entry}\n//- /q/p.bib\n${entry}`, ["key:k"]), "url:https://example.org/p");
    assert.equal(canonical("@misc{k, doi={10.1007/978-3\\_13}}", ["key:k"]), "doi:10.1007/978-3_13");
    assert.equal(canonical("@misc{k, doi={10.1007/978-3{\\_}13}}", ["key:k"]), "doi:10.1007/978-3_13");
  });

  it("are not tied by a note about another paper", () => {
    assert.equal(canonical("@misc{k, note={Comment on arXiv:1905.12345}}", ["key:k"]), "key:k");
    assert.equal(canonical("@misc{k, note={arXiv:1905.12345 [cs]}}", ["key:k"]), "arxiv:1905.12345");
  });

  it("of thousands of entries with one id are read in time that grows with their number", () => {
    const { vault } = fixture("//- /a.md\n[@k1]\n");
    const entries = Array.from({ length: 20_000 }, (_, at) => `@misc{k${at}, doi={10.1000/x}, url={https://example.org/${at}}}`).join("\n");
    const about = { uri: "memory:///vault/p.bib" as NoteUri, folder: undefined, path: "p.bib" };
    assert.equal(vault.putBibliography(parseBibliography(about, entries)).notes.size, 1);
    assert.equal(vault.papers.canonical("key:k19999"), "doi:10.1000/x");
  });

  it("change with the order of equal keys, and whoever cites them is told", () => {
    const entries = ["@misc{k, doi={10.1000/a}}", "@misc{k, doi={10.1000/b}}"];
    const { vault } = fixture(`//- /a.md\n---\nsources: [k, doi:10.1000/a]\n---\n//- /p.bib\n${entries.join("\n")}\n`);
    const about = { uri: "memory:///vault/p.bib" as NoteUri, folder: "memory:///vault" as NoteUri, path: "p.bib" };
    assert.equal(vault.putBibliography(parseBibliography(about, entries.reverse().join("\n"))).notes.size, 1);
    assert.equal(vault.papers.canonical("key:k"), "doi:10.1000/b");
  });

  it("are not tied by a key that two files give to different papers", () => {
    const bib = "@misc{smith, doi={10.1000/1}}\n//- /q.bib\n@misc{smith, doi={10.1000/2}}";
    assert.equal(canonical(bib, ["key:smith", "doi:10.1000/1", "doi:10.1000/2"]), "doi:10.1000/1 doi:10.1000/1 doi:10.1000/2");
  });
});
