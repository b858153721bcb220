// Which files of a folder are notes, and which folders are not even looked into.
import { baseName, folderOf } from "../core/key";
import type { Settings } from "../core/settings";
import { globsOf } from "./globs";
import { ignoreRules, remembered } from "./ignoreRules";
import { isTemplate } from "./template";

/** Paths are relative to the workspace folder, with `/`. */
export interface Policy {
  /** What is wrong with the globs it was made of, each as a sentence for people. */
  readonly faults: readonly string[];
  /** Takes in a `.gitignore`; `folder` is where it lies. Says in a sentence for people what of it does not count. */
  addGitignore(folder: string, text: string): string | undefined;
  /** Whether a folder is not looked into; asked of folders that are reached from above. */
  skipsFolder(path: string): boolean;
  /** Whether a path lies in a folder that is not looked into. */
  isSkipped(path: string): boolean;
  isNote(path: string): boolean;
  /** Whether a file is one of the vault's bibliographies: any `.bib` file where notes could lie. */
  isBibliography(path: string): boolean;
}

/** The policy for one folder. `editorExcludes`: the editor's own `files.exclude`, globs of what it hides. */
export function policyFor(notes: Settings["notes"], editorExcludes: readonly string[]): Policy {
  const included = globsOf(notes.include);
  const excluding = [globsOf(notes.exclude), globsOf(editorExcludes)];
  const excluded = (path: string) => excluding.some(({ matches }) => matches(path));
  const rules = ignoreRules();
  /** Of folders: each is asked about once for every file in it. */
  const skipped = new Map<string, boolean>();
  const insideSkipped = new Map<string, boolean>();
  const skips = (path: string): boolean =>
    remembered(skipped, path, () => {
      // `drafts/**` means the folder as well: nothing in it is a note.
      return isHidden(path) || excluded(path) || excluded(`${path}/`) || rules.isIgnored(path, "folder");
    });
  const isIn = (folder: string): boolean =>
    folder !== "" && remembered(insideSkipped, folder, () => skips(folder) || isIn(folderOf(folder)));
  const isSkipped = (path: string) => isIn(folderOf(path));
  const isLeftOut = (path: string) => excluded(path) || rules.isIgnored(path, "file") || baseName(path).startsWith(".") || isSkipped(path);
  return {
    faults: [included, ...excluding].flatMap(({ faults }) => faults),
    addGitignore(folder, text) {
      const { fault, isKnownBelow } = rules.add(folder, text);
      if (isKnownBelow) for (const known of [skipped, insideSkipped]) known.clear();
      return fault;
    },
    skipsFolder: skips,
    isSkipped,
    isNote: (path) => included.matches(path) && !isLeftOut(path) && !isTemplate(notes, path),
    isBibliography: (path) => isBibliographyName(path) && !isLeftOut(path),
  };
}

/** Whether a file is a bibliography by its name. */
export const isBibliographyName = (path: string): boolean => /\.bib$/i.test(path);

/** Dot folders and installed packages hold nobody's notes. */
function isHidden(path: string): boolean {
  const name = baseName(path);
  return name.startsWith(".") || name === "node_modules";
}
