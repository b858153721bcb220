// All papers of a vault: which are listed, in which order, what a filter finds, who cites them, and how they are written.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { PaperId } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { citingPlaces, type PapersWanted, paperList } from "../server/features/paperList";
import { candidateSources, citationKey, sourceText } from "../server/features/paperNames";
import { quaestio } from "./commandLine";
import { type Fixture, fixture, noteIn } from "./fixture";
import { removeFolder, tempFolder } from "./tempFolder";

const bibliography = `
@misc{fu2025areal, title={AReaL}, author={Fu, Wei and Gao, Jiaxuan and others}, year={2025}, eprint={2505.24298}, archivePrefix={arXiv}}
@article{kingma2014, title={Adam}, author={Kingma, D. P.}, year={2014}, doi={10.1000/ADAM}}
@book{sutton, title={Reinforcement Learning}, author={Sutton, R. S.}, year={2018}}
@misc{undated, title={Of no year}}
`;

const source = `
//- /a.md
---
sources: [arxiv:2505.24298, kingma2014]
---
# A?
See [@kingma2014].
//- /b.md
---
sources: ["2505.24298", "2401.00010"]
---
# B?
//- /c.md
---
sources: [arxiv:2505.24298]
---
# C?
//- /papers.bib
${bibliography}`;

function listOf({ vault }: Pick<Fixture, "vault">, wanted: PapersWanted) {
  const steps = paperList(vault, wanted);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Each as `id: how many notes`. */
const listed = (wanted: PapersWanted = {}, at = fixture(source)) =>
  listOf(at, wanted).papers.map(({ paper, noteCount }) => `${paper}: ${noteCount}`);

describe("the papers of a vault", () => {
  it("are those that notes cite and those that bibliographies hold, each once, by title", () =>
    assert.deepEqual(listed(), ["doi:10.1000/adam: 1", "arxiv:2505.24298: 3", "arxiv:2401.00010: 1", "key:undated: 0", "key:sutton: 0"]));

  it("may be those that one note cites, or those that only a bibliography has", () => {
    assert.deepEqual(listed({ show: "once" }), ["doi:10.1000/adam: 1", "arxiv:2401.00010: 1"]);
    assert.deepEqual(listed({ show: "never" }), ["key:undated: 0", "key:sutton: 0"]);
  });

  it("come with the newest first, or with those that most notes cite; of equals the title decides", () => {
    const [adam, areal, unknown, undated, sutton] = listed();
    assert.deepEqual(listed({ sort: "year" }), [areal, sutton, adam, unknown, undated]);
    assert.deepEqual(listed({ sort: "cited" }), [areal, adam, unknown, undated, sutton]);
  });

  const found: readonly (readonly [string, string])[] = [
    ["learn reinf", "key:sutton"],
    ["GAO", "arxiv:2505.24298"],
    ["2014", "doi:10.1000/adam"],
    ["fu2025", "arxiv:2505.24298"],
    ["[@sutton]", "key:sutton"],
    ["2505.24", "arxiv:2505.24298"],
    ["arXiv:2401.00010", "arxiv:2401.00010"],
    ["https://arxiv.org/pdf/2505.24298v3", "arxiv:2505.24298"],
    ["https://doi.org/10.1000/ADAM", "doi:10.1000/adam"],
    ["  ", "all"],
    ["adam 2025", "none"],
  ];
  for (const [filter, paper] of found)
    it(`are found by “${filter}”: ${paper}`, () => {
      const { papers, unfiltered } = listOf(fixture(source), { filter });
      const expected = paper === "all" ? 5 : paper === "none" ? 0 : 1;
      assert.deepEqual([papers.length, unfiltered], [expected, 5]);
      if (expected === 1) assert.equal(papers[0]?.paper, paper);
    });

  it("are found without regard to case and accents, in the filter and in what it looks through", () => {
    const erdos = fixture(
      "//- /a.md\n# A?\n//- /p.bib\n@book{erdős1959, title={Über Σχέσεις}, author={Erdős, Paul}}\n@misc{plain, title={Erdos}}\n",
    );
    const both = ["key:plain: 0", "key:erdős1959: 0"];
    for (const filter of ["erdos", "ERDÖS", "Erdo\u0308s"]) assert.deepEqual(listed({ filter }, erdos), both, filter);
    for (const filter of ["uber", "[@erdos1959]", "ΣΧΕΣΕΙς"]) assert.deepEqual(listed({ filter }, erdos), both.slice(1), filter);
  });

  it("follow what notes cite and what a bibliography says", () => {
    const at = fixture(source);
    assert.deepEqual(listed({ show: "never" }, at), ["key:undated: 0", "key:sutton: 0"]);
    const c = noteIn(at, "c.md");
    at.vault.put(parseNote(c, "# C?\nBy [@sutton].\n", { topicsFromTags: false }));
    assert.deepEqual(listed({ show: "never" }, at), ["key:undated: 0"]);
    const bib = at.files.find(({ path }) => path === "papers.bib")?.bibliography;
    assert.ok(bib);
    at.vault.putBibliography({ ...bib, entries: bib.entries.map((it) => ({ ...it, title: it.title.replace("AReaL", "Zebra") })) });
    assert.equal(listed({}, at).at(-1), "arxiv:2505.24298: 2");
    at.vault.removeBibliography(bib.uri);
    assert.deepEqual(listed({ show: "never" }, at), []);
  });
});

describe("who cites a paper", () => {
  const citing = (paper: PaperId) => {
    const at = fixture(source);
    return citingPlaces(at.vault, paper).map(({ from, range }) => {
      const text = at.files.find(({ note }) => note === from || note?.uri === from.uri)?.text ?? "";
      return `${from.path}: ${text.slice(range.start, range.end)}`;
    });
  };

  it("is told with the first citation in the text, else with the source", () => {
    assert.deepEqual(citing("doi:10.1000/adam"), ["a.md: @kingma2014"]);
    assert.deepEqual(
      citing("key:fu2025areal").map((it) => it.replaceAll('"', "")),
      ["a.md: arxiv:2505.24298", "b.md: 2505.24298", "c.md: arxiv:2505.24298"],
    );
    assert.deepEqual(citing("key:nobody"), []);
  });
});

describe("the name of a paper", () => {
  it("in a citation is its key, else its id, in braces where it could not stand plain", () => {
    const { papers } = fixture("//- /a.md\n# A?\n//- /p.bib\n@misc{a, eprint={2505.24298}}\n@misc{odd;key, doi={10.1000/x}}\n").vault;
    const names = (["arxiv:2505.24298", "doi:10.1000/x", "arxiv:2401.00010", "doi:10.1000/y(1)", "key:nobody"] as const).map((it) =>
      citationKey(papers, it),
    );
    assert.deepEqual(names, ["a", "{odd;key}", "arxiv:2401.00010", "{doi:10.1000/y(1)}", "nobody"]);
  });

  it("is never a key that means another paper", () => {
    const { papers } = fixture("//- /a.md\n# A?\n//- /p.bib\n@misc{x, doi={10.1000/one}}\n//- /q.bib\n@misc{x, doi={10.1000/two}}\n").vault;
    assert.deepEqual([citationKey(papers, "doi:10.1000/one"), citationKey(papers, "doi:10.1000/two")], ["x", "doi:10.1000/two"]);
  });

  it("among the sources is written as most notes write it, else as its key, else as its id", () => {
    const { vault } = fixture(source);
    const written = (["arxiv:2505.24298", "doi:10.1000/adam", "key:sutton", "arxiv:1234.56789"] as const).map((it) =>
      sourceText(vault.papers, it, vault.papers.citing(it)),
    );
    assert.deepEqual(written, ["arxiv:2505.24298", "kingma2014", "sutton", "arxiv:1234.56789"]);
  });
});

describe("candidate sources", () => {
  it("are the papers that most of the notes cite, as these write them", () => {
    const at = fixture(source);
    const askers = [noteIn(at, "a.md"), noteIn(at, "b.md")];
    const told = (most: number) => candidateSources(at.vault, askers, most).map(({ text, noteCount }) => `${text}: ${noteCount}`);
    assert.deepEqual(told(10), ["2505.24298: 2", "2401.00010: 1", "kingma2014: 1"]);
    assert.deepEqual(told(1), ["2505.24298: 2"]);
    assert.deepEqual(candidateSources(at.vault, [], 10), []);
  });
});

describe("quaestio papers", () => {
  it("prints them with the places that cite them, as text or as JSON, all or some", () => {
    const root = tempFolder({
      "a.md": "---\nsources: [2505.24298]\n---\n# A?\n\nBy [@fu2025areal].\n",
      "papers.bib": bibliography,
      ".quaestio.json": "{}",
    });
    const { status, out, err } = quaestio(root, "papers", "--no-cache");
    assert.deepEqual([status, err], [0, ""]);
    assert.deepEqual(out.trimEnd().split("\n"), [
      "Adam  (doi:10.1000/adam · 2014 · 0 notes)",
      "AReaL  (arXiv:2505.24298 · 2025 · 1 note)",
      "  a.md:6",
      "Of no year  (undated · 0 notes)",
      "Reinforcement Learning  (sutton · 2018 · 0 notes)",
    ]);
    assert.match(quaestio(root, "papers", "--cited-once", "--no-cache").out, /^AReaL .*\n {2}a\.md:6\n$/);
    assert.doesNotMatch(quaestio(root, "papers", "--never-cited", "--no-cache").out, /AReaL/);
    assert.equal(quaestio(root, "papers", "--filter", "ÁDAM kíng", "--no-cache").out, "Adam  (doi:10.1000/adam · 2014 · 0 notes)\n");
    assert.equal(quaestio(root, "papers", "--filter", "adam 2025", "--no-cache").out, "No paper has all of “adam 2025”.\n");
    const [first] = JSON.parse(quaestio(root, "papers", "--json", "--cited-once", "--no-cache").out);
    assert.deepEqual(
      { ...first, entry: first.entry.file, notes: first.notes.map(({ file }: { file: string }) => file) },
      {
        ...{ id: "arxiv:2505.24298", key: "fu2025areal", title: "AReaL", authors: ["Wei Fu", "Jiaxuan Gao"], year: 2025 },
        ...{ url: "https://arxiv.org/abs/2505.24298", entry: "papers.bib", notes: ["a.md"] },
      },
    );
    removeFolder(root);
  });

  it("says so where there are none", () => {
    const root = tempFolder({ "a.md": "# A?\n" });
    assert.equal(quaestio(root, "papers", "--no-cache").out, "No note cites a paper, and no bibliography has one.\n");
    removeFolder(root);
  });
});
