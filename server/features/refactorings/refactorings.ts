// What can be done with a note at the caret or with the selection, by the kind of change.
import { extractNote } from "./extract";
import { inlineSummary } from "./inlineSummary";
import { otherForm } from "./linkForm";
import type { Asked, Refactoring } from "./refactoring";
import { addToRelated } from "./relatedField";
import { sortSources } from "./sortSources";

/** How a refactoring changes a note: it writes something in another way, takes something out, or brings something in. */
export const refactoringKinds = ["rewrite", "extract", "inline"] as const;
export type RefactoringKind = (typeof refactoringKinds)[number];

const all: Readonly<Record<RefactoringKind, readonly ((asked: Asked) => Refactoring | undefined)[]>> = {
  rewrite: [otherForm, addToRelated, sortSources],
  extract: [extractNote],
  inline: [inlineSummary],
};

/** The refactorings of a kind that fit where the caret or the selection is. */
export const refactoringsAt = (asked: Asked, kind: RefactoringKind): readonly Refactoring[] =>
  all[kind].flatMap((find) => find(asked) ?? []);
