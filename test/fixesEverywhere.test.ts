// What is done about all problems of one kind in all notes that have it.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Note, ProblemCode } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { diagnosticsOf } from "../server/features/diagnostics";
import { mendedByFixes, mendedIn } from "../server/features/fixes/everywhere";
import { likeliestFixes } from "../server/features/fixes/fixes";
import { changed, type Texts } from "../server/features/rename/plan";
import { diagnosticSettings } from "./check";
import { fixture } from "./fixture";

/** The notes that change, as they are then; before them how many of how many problems are mended. */
async function mended(source: string, code: ProblemCode, unreadable: readonly string[] = []): Promise<string> {
  const { vault, files } = fixture(source);
  const textOf = (note: Note) => files.find((it) => it.note?.uri === note.uri)?.text ?? "";
  const texts: Texts = {
    read: async (note) => (unreadable.includes(note.path) ? undefined : textOf(note)),
    reread: (about, text) => parseNote(about, text, { topicsFromTags: false }),
  };
  const settings = diagnosticSettings({ [code]: "warning" });
  const problemsIn = (note: Note) => diagnosticsOf(vault, note, settings).filter((it) => it.code === code && !it.data);
  const made = await mendedIn(vault.notes(), {
    texts,
    isCancelled: () => false,
    mend: (open) => mendedByFixes(open, { problemsIn, fixesOf: (it, found) => likeliestFixes(vault, it, found) }),
  });
  assert.ok(made);
  const after = made.files.map(({ file, changes }) => `${file.path}\n${changed(textOf(vault.note(file.uri) as Note), changes)}`);
  const unread = made.unread.map(({ path }) => `unread: ${path}`);
  return [`${made.mended} of ${made.found}`, ...after, ...unread].join("\n");
}

const checkMended = async (source: string, code: ProblemCode, ...expected: readonly string[]): Promise<void> =>
  assert.equal(await mended(source, code), expected.join("\n"));

const target = "//- /z.md\n# Does self-play beat imitation?\n";

describe("problems of one kind in a whole vault", () => {
  it("are mended in every note, each in the likeliest way, and those that nothing comes close to stay", () =>
    checkMended(
      `//- /a.md\n[[Does self-play beat imitatin?]] [[nowhere]]\n//- /b.md\n[[Does selfplay beat imitation?|so]]\n//- /c.md\n[[z#Whatever]]\n${target}`,
      "broken-reference",
      "2 of 3",
      "a.md\n[[Does self-play beat imitation?]] [[nowhere]]",
      "b.md\n[[Does self-play beat imitation?|so]]",
    ));

  it("that comments silence are none, and questions asked on purpose are none", () =>
    checkMended(
      `//- /a.md\n<!-- quaestio-ignore broken-reference -->\n[[Does self-play beat imitatin?]]\n\n[[Why do birds sing?]]\n${target}`,
      "broken-reference",
      "0 of 0",
    ));

  it("are mended with the line ends and the byte order mark that a note has", () =>
    checkMended(
      `//- /a.md\n---\r\nsources: [2505.24298, arXiv:2505.24298]\r\n---\r\nx\r\n//- /b.md\n---\nsources:\n  - 10.1/x\n`,
      "duplicate-source",
      "1 of 1",
      "a.md\n---\r\nsources: [2505.24298]\r\n---\r\nx\r",
    ));

  it("are mended where a field is missing, as far as notes have something to put there", () =>
    checkMended(
      "//- /a.md\n# A?\n\nIt works well enough. More.\n//- /b.md\n# B?\n\nShort.\n//- /c.md\n---\nsummary: S.\n---\n# C?\n",
      "missing-summary",
      "1 of 2",
      "a.md\n---\nsummary: It works well enough.\n---\n\n# A?\n\nIt works well enough. More.",
    ));

  it("that stand side by side are mended together, or not at all", () =>
    checkMended(
      "//- /a.md\n---\nsources: [2505.24298, arXiv:2505.24298, 2505.24298v2]\n---\n",
      "duplicate-source",
      "2 of 2",
      "a.md\n---\nsources: [2505.24298]\n---\n",
    ));

  it("stay in a note that cannot be read", async () =>
    assert.equal(
      await mended(
        `//- /a.md\n[[Does self-play beat imitatin?]]\n//- /b.md\n[[Does self-play beat imitatin?]]\n${target}`,
        "broken-reference",
        ["a.md"],
      ),
      "1 of 1\nb.md\n[[Does self-play beat imitation?]]\nunread: a.md",
    ));

  it("are mended as far as a note's length lets them be tried", async () => {
    const link = "[[Does self-play beat imitatin?]]\n";
    const long = `${link.repeat(5)}\n${"words ".repeat(200_000)}\n`;
    assert.match(
      await mended(`//- /a.md\n${long}${target}`, "broken-reference"),
      /^4 of 5\na\.md\n(?:\[\[Does self-play beat imitation\?\]\]\n){4}\[\[Does self-play beat imitatin\?/,
    );
  });

  it("are left when nobody waits for it any more", async () => {
    const { vault } = fixture(`[[x]]\n${target}`);
    const none: Texts = { read: async () => assert.fail("nothing is read"), reread: () => assert.fail("nothing is read") };
    assert.equal(await mendedIn(vault.notes(), { texts: none, isCancelled: () => true, mend: () => assert.fail() }), undefined);
  });
});
