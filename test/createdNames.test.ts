// The names of files that are made from titles: whatever a title says, its file lies in the folder it was meant for, under a name that every disk takes.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { diagnosticsOf } from "../server/features/diagnostics";
import { draftedNote, newNoteFor } from "../server/features/newNote";
import { Refused } from "../server/features/rename/plan";
import { rename } from "../server/features/rename/rename";
import { diagnosticSettings } from "./check";
import { fixture, noteIn } from "./fixture";
import { textsOf } from "./renaming";

/** Titles that mean something else to some disk. */
const titles = [
  ...["../../x", "..\\..\\x", "/etc/x", "//server/share/x", "\\\\server\\share\\x", "C:\\x", "c:x", "~/x", "file:///etc/x", "x/../../../y"],
  ...[
    "..",
    ".",
    "...",
    ".x",
    ".git",
    "x.",
    "x ",
    "x\0y",
    "x\ny",
    "x\ty",
    "\u202egnp.md",
    "%2e%2e%2fx",
    "$(x)",
    "`x`",
    "-rf",
    "x:stream",
    "x|y",
    "x?*<>",
  ],
  ...[
    "CON",
    "con",
    "Con.md",
    "con.txt",
    "AUX",
    "NUL",
    "nul.x.y",
    "PRN",
    "COM1",
    "LPT9",
    "COM¹",
    "CONIN$",
    "CONOUT$",
    "/CON",
    "CON.",
    "-con-",
  ],
  ...["x".repeat(5000), "word ".repeat(2000), "汉字".repeat(500), "é".repeat(300), "😀x".repeat(200), "../".repeat(500)],
] as const;

const shown = (title: string) => JSON.stringify(title.length > 40 ? `${title.slice(0, 12)}… (${title.length})` : title);

/** Windows takes no device, whatever the ending; no system takes more than 255 bytes; and none of these signs may stand in a name everywhere. */
function assertName(path: string, folder: string): void {
  assert.ok(path.startsWith(`${folder}/`), path);
  const name = path.slice(folder.length + 1);
  assert.match(name, /^[^.\s/\\:*?"<>|\p{Cc}][^/\\:*?"<>|\p{Cc}]*\.md$/u);
  assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?: *\.|$)/i);
  assert.doesNotMatch(name, /[. ]\.md$/);
  assert.ok(Buffer.byteLength(name) <= 255, `${Buffer.byteLength(name)} bytes`);
}

describe("a file that is named after a title", () => {
  const source = "//- /a.md\n# A?\n//- /sub/b.md\n# B?\n";

  for (const title of titles) {
    it(`is a new note in its folder, or none: ${shown(title)}`, () => {
      const { vault, files } = fixture(source);
      const folder = files[0]?.folder as NoteUri;
      const made = draftedNote(vault, { title, place: { folder, path: "sub" }, topics: [], related: [] });
      if (made) assertName(made.path, "sub");
      else assert.doesNotMatch(title, /[\p{L}\p{N}]/u);
    });

    it(`is a note that a link asks for, in its folder, or none: ${shown(title)}`, () => {
      const { vault, ...made } = fixture(`${source}\n[[${title}]]\n\n[[${title}|x]]\n`);
      const note = noteIn({ vault, ...made }, "sub/b.md");
      const settings = diagnosticSettings();
      for (const problem of diagnosticsOf(vault, note, settings)) {
        const asked = newNoteFor(vault, note, problem);
        if (asked) assertName(asked.path, "sub");
      }
    });

    for (const [what, path, head] of [
      ["its title in letters of files", "sub/does-it-work.md", "Does it work?"],
      ["its title to the letter", "sub/Does it work.md", "Does it work?"],
      ["no title but its name", "sub/Does it work.md", ""],
    ] as const)
      it(`moves to a name in its folder, or is not renamed, having ${what}: ${shown(title)}`, async () => {
        const made = fixture(`//- /${path}\n${head === "" ? "Text." : `# ${head}`}\n`);
        const edit = await rename(made.vault, textsOf(made), { kind: "title", note: noteIn(made) }, title, { file: "follows" }).catch(
          (error) => {
            assert.ok(error instanceof Refused, `${error}`);
          },
        );
        for (const { to } of edit?.moves ?? []) assertName(to, "sub");
      });
  }
});
