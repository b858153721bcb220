// Reads bibliographies: those of a folder and those that the user named from elsewhere.
import { type Bibliography, type BibliographyFile, readBibliography } from "../core/bibliography";
import { breather } from "./breather";
import type { NoteFiles } from "./noteFiles";
import type { Report } from "./report";

/** Bytes: the library of a lifetime with all its abstracts is smaller. */
const largestBibliography = 50_000_000;

interface ReadOptions {
  /** What the file held last. */
  readonly before?: Bibliography;
  breathe?(): Promise<boolean>;
  readonly report: Report;
}

/** Reads a `.bib` file in slices, so that nothing waits for a long one; one that cannot be read is reported and gives undefined. */
export async function readBibliographyFile(
  files: NoteFiles,
  file: BibliographyFile,
  { before, breathe = breather(), report }: ReadOptions,
): Promise<Bibliography | undefined> {
  const read = await files.readFile(file.uri, largestBibliography);
  if (!("text" in read)) {
    report(`The bibliography ${file.path} was not read. ${read.unreadable}`, "warning");
    return undefined;
  }
  const reading = readBibliography(file, read.text, before);
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return step.value;
    await breathe();
  }
}
