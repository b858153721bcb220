// How many problems are reported of all notes, kept as they are published: nobody has to go through the notes to know.
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { VaultCounts } from "../protocol";

type Counts = Omit<VaultCounts, "notes">;

/** Codes of references that lead nowhere. */
const brokenCodes: ReadonlySet<unknown> = new Set(["broken-reference", "broken-heading", "broken-block"]);

/** Counts what is reported, document by document. */
export class ReportedCounts {
  #errors = 0;
  #warnings = 0;
  #broken = 0;

  /** What is reported of a document now, and what was before. */
  replace(before: readonly Diagnostic[], now: readonly Diagnostic[]): void {
    for (const it of before) this.#count(it, -1);
    for (const it of now) this.#count(it, 1);
  }

  counts(): Counts {
    return { errors: this.#errors, warnings: this.#warnings, broken: this.#broken };
  }

  #count({ severity, code, data }: Diagnostic, by: 1 | -1): void {
    if (severity === DiagnosticSeverity.Error) this.#errors += by;
    if (severity === DiagnosticSeverity.Warning) this.#warnings += by;
    if (brokenCodes.has(code) && !data?.openQuestion) this.#broken += by;
  }
}
