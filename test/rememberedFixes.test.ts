// Fixes that are asked for again and again while the caret moves: worked out once, and anew when the vault has changed.
import assert from "node:assert/strict";
import { it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { diagnosticsOf } from "../server/features/diagnostics";
import { rememberedFixes } from "../server/features/fixes/remembered";
import { diagnosticSettings } from "./check";
import { fixture } from "./fixture";

it("fixes are tried once for each state of the vault", () => {
  const { vault, files } = fixture("//- /a.md\n[[Does it skale?]]\n//- /b.md\n# Does it scale?\n");
  const [{ note, text, folder }] = files as [(typeof files)[number]];
  assert.ok(note);
  let read = 0;
  const reread = (changed: string) => {
    read++;
    return parseNote(note, changed, { topicsFromTags: false });
  };
  const offered = () =>
    diagnosticsOf(vault, note, diagnosticSettings()).flatMap((problem) =>
      rememberedFixes(vault, { note, text, reread }, problem).map(({ title }) => title),
    );
  assert.deepEqual([offered(), read], [["Change to “Does it scale?”"], 1]);
  assert.deepEqual([offered(), read], [["Change to “Does it scale?”"], 1]);
  const about = { uri: `${folder}/c.md` as NoteUri, folder, path: "c.md", modified: 0 };
  vault.addFile(folder, "c.md");
  vault.put(parseNote(about, "# Does it skate?\n", { topicsFromTags: false }));
  assert.deepEqual([offered(), read], [["Change to “Does it scale?”", "Change to “Does it skate?”"], 3]);
});
