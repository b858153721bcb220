// Which files of a folder are notes, and which folders are not even looked into.
import ignore, { type Ignore } from "ignore";
import picomatch from "picomatch";
import { baseName, folderOf } from "../core/key";
import type { Settings } from "../core/settings";
import { isTemplate } from "./template";

/** Paths are relative to the workspace folder, with `/`. */
export interface Policy {
  /** Takes in a `.gitignore`; `folder` is where it lies. */
  addGitignore(folder: string, text: string): void;
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
  const options = { dot: true, nocase: false };
  const included = picomatch([...notes.include], options);
  const excluded = picomatch([...notes.exclude, ...editorExcludes].filter(Boolean), options);
  const gitignores = new Map<string, Ignore>();

  /** A file is ignored by the rules of any folder above it; git asks the nearest first, and a `!rule` there can take it back. */
  const isGitignored = (path: string, isFolder: boolean): boolean => {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const below = folder === "" ? path : path.slice(folder.length + 1);
      const verdict = gitignores.get(folder)?.test(isFolder ? `${below}/` : below);
      if (verdict?.ignored) return true;
      if (verdict?.unignored || folder === "") return false;
    }
  };

  const skips = (path: string) => isHidden(path) || excluded(path) || isGitignored(path, true);
  const isSkipped = (path: string): boolean => {
    for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) if (skips(folder)) return true;
    return false;
  };
  const isLeftOut = (path: string) => excluded(path) || isGitignored(path, false) || baseName(path).startsWith(".") || isSkipped(path);
  return {
    addGitignore: (folder, text) => void gitignores.set(folder, ignore({ ignorecase: false }).add(text)),
    skipsFolder: skips,
    isSkipped,
    isNote: (path) => included(path) && !isLeftOut(path) && !isTemplate(notes, path),
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
