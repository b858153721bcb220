// A rename that alters letters in nothing but their case, on disks that regard case and on those that do not.
import { describe, it } from "mocha";
import { fold } from "../server/core/key";
import type { NoteUri } from "../server/core/note";
import { pathBelow } from "../server/core/noteUri";
import { checkFresh, Follower } from "./follower";
import { MemoryFiles } from "./memoryFiles";

const root = "memory:///vault" as NoteUri;

/** Finds what is there under any spelling, and lists it under the one it was given, as the disks of Windows and macOS do. */
class CaselessFiles extends MemoryFiles {
  #spelled(uri: NoteUri): NoteUri {
    const path = pathBelow(root, uri) ?? "";
    const file = this.below("").find((it) => fold(it) === fold(path) || fold(it).startsWith(`${fold(path)}/`));
    return (file === undefined || path === "" ? uri : `${root}/${file.slice(0, path.length)}`) as NoteUri;
  }

  override readFolder = (folder: NoteUri) => super.readFolder(this.#spelled(folder));
  override readFile = (uri: NoteUri) => super.readFile(this.#spelled(uri));
  override stampOf = (uri: NoteUri) => super.stampOf(this.#spelled(uri));
  override kindOf = (uri: NoteUri) => super.kindOf(this.#spelled(uri));
}

const notes = { "Why.md": "# Why?\n\n[[Is it so?]]\n", "sub/In.md": "# Is it so?\n", "links.md": "[a](Why.md) [b](sub/In.md) [[Why?]]\n" };

const renames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a file": { "Why.md": "why.md" },
  "a folder": { "sub/In.md": "Sub/In.md" },
  "a file and its folder": { "sub/In.md": "SUB/in.md" },
};

const disks = { "regards case": MemoryFiles, "disregards case": CaselessFiles };

/** Some watchers tell of the one and of the other, in either order, twice, of the folder, or of nothing. */
const tellings: Readonly<Record<string, (before: string, now: string) => readonly string[]>> = {
  "that the old name is gone, then the new one": (before, now) => [before, now],
  "the new name, then that the old one is gone": (before, now) => [now, before],
  "all of it twice": (before, now) => [before, now, before, now],
  "the new name alone": (_, now) => [now],
  nothing: () => [],
};

for (const [disk, Files] of Object.entries(disks))
  describe(`on a disk that ${disk}`, () => {
    for (const [what, rename] of Object.entries(renames))
      for (const [telling, told] of Object.entries(tellings))
        it(`${what} of another case, of which is told ${telling}`, async () => {
          const files = new Files(root);
          for (const [path, text] of Object.entries(notes)) files.write(path, text);
          const follower = new Follower(files);
          await follower.load();
          for (const [before, now] of Object.entries(rename)) {
            files.write(now, files.fileAt(before) ?? "");
            files.delete(before);
            await follower.told(...told(before, now));
          }
          // What lost its name without a word is found by a look at the disk.
          if (told("a", "b").length < 2) await follower.follow(await follower.changes());
          await checkFresh(follower);
        });
  });
