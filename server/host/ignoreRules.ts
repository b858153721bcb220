// The `.gitignore` files of a folder and of those in it, and what they say together of a path.
import { folderOf } from "../core/key";
import { type Gitignore, gitignoreOf, mostRules } from "./gitignore";

/** Paths are relative to the outermost folder, with `/`; that folder itself is `""`. */
export interface IgnoreRules {
  /** Takes in the text of the `.gitignore` of a folder. `isKnownBelow`: something was asked before that it may answer otherwise. */
  add(folder: string, text: string): { readonly fault: string | undefined; readonly isKnownBelow: boolean };
  /** A file is ignored by the rules of any folder above it; git asks the nearest first, and a `!rule` there can take it back. */
  isIgnored(path: string, kind: "file" | "folder"): boolean;
}

/** No rules yet. */
export function ignoreRules(): IgnoreRules {
  const gitignores = new Map<string, Gitignore>();
  /** Of folders, the nearest with rules, itself or above: folders may be a thousand deep. */
  const nearest = new Map<string, string | undefined>();
  const holderOf = (folder: string): string | undefined =>
    remembered(nearest, folder, () => (gitignores.has(folder) ? folder : folder === "" ? undefined : holderOf(folderOf(folder))));
  const holderAbove = (folder: string) => (folder === "" ? undefined : holderOf(folderOf(folder)));
  return {
    add(folder, text) {
      // All that holds for one path counts together.
      let left = mostRules;
      for (let at = holderAbove(folder); at !== undefined; at = holderAbove(at)) left -= gitignores.get(at)?.count ?? 0;
      const rules = gitignoreOf(text, Math.max(0, left));
      gitignores.set(folder, rules);
      // What is known of a folder below was found by way of this one.
      const isKnownBelow = nearest.has(folder);
      if (isKnownBelow) nearest.clear();
      return { fault: rules.fault, isKnownBelow };
    },
    isIgnored(path, kind) {
      for (let at = holderOf(folderOf(path)); at !== undefined; at = holderAbove(at)) {
        const verdict = gitignores.get(at)?.verdictOn(at === "" ? path : path.slice(at.length + 1), kind);
        if (verdict !== undefined) return verdict === "ignored";
      }
      return false;
    },
  };
}

/** What is known under a name, or is worked out and kept. */
export function remembered<T>(known: Map<string, T>, name: string, work: () => T): T {
  if (known.has(name)) return known.get(name) as T;
  const value = work();
  known.set(name, value);
  return value;
}
