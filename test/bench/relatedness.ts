// What it costs to know which notes are related: taking notes in, following an edit, and the memory, measured on the engine itself.
import { readFileSync } from "node:fs";
import type { NoteUri } from "../../server/core/note";
import { parseNote } from "../../server/core/parseNote";
import { Engine } from "../../server/features/related/engine";
import { namesOf, passagesOf } from "../../server/features/related/passages";
import { profileOf } from "../../server/features/related/profile";
import { Terms } from "../../server/features/related/terms";
import { markdownFiles } from "./limit";
import { type Sample, spread } from "./measures";
import type { Vault } from "./vault";

/** How many notes are edited. */
const edits = 200;
const sentence = "\n\nOne more sentence, with words that stand elsewhere and some that stand nowhere.\n";

/** Takes all notes of a vault in; times in milliseconds, of a note each, without reading and parsing its file. */
export function measureRelatedness({ folder }: Vault): Sample {
  const files = markdownFiles(folder);
  const engine = new Engine();
  const reader = new Terms();
  let taken = 0;
  const put = (number: number, more: string) => {
    const text = readFileSync(files[number] ?? "", "utf8") + more;
    const about = { uri: "" as NoteUri, folder: undefined, path: "", modified: 0 };
    const note = parseNote(about, text, { topicsFromTags: false });
    const started = performance.now();
    engine.put(number, profileOf(reader, passagesOf(note, text), namesOf(note)));
    taken += performance.now() - started;
  };
  for (const number of files.keys()) put(number, "");
  const build = taken / files.length;
  const refreshed = performance.now();
  for (const _ of engine.vectors.refresh());
  const refresh = performance.now() - refreshed;
  const times = Array.from({ length: Math.min(edits, files.length) }, (_, at) => {
    taken = 0;
    put(Math.floor((at * files.length) / edits), sentence);
    return taken;
  });
  return {
    "related: taking a note in": build,
    "related: all lengths anew": refresh,
    ...spread("related: a sentence more", times),
    "related: memory a note (kB)": engine.bytes / 1000 / files.length,
  };
}
