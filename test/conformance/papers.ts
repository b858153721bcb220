// Papers: the spellings of one, and what a bibliography says of it.
import { type Case, hit, nearMiss, type Rule } from "./rule";

const core = "server/core/citations.ts";
const bibliography = "server/core/bibliography.ts";
const spellings = "server/index/spellings.ts";
const unknown = "server/features/unknownCitation.ts";
const from = "format of notes: papers";

/** Two sources of one paper: the second is reported. */
const same = (name: string, first: string, second: string, more = ""): Case =>
  hit(name, `---\nsources:\n- ${first}\n- ${second}\n  ${"^".repeat(second.length)} duplicate-source\n---${more}`);

const different = (name: string, first: string, second: string, more = ""): Case =>
  nearMiss(name, `---\nsources:\n- ${first}\n- ${second}\n---${more}`);

const entry = (fields: string) => `\n//- /p.bib\n@misc{key, ${fields}}`;

export const papers: readonly Rule[] = [
  {
    name: "arxiv-version",
    says: "A version of an arXiv id is the same paper.",
    from,
    off: {
      file: core,
      find: "const newStyle = /^(\\d{4}\\.\\d{4,5})(v\\d+)?$/i;",
      replace: "const newStyle = /^(\\d{4}\\.\\d{4,5}(v\\d+)?)$/i;",
    },
    cases: [
      same("with and without", "arxiv:2505.24298", "arxiv:2505.24298v3"),
      different("another number", "arxiv:2505.24298", "arxiv:2505.24299"),
    ],
  },
  {
    name: "arxiv-spellings",
    says: "The prefix, the pages of the abstract and of the PDF and the DOI of an arXiv id are one paper.",
    from,
    off: { file: core, find: 'withoutTail(written.replace(arxivPrefix, "")).replace', replace: "withoutTail(written).replace" },
    cases: [
      same("a prefix", "2505.24298", "arXiv:2505.24298"),
      same("the abstract", "2505.24298", "https://arxiv.org/abs/2505.24298"),
      same("the PDF", "2505.24298", "http://www.arxiv.org/pdf/2505.24298v1.pdf"),
      same("the DOI", "2505.24298", "10.48550/arXiv.2505.24298"),
      same("the page of the DOI", "2505.24298", "https://doi.org/10.48550/ARXIV.2505.24298"),
      different("another site", "2505.24298", "https://example.org/abs/2505.24298"),
    ],
  },
  {
    name: "arxiv-old",
    says: "An old arXiv id is known with or without its subject class.",
    from,
    off: { file: core, find: "(\\.[a-z]{2})?\\/(\\d{7})", replace: "(!)?\\/(\\d{7})" },
    cases: [same("of mathematics", "math/0309136", "math.GT/0309136"), different("of another archive", "hep-th/0309136", "hep-ph/0309136")],
  },
  {
    name: "doi-case",
    says: "Case does not matter in a DOI, nor how its address begins.",
    from: "DOI handbook 2.4",
    off: { file: core, find: "doi.toLowerCase()", replace: "doi" },
    cases: [same("in capitals", "10.1000/abc", "https://dx.doi.org/10.1000/ABC"), different("another name", "10.1000/abc", "10.1000/abd")],
  },
  {
    name: "eprint",
    says: "The field `eprint` ties a key to an arXiv id, unless it names another archive.",
    from,
    off: { file: bibliography, find: "const candidates = [eprint, ", replace: "const candidates = [" },
    cases: [
      same("of arXiv", "key", "2505.24298", entry("eprint={2505.24298}, archivePrefix={arXiv}")),
      different("of another archive", "key", "2505.24298", entry("eprint={2505.24298}, eprinttype={pubmed}")),
    ],
  },
  {
    name: "doi-field",
    says: "The field `doi` ties a key to a DOI.",
    from,
    off: { file: bibliography, find: 'const doi = untexed(fields.get("doi") ?? "");', replace: 'const doi = "";' },
    cases: [
      same("with the whole address", "key", "10.1000/abc", entry("doi={https://doi.org/10.1000/ABC}")),
      different("another field", "key", "10.1000/abc", entry("abstract={10.1000/abc}")),
    ],
  },
  {
    name: "url-field",
    says: "The field `url` ties a key to an arXiv id, and an address to the one entry that has it.",
    from,
    off: { file: bibliography, find: "...named, url].map(paperOf)", replace: "...named].map(paperOf)" },
    cases: [
      same("of arXiv", "key", "2505.24298", entry("url={https://arxiv.org/abs/2505.24298}")),
      same("of a page", "key", "https://example.org/p", entry("url={https://example.org/p}")),
      different(
        "of a page that two entries have",
        "key",
        "other",
        `${entry("url={https://example.org/p}")}\n@misc{other, url={https://example.org/p}}`,
      ),
    ],
  },
  {
    name: "journal-field",
    says: "Google Scholar names the arXiv id of a paper as its journal.",
    from: "Google Scholar: BibTeX export",
    off: { file: bibliography, find: 'arxivIn(fields.get(name) ?? "")', replace: "[] as string[]" },
    cases: [
      same("a preprint", "key", "1706.03762", entry("journal={arXiv preprint arXiv:1706.03762}")),
      different("a number alone", "key", "1706.03762", entry("journal={Journal 1706.03762}")),
    ],
  },
  {
    name: "shared-id",
    says: "Entries with an id in common are one paper.",
    from,
    off: {
      file: spellings,
      find: "for (const other of [first, ...others]) groups.join(first, other);",
      replace: "groups.join(first, first);",
    },
    cases: [
      same("the preprint and the published paper", "2505.24298", "10.1000/abc", entry("eprint={2505.24298}, doi={10.1000/abc}")),
      different(
        "a key that two give to different papers",
        "10.1000/1",
        "10.1000/2",
        `${entry("doi={10.1000/1}")}\n//- /q.bib\n@misc{key, doi={10.1000/2}}`,
      ),
    ],
  },
  {
    name: "other-keys",
    says: "The keys in the field `ids` of BibLaTeX mean the entry too.",
    from: "BibLaTeX 3.2.3",
    off: { file: bibliography, find: '(fields.get("ids") ?? "")', replace: '""' },
    cases: [
      same("an older key", "key", "old", entry("ids={older, old}")),
      different("another entry", "key", "old", `${entry("title={x}")}\n@misc{old}`),
    ],
  },
  {
    name: "malformed-entry",
    says: "A malformed entry costs no other, and its key is still known.",
    from,
    off: { file: bibliography, find: "return key === undefined ? [] : [", replace: "return true as boolean ? [] : [" },
    cases: [
      hit(
        "a comma forgotten",
        "[@key] [@next]\n//- /p.bib\n@misc{key, title={x} year={2}}\n@misc{next}",
        "@key -> paper key:key",
        "@next -> paper key:next",
      ),
      nearMiss("a comment", "[@key]\n  ^^^ unknown-citation\n//- /p.bib\n@comment{key, title={x} year={2}}\n@misc{next, title={Next}}"),
    ],
  },
  {
    name: "unknown-source",
    says: "A key among the sources that no bibliography holds is unknown, where there is a bibliography.",
    from: "format of notes: problems",
    off: { file: unknown, find: "if (!papers.hasBibliography) return [];", replace: "return [];" },
    cases: [
      hit("in a list", `---\nsources: [key, lost]\n               ^^^^ unknown-citation\n---${entry("title={x}")}`),
      nearMiss("without a bibliography; an id, which needs none", "---\nsources: [key, lost, 2505.24298, https://example.org/p]\n---"),
    ],
  },
  {
    name: "closest-key",
    says: "Of an unknown key the closest known one is named.",
    from: "format of notes: problems",
    off: { file: unknown, find: "if (edits !== undefined && edits < fewest)", replace: "if (edits === -1)" },
    cases: [
      hit(
        "a letter too many, another case",
        "[@fu2025areall; @Fu2025areal]\n  ^^^^^^^^^^^^ unknown-citation error: Did you mean “fu2025areal”?\n                 ^^^^^^^^^^^ unknown-citation error: Did you mean “fu2025areal”?\n//- /p.bib\n@misc{fu2025areal}",
      ),
      nearMiss(
        "a key that is quite another",
        "[@smith2020]\n  ^^^^^^^^^ unknown-citation error: No bibliography holds\n//- /p.bib\n@misc{fu2025areal}",
      ),
    ],
  },
];
