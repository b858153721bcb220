// Which paper a source names: every spelling of one paper gives one id, near misses do not.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { paperOf } from "../server/core/citations";

const all = (paper: string, spellings: readonly string[]) => {
  for (const spelling of spellings) assert.equal(paperOf(spelling), paper, spelling);
};

describe("papers", () => {
  it("are one arXiv paper in all of its spellings", () => {
    all("arxiv:2505.24298", [
      "2505.24298",
      "arxiv:2505.24298",
      "arXiv:2505.24298",
      "arXiv: 2505.24298v2",
      "ARXIV:2505.24298V1",
      "https://arxiv.org/abs/2505.24298",
      "http://arxiv.org/abs/2505.24298v3",
      "https://www.arxiv.org/pdf/2505.24298",
      "https://arxiv.org/pdf/2505.24298v1.pdf",
      "https://arxiv.org/html/2505.24298v1",
      "https://export.arxiv.org/abs/2505.24298",
      "arxiv.org/abs/2505.24298",
      "https://arxiv.org/abs/2505.24298?context=cs.LG",
      "https://arxiv.org/abs/2505.24298#references",
      "10.48550/arXiv.2505.24298",
      "doi:10.48550/arXiv.2505.24298",
      "https://doi.org/10.48550/ARXIV.2505.24298",
      "  2505.24298  ",
    ]);
  });

  it("are one arXiv paper behind an address that ends in a slash", () => {
    all("arxiv:2505.24298", ["https://arxiv.org/abs/2505.24298/"]);
  });

  it("are one old-style arXiv paper in all of its spellings", () => {
    all("arxiv:hep-th/9901001", [
      "hep-th/9901001",
      "arXiv:hep-th/9901001v2",
      "https://arxiv.org/abs/hep-th/9901001",
      "https://arxiv.org/pdf/hep-th/9901001v1.pdf",
    ]);
    all("arxiv:math/0309136", ["math/0309136", "math.GT/0309136", "arXiv:math.GT/0309136v1"]);
  });

  it("had four digits before 2015", () => {
    all("arxiv:0705.1234", ["0705.1234", "arXiv:0705.1234v1"]);
  });

  it("are one DOI without regard to case, prefix and address", () => {
    all("doi:10.1038/nature14539", [
      "10.1038/nature14539",
      "doi:10.1038/NATURE14539",
      "DOI: 10.1038/nature14539",
      "https://doi.org/10.1038/nature14539",
      "http://dx.doi.org/10.1038/nature14539",
    ]);
  });

  it("are addresses where nothing better is known", () => {
    all("url:https://example.com/paper", ["https://example.com/paper", "https://example.com/paper/"]);
  });

  it("are keys of a bibliography otherwise, with or without Pandoc's marks", () => {
    all("key:fu2025areal", ["fu2025areal", "@fu2025areal", "[@fu2025areal]"]);
    all("key:DBLP:conf/icml/2024", ["DBLP:conf/icml/2024"]);
  });

  it("are told apart where they differ", () => {
    assert.notEqual(paperOf("2505.24298"), paperOf("2505.24299"));
    assert.notEqual(paperOf("10.1000/a"), paperOf("10.1000/b"));
    assert.notEqual(paperOf("Fu2025"), paperOf("fu2025"));
    assert.notEqual(paperOf("2505.2429812"), "arxiv:2505.24298");
    assert.notEqual(paperOf("v2505.24298"), "arxiv:2505.24298");
    assert.notEqual(paperOf("https://example.com/abs/2505.24298"), "arxiv:2505.24298");
  });

  it("are none in an empty text", () => {
    for (const text of ["", "  ", "@", "[@]"]) assert.equal(paperOf(text), undefined, JSON.stringify(text));
  });
});
