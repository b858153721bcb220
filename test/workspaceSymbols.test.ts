// Symbols of the workspace: what is found by which words, in which order, and what VS Code's own filter leaves of it.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { fold } from "../server/core/key";
import type { NoteUri } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { best, containerShownFor, headingsNamed, symbolsNamed, type WorkspaceSymbol } from "../server/features/workspaceSymbols";
import { VaultIndex } from "../server/index/vaultIndex";
import { fixture } from "./fixture";

const vault = `
//- /rl/async.md
---
title: Can RL training run while generation continues without waiting?
topics: [rl]
aliases: [asynchronous RL]
---
## What waiting costs
//- /rl/2024-03.md
---
title: Does training on rewards generalize?
topics: [rl]
---
# Does training on rewards generalize?
## Naïve readers’ doubts
//- /topics/rl.md
---
type: topic
title: Reinforcement learning
topics: [rl]
---
//- /papers.bib
@misc{fu2025areal, title = {AReaL: A Large-Scale Asynchronous System}, author = {Fu, Wei and Gao, Jiaxuan}, year = 2025}
`;

const shown = (symbols: readonly WorkspaceSymbol[]) => symbols.map(({ kind, name, container }) => `${kind}: ${name} (${container})`);

const named = (query: string, source = vault) => shown(symbolsNamed(fixture(source).vault, query));

function headings(query: string, source = vault): readonly string[] {
  const steps = headingsNamed(fixture(source).vault, query);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return shown(step.value);
}

describe("workspace symbols", () => {
  it("are questions with all the words in any order, with their topics", () => {
    assert.deepEqual(named("waiting train"), [
      "question: Can RL training run while generation continues without waiting? (Reinforcement learning)",
    ]);
    assert.deepEqual(named("waiting rewards"), []);
  });

  it("are aliases, with the question they stand for, and topics", () => {
    assert.deepEqual(named("asynchronous r"), [
      "question: asynchronous RL (Can RL training run while generation continues without waiting?)",
    ]);
    assert.deepEqual(named("reinforcement"), ["question: Reinforcement learning (Topic)"]);
  });

  it("are papers by title, author, year or key", () => {
    const paper = "paper: AReaL: A Large-Scale Asynchronous System [@fu2025areal] (Fu et al., 2025)";
    for (const query of ["system large", "Gao 2025", "fu2025areal"]) assert.deepEqual(named(query), [paper], query);
  });

  it("come in one list, whole words of a name before parts of one, and words elsewhere last", () => {
    assert.deepEqual(
      symbolsNamed(fixture(vault).vault, "asynchronous").map(({ kind }) => kind),
      ["question", "paper"],
    );
  });

  it("point at the title, the alias or the entry", () => {
    const at = fixture(vault);
    const placed = (query: string) =>
      symbolsNamed(at.vault, query).map(({ place: { file, range } }) =>
        at.files.find(({ path }) => path === file.path)?.text.slice(range.start, range.end),
      );
    assert.deepEqual(placed("generalize"), ["Does training on rewards generalize?"]);
    assert.deepEqual(placed("asynchronous rl"), ["asynchronous RL"]);
    assert.deepEqual(placed("areal"), ["fu2025areal"]);
  });

  it("are headings, with the question they stand under, but not the title once more", () => {
    assert.deepEqual(headings("costs waiting"), [
      "heading: What waiting costs (Can RL training run while generation continues without waiting?)",
    ]);
    assert.deepEqual(headings("reader's NAÏVE"), []);
    assert.deepEqual(headings("readers naïve"), ["heading: Naïve readers’ doubts (Does training on rewards generalize?)"]);
    assert.deepEqual(headings("generalize"), []);
  });

  it("are notes where nothing is asked for, those changed last first, and no more than a person reads", () => {
    const many = Array.from(
      { length: 150 },
      (_, at) => `//- /n${at}.md\n---\nmodified: ${new Date(1e12 + at * 1e8).toISOString()}\n---\n# Old ${at}\n## Old\n`,
    );
    const source = many.join("");
    assert.equal(named("old", source).length, 100);
    assert.equal(headings("old", source).length, 100);
    assert.equal(best([...symbolsNamed(fixture(source).vault, "old"), ...symbolsNamed(fixture(source).vault, "old")]).length, 100);
    assert.equal(named("", source).length, 100);
    assert.equal(named("", source)[0], "question: Old 149 (Unfiled)");
  });

  it("are looked for in a few thousand notes only where a letter fits them all, those with the whole word among them", () => {
    const folder = "memory:///vault" as NoteUri;
    const index = new VaultIndex();
    index.addFolder(folder, { isObsidian: false });
    const titles = [...Array.from({ length: 5200 }, (_, at) => `Xylophone ${at}?`), "X known?"];
    for (const [at, title] of titles.entries()) {
      const file = { uri: `${folder}/n${at}.md` as NoteUri, folder, path: `n${at}.md`, modified: 0 };
      index.add(parseNote(file, `# ${title}\n`, { topicsFromTags: false }));
    }
    assert.equal(symbolsNamed(index, "x")[0]?.name, "X known?");
  });

  /** VS Code's filter: the name has to have the query's letters in order; else the name those of the first word, the rest those of the others. */
  const isKept = (symbol: WorkspaceSymbol, query: string) => {
    const has = (text: string, letters: string) => {
      const inOrder = new RegExp([...letters].join(".*"), "su");
      return inOrder.test(fold(text));
    };
    const [first = "", ...others] = query.split(" ");
    const container = `${containerShownFor(symbol, query)} • ${symbol.place.file.path}`;
    return has(symbol.name, query.replaceAll(" ", "")) || (has(symbol.name, first) && others.every((word) => has(container, word)));
  };

  it("survive VS Code's filter whatever the order of the words, the title coming twice only where it has to", () => {
    const { vault: index } = fixture(vault);
    for (const query of ["waiting train", "generalize rewards training", "rewards generalize", "system areal", "rl asynchronous"]) {
      const found = symbolsNamed(index, query);
      assert.ok(found.length > 0, query);
      for (const symbol of found) assert.ok(isKept(symbol, query), `${query}: ${symbol.name}`);
    }
    const [question] = symbolsNamed(index, "rewards generalize");
    assert.equal(question && containerShownFor(question, "rewards generalize"), "Reinforcement learning");
    assert.equal(
      question && containerShownFor(question, "generalize rewards"),
      "Reinforcement learning · Does training on rewards generalize?",
    );
  });
});
