// Which files of a folder are notes, and which folders are not even looked into.
import { baseName, folderOf } from "../core/key";
import type { Settings } from "../core/settings";
import { type Gitignore, gitignoreOf } from "./gitignore";
import { globsOf } from "./globs";
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

/** Folders of which it is remembered whether they are looked into. */
const mostKnown = 10_000;

/** The policy for one folder. `editorExcludes`: the editor's own `files.exclude`, globs of what it hides. */
export function policyFor(notes: Settings["notes"], editorExcludes: readonly string[]): Policy {
  const included = globsOf(notes.include);
  const excluding = [globsOf(notes.exclude), globsOf(editorExcludes)];
  const excluded = (path: string) => excluding.some(({ matches }) => matches(path));
  const gitignores = new Map<string, Gitignore>();

  /** A file is ignored by the rules of any folder above it; git asks the nearest first, and a `!rule` there can take it back. */
  const isGitignored = (path: string, kind: "file" | "folder"): boolean => {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const below = folder === "" ? path : path.slice(folder.length + 1);
      const verdict = gitignores.get(folder)?.verdictOn(below, kind);
      if (verdict !== undefined || folder === "") return verdict === "ignored";
    }
  };

  /** Of folders, until there are other rules: each is asked about once for every file in it. */
  const skipped = new Map<string, boolean>();
  const skips = (path: string): boolean => {
    const known = skipped.get(path);
    if (known !== undefined) return known;
    // `drafts/**` means the folder as well: nothing in it is a note.
    const verdict = isHidden(path) || excluded(path) || excluded(`${path}/`) || isGitignored(path, "folder");
    if (skipped.size >= mostKnown) skipped.clear();
    skipped.set(path, verdict);
    return verdict;
  };
  const isSkipped = (path: string): boolean => {
    for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) if (skips(folder)) return true;
    return false;
  };
  const isLeftOut = (path: string) => excluded(path) || isGitignored(path, "file") || baseName(path).startsWith(".") || isSkipped(path);
  return {
    faults: [included, ...excluding].flatMap(({ faults }) => faults),
    addGitignore(folder, text) {
      const rules = gitignoreOf(text);
      gitignores.set(folder, rules);
      skipped.clear();
      return rules.fault;
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
