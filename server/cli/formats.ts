// How a report is printed: for people, for scripts (JSON), for code scanning (SARIF) and as annotations on GitHub.
import type { ProblemCode, Severity } from "../core/note";
import { jsonOf, lineOf, visible } from "./plain";

declare const QUAESTIO_VERSION: string;

interface Span {
  /** Zero-based lines and UTF-16 columns. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface ReportedProblem {
  /** Relative to the folder that was checked. */
  readonly file: string;
  readonly range: Span;
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly message: string;
  readonly related?: readonly { readonly file: string; readonly range: Span; readonly message: string }[];
}

export interface Report {
  readonly notes: number;
  readonly problems: readonly ReportedProblem[];
}

export const formats: Readonly<Record<"text" | "json" | "sarif" | "github", (report: Report) => string>> = { text, json, sarif, github };

function text({ notes, problems }: Report): string {
  const lines = problems.map(({ file, range, severity, code, message }) =>
    lineOf(`${file}:${range.start.line + 1}:${range.start.character + 1} ${severity} ${code} ${message}`),
  );
  return `${[...lines, summary(notes, problems)].join("\n")}\n`;
}

function summary(notes: number, problems: readonly ReportedProblem[]): string {
  const counts = (["error", "warning", "information", "hint"] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count > 0 ? [`${count} ${severity}${count > 1 && severity !== "information" ? "s" : ""}`] : [];
  });
  return `${problems.length} ${problems.length === 1 ? "problem" : "problems"} in ${notes} ${notes === 1 ? "note" : "notes"}${counts.length > 0 ? ` (${counts.join(", ")})` : ""}.`;
}

function json(report: Report): string {
  return `${jsonOf(report)}\n`;
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions; properties escape more than messages do. */
function github({ problems, notes }: Report): string {
  const level = { error: "error", warning: "warning", information: "notice", hint: "notice" };
  const message = (value: string) => visible(value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
  const property = (value: string) => message(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const lines = problems.map(
    ({ file, range, severity, code, message: said }) =>
      `::${level[severity]} file=${property(file)},line=${range.start.line + 1},col=${range.start.character + 1},endLine=${range.end.line + 1},endColumn=${range.end.character + 1},title=${code}::${message(said)}`,
  );
  return `${[...lines, summary(notes, problems)].join("\n")}\n`;
}

/** SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/: columns count UTF-16 units, from one. */
function sarif({ problems }: Report): string {
  const level = { error: "error", warning: "warning", information: "note", hint: "note" };
  const place = (file: string, { start, end }: Span) => ({
    artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
    region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
  });
  const results = problems.map(({ file, range, severity, code, message, related = [] }) => ({
    ruleId: code,
    level: level[severity],
    message: { text: message },
    locations: [{ physicalLocation: place(file, range) }],
    relatedLocations: related.map((other) => ({ physicalLocation: place(other.file, other.range), message: { text: other.message } })),
  }));
  const rules = [...new Set(problems.map(({ code }) => code))].map((id) => ({ id }));
  const run = { tool: { driver: { name: "Quaestio", version: QUAESTIO_VERSION, rules } }, columnKind: "utf16CodeUnits", results };
  return `${jsonOf({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] })}\n`;
}
