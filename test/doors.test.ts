// The table in the README that says what works where: each of its cells is shown by a test, named here.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { projectRoot } from "./tempFolder";

const columns = ["desktop", "remote", "web", "Neovim", "command line", "MCP"] as const;

/** A file below `test`, and the title of a test in it, up to what a variable says there. */
type Shown = readonly [file: string, title: string];

/**
 * For each row what shows it in an editor with Node, which a desktop and a remote editor have alike, in a browser, in Neovim, on the command line
 * and by the Model Context Protocol.
 */
const rows: Readonly<Record<string, readonly (Shown | undefined)[]>> = {
  "problems of every note, open or not": [
    ["editor/outside/outside.test.ts", "reports broken links of notes that nobody opened"],
    ["editor/inside/inside.test.ts", "reports a note written on disk without opening it, and forgets it when it is deleted"],
    ["editors/neovim.lua", "attaches, and shows the problems of a note"],
    ["cli.test.ts", "prints each problem on a line, then a summary, and exits with 1"],
    ["mcpChanges.test.ts", "tells problems and open questions as the command line does"],
  ],
  "completion of questions, headings, papers": [
    ["editor/outside/outside.test.ts", "completes a question from remembered words, key by key, and writes the whole link"],
    ["editor/outside/onTheWeb.test.ts", "completes a question from remembered words"],
    ["editors/neovim.lua", "completes a title from two of its words"],
    undefined,
    undefined,
  ],
  "where a link leads, who links here, hovers": [
    ["editor/outside/outside.test.ts", "goes to the note under the caret by F12"],
    ["editor/inside/inside.test.ts", "finds the references to a note from its title"],
    ["editors/neovim.lua", "goes to the note that a link means"],
    undefined,
    ["mcp.test.ts", "reads a note by path, title, link, alias or address, with all that is known of it"],
  ],
  "finding questions by a few words": [
    ["editor/outside/questions.test.ts", "goes to a question by remembered words in any order, the best first"],
    ["editor/inside/inside.test.ts", "adds questions to the symbols of the workspace and no headings, and outlines no note a second time"],
    ["editors/neovim.lua", "finds a note among the symbols by words of its question"],
    undefined,
    ["mcp.test.ts", "finds notes by words: names first, then summaries, then texts"],
  ],
  "rename with every link": [
    [
      "editor/outside/rename.test.ts",
      "gives a title, its heading, its file and every link a new name by F2, and all of it back by one undo",
    ],
    ["editor/outside/onTheWeb.test.ts", "renames a question with every link to it, and makes two notes one"],
    ["editors/neovim.lua", "renames a question with every link to it, and the file"],
    ["cli.test.ts", "leads all links on, renames the file, and prints what has changed"],
    undefined,
  ],
  "quick fixes, refactorings": [
    ["editor/outside/outside.test.ts", "leads a broken link by a quick fix to the title it comes close to"],
    ["editor/inside/inside.test.ts", "turns selected lines into a note of their own and a link to it"],
    ["editors/neovim.lua", "mends a broken link by a code action"],
    undefined,
    undefined,
  ],
  "two notes become one": [
    ["editor/outside/merge.test.ts", "makes a note a section of another, and takes it back by one undo"],
    ["editor/outside/onTheWeb.test.ts", "renames a question with every link to it, and makes two notes one"],
    undefined,
    ["cli.test.ts", "makes one note of two, and prints the new lines"],
    undefined,
  ],
  "topics with their notes and papers": [
    ["editor/outside/outside.test.ts", "shows the topics with both counts, and their notes"],
    ["editor/outside/onTheWeb.test.ts", "has the topics with both counts, and the page of one with what is related in a card"],
    undefined,
    ["cli.test.ts", "prints the tree with both counts and the notes"],
    ["mcp.test.ts", "has the topics of quaestio topics, and in each its notes"],
  ],
  "related notes, with reasons": [
    ["editor/outside/related.test.ts", "follows the caret, and links what it shows where the caret is"],
    ["editor/outside/onTheWeb.test.ts", "sees what is related to the note, with reasons"],
    undefined,
    ["mcp.test.ts", "says what is related to a "],
    ["mcp.test.ts", "says what is related to a "],
  ],
  "open questions, by demand": [
    [
      "editor/outside/openQuestions.test.ts",
      "shows what most notes ask first, leads to the place that asks, and may look at one topic alone",
    ],
    ["editor/outside/onTheWeb.test.ts", "sees what is asked and not answered, and writes that note"],
    undefined,
    ["openQuestions.test.ts", "prints them with the places, as text or as JSON"],
    ["mcpChanges.test.ts", "tells problems and open questions as the command line does"],
  ],
  "papers, and who cites them": [
    [
      "editor/outside/papers.test.ts",
      "finds papers, leads to who cites them, tells what is cited once or never, and writes a note about one",
    ],
    ["editor/outside/onTheWeb.test.ts", "finds a paper by its id, and goes to who cites it"],
    undefined,
    ["paperList.test.ts", "prints them with the places that cite them, as text or as JSON, all or some"],
    ["mcp.test.ts", "has the papers of quaestio papers, with the same filters"],
  ],
  "the page of a topic": [
    ["editor/outside/topicPage.test.ts", "shows a topic as cards, a list and its papers, and remembers which"],
    ["editor/outside/onTheWeb.test.ts", "has the topics with both counts, and the page of one with what is related in a card"],
    undefined,
    ["editor/inBrowser/exportedPage.test.ts", "shows cards, list and papers of the sample notes ("],
    undefined,
  ],
  "notes as pages, to read": [
    [
      "editor/outside/reading.test.ts",
      "sees summary, topics and sources over the note, papers by their authors, and goes to another note by a click",
    ],
    ["editor/outside/onTheWeb.test.ts", "reads a note with its papers by their authors, and goes to another by a click"],
    undefined,
    undefined,
    ["mcp.test.ts", "gives a text in pages that end with lines, and what else is known with the first"],
  ],
  "what other programs change is followed": [
    ["editor/inside/inside.test.ts", "reports a note written on disk without opening it, and forgets it when it is deleted"],
    ["editor/inside/inside.test.ts", "reports a note written on disk without opening it, and forgets it when it is deleted"],
    ["editors/neovim.lua", "notices a note that another program writes"],
    undefined,
    ["mcpChanges.test.ts", "sees notes that are written, edited, moved and deleted"],
  ],
  "folders behind symbolic links": [
    ["wireFolders.test.ts", "finds the notes behind a link to a folder once, and under the link's name"],
    undefined,
    ["wireFolders.test.ts", "finds the notes behind a link to a folder once, and under the link's name"],
    ["cliFiles.test.ts", "finds notes in folders behind symbolic links"],
    ["mcpChanges.test.ts", "finds notes in folders behind symbolic links, and a bibliography outside that it is given"],
  ],
  "bibliographies outside the vault": [
    ["wireBibliographies.test.ts", "that the user's settings name, and follows them"],
    undefined,
    ["wireBibliographies.test.ts", "that the user's settings name, and follows them"],
    ["cliFiles.test.ts", "is checked with further ones that the command line names"],
    ["mcpChanges.test.ts", "finds notes in folders behind symbolic links, and a bibliography outside that it is given"],
  ],
  "what was read is kept for the next start": [
    ["warmDoors.test.ts", "is used by the next server, which follows what happens from there"],
    undefined,
    ["warmDoors.test.ts", "is used by the next server, which follows what happens from there"],
    ["warmDoors.test.ts", "is used the next time, and not with --no-cache"],
    ["warmDoors.test.ts", "by the server for agents is used by the next one"],
  ],
};

/** Whether a text of tests has one with that title, or with one that goes on with what a variable says. */
const isTestIn = (text: string, title: string) => [`"${title}"`, `\`${title}\``, `\`${title}\${`].some((it) => text.includes(it));

describe("what works where", () => {
  const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
  const table = readme.slice(readme.indexOf("## The same everywhere"), readme.indexOf("## Command line"));
  const [head = [], , ...body] = [...table.matchAll(/^\| (.+) \|$/gm)].map(([, line = ""]) => line.split(" | "));

  it("has a column for each door", () => {
    assert.deepEqual(head, ["what you can do", ...columns]);
  });

  it("is told of the rows that are shown", () => {
    assert.deepEqual(
      body.map(([row]) => row),
      Object.keys(rows),
    );
  });

  for (const [row, shown] of Object.entries(rows)) {
    it(`is true of ${row}`, () => {
      const [, desktop, remote, ...others] = body.find(([name]) => name === row) ?? [];
      assert.equal(desktop, remote);
      const told = [desktop, ...others].map((it) => it !== "–");
      assert.deepEqual(
        shown.map((it) => it !== undefined),
        told,
      );
      for (const [file, title] of shown.filter((it) => it !== undefined)) {
        const text = readFileSync(join(projectRoot, "test", file), "utf8");
        assert.ok(isTestIn(text, title), `${file} has no test “${title}”`);
      }
    });
  }
});
