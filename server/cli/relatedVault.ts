// What is known of a vault's related notes, all texts read and its own links learned from: as the server does it when it has time.
import type { Note } from "../core/note";
import { type Fit, fitted } from "../features/related/fit";
import { lesson, teachers } from "../features/related/learning";
import { Relatedness } from "../features/related/relatedness";
import { Terms } from "../features/related/terms";
import { noteText } from "../host/noteText";
import type { OpenVault } from "./openVault";

export interface RelatedVault {
  readonly relatedness: Relatedness;
  readonly fit: Fit;
}

/** Reads the texts of all notes of a vault. */
export async function relatedVault({ index, folder }: OpenVault): Promise<RelatedVault> {
  const relatedness = new Relatedness(index, new Terms(folder.settings.related.languages));
  relatedness.expect(index.notes());
  for (const note of index.notes()) {
    const text = await noteText(folder, note);
    if (text !== undefined) relatedness.put(note, text);
  }
  for (const _ of relatedness.engine.vectors.refresh());
  const learnt = await learned(relatedness, (note) => noteText(folder, note));
  relatedness.weights = learnt.weights;
  return { relatedness, fit: learnt };
}

async function learned(relatedness: Relatedness, textOf: (note: Note) => Promise<string | undefined>): Promise<Fit> {
  const lessons = await Promise.all(teachers(relatedness).map(async (note) => lesson(relatedness, note, (await textOf(note)) ?? "")));
  return fitted(lessons.filter((it) => it !== undefined));
}
