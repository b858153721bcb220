// A `.bib` file's text -> papers: real habits of Zotero, Google Scholar and people, and files with mistakes.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { type Bibliography, parseBibliography } from "../server/core/bibliography";
import type { NoteUri } from "../server/core/note";
import { plainTex } from "../server/core/tex";
import { dedent } from "./fixture";

const file = { uri: "memory:///vault/papers.bib" as NoteUri, folder: "memory:///vault" as NoteUri, path: "papers.bib" };

const read = (text: string, before?: Bibliography) => parseBibliography(file, text, before);

/** A line an entry: key, authors' family names, year, title, ids. */
function summaries(text: string): readonly string[] {
  return read(text).entries.map(({ key, authors, year, title, ids, range }) => {
    assert.equal(text.slice(range.start, range.end), key, "the range is the key's");
    return [key, authors.map(({ family }) => family).join(" & "), year, title, ids.join(" ")].join(" | ");
  });
}

function checkEntries(text: string, ...expected: readonly string[]): void {
  assert.deepEqual(summaries(dedent(text)), expected);
}

describe("a bibliography", () => {
  it("gives title, authors, year and ids of an entry by Zotero", () => {
    checkEntries(
      String.raw`
      @misc{fu_areal_2025,
        title = {{AReaL}: {A} {Large}-{Scale} {Asynchronous} {System} for {Schr{\"o}dinger}'s cat},
        shorttitle = {{AReaL}},
        url = {http://arxiv.org/abs/2505.24298},
        doi = {10.48550/arXiv.2505.24298},
        abstract = {Costs 5\% of {\textbackslash}textit. @Nobody, knows.},
        author = {Fu, Wei and Gao, Jiaxuan and {van der Berg}, Jan and {OpenAI Team}},
        month = may,
        year = {2025},
        note = {arXiv:2505.24298 [cs]},
        file = {Full Text:C\:\\Users\\x.pdf:application/pdf},
      }
      `,
      "fu_areal_2025 | Fu & Gao & van der Berg & OpenAI Team | 2025 | AReaL: A Large-Scale Asynchronous System for Schrödinger's cat | arxiv:2505.24298",
    );
  });

  it("gives the arXiv id where Google Scholar, DBLP and BibLaTeX put it", () => {
    checkEntries(
      `
      @article{vaswani2017attention,
        title={Attention is all you need},
        author={Vaswani, Ashish and others},
        journal={arXiv preprint arXiv:1706.03762},
        year={2017}
      }
      @article{DBLP:journals/corr/KingmaB14,
        author    = "Diederik P. Kingma and Jimmy Ba",
        title     = "Adam", journal = {CoRR}, volume = {abs/1412.6980}, year = 2014 }
      @online{a, eprint = {hep-th/9901001v2}, eprinttype = {arxiv}, date = {1999-01-02}}
      @article{b, eprint = {12345}, eprinttype = {pubmed}, doi = {https://doi.org/10.1145/ABC}, howpublished = {\\url{https://arxiv.org/abs/2401.00010}}}
      `,
      "vaswani2017attention | Vaswani & others | 2017 | Attention is all you need | arxiv:1706.03762",
      "DBLP:journals/corr/KingmaB14 | Kingma & Ba | 2014 | Adam | arxiv:1412.6980",
      "a |  | 1999 |  | arxiv:hep-th/9901001",
      "b |  |  |  | doi:10.1145/abc arxiv:2401.00010",
    );
  });

  it("takes a family name as BibTeX does: before the comma, in braces, with its particle", () => {
    checkEntries(
      String.raw`
      @misc{a, author = {Ludwig van Beethoven and {\'E}variste Galois and Garc{\'\i}a M{\'a}rquez, Gabriel and {Google and Friends}}}
      `,
      "a | van Beethoven & Galois & García Márquez & Google and Friends |  |  | ",
    );
  });

  it("survives malformed entries, whose keys are still known", () => {
    checkEntries(
      `
      @article{first, title = {One}}
      @article{twice,, title = {Two commas},,}
      @article{nocomma, title = {A} year = {2020}}
      @article{open, title = {Never closed}
      @article{bare}
      @techreport(swallowed, author = {Sylvie Thi\\{'ebaux}, title = {T})
      @article{, title = {No key}}
      @article{last, title = {Three}}
      `,
      "first |  |  | One | ",
      "twice |  |  |  | ",
      "nocomma |  |  |  | ",
      "open |  |  |  | ",
      "bare |  |  |  | ",
      "swallowed |  |  |  | ",
      "last |  |  | Three | ",
    );
  });

  it("has no entries for comments, strings, preambles and text between", () => {
    checkEntries(`
      Some words and an address@example.org
      @comment{jabref-meta: databaseType:bibtex;}
      @Comment no braces
      @string{jan = "January"}
      @preamble{"\\newcommand{x}"}
      `);
  });

  it("reads items in parentheses, in capitals, on one line, and with a line inside a value that looks like one", () => {
    checkEntries(
      `
      @web_page{underscore, title={U}}
      @ARTICLE( paren , TITLE = {P} )
      @misc{a, title={A}} @misc{b, title={B}}
      @misc{quoting,
        abstract = {An example:
      @misc{not-an-entry, title = {x}}
        ends here.},
        title = {Q}
      }
      `,
      "underscore |  |  | U | ",
      "paren |  |  | P | ",
      "a |  |  | A | ",
      "b |  |  | B | ",
      "quoting |  |  | Q | ",
    );
  });

  it("knows the other keys that BibLaTeX lists", () => {
    assert.deepEqual(read("@misc{new2025, ids = {old2024, older}}").entries[0]?.otherKeys, ["old2024", "older"]);
  });

  it("reads anew only the items that changed, and says the same as a fresh reading", () => {
    const text = "@misc{a, title={A}}\n@misc{b, title={B}}\n";
    const before = read(text);
    const after = read(text.replace("{A}", "{Longer}"), before);
    assert.deepEqual(after.entries, read(text.replace("{A}", "{Longer}")).entries);
    const ofB = "@misc{b, title={B}}\n";
    assert.equal(after.items.get(ofB), before.items.get(ofB));
  });

  it("never throws, whatever the text", () => {
    const pieces = fc.constantFrom(
      "@",
      "@misc{",
      "@string{",
      "key",
      ",",
      "=",
      "{",
      "}",
      '"',
      "#",
      "\n",
      "\\",
      "author",
      "title",
      "and",
      " ",
      "%",
      "é",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        for (const { key, range } of read(text).entries) assert.equal(text.slice(range.start, range.end), key);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe("a BibTeX value as text", () => {
  for (const [tex, plain] of [
    [String.raw`{\"u}ber Erd\H{o}s, Ces\`aro and {\'{E}}mile \c{C}elik`, "über Erdős, Cesàro and Émile Çelik"],
    [String.raw`Stra{\ss}e \O re \aa{} \L{}ukasz na{\"\i}ve`, "Straße Øre å Łukasz naïve"],
    [String.raw`The $\alpha$-stable \emph{law} of {TCP}\_{IP} \& 5\%`, "The α-stable law of TCP_IP & 5%"],
    ["Pages 3--7 --- ``quoted''~here", 'Pages 3–7 — "quoted" here'],
    ["Two\n   lines", "Two lines"],
    ["", ""],
  ] as const)
    it(`${JSON.stringify(tex)} reads ${plain}`, () => assert.equal(plainTex(tex), plain));
});
