// What each quantity is meant to cost at most, at every size: what the table's figures are read against.

/** In words, for people: `× L` where the target grows with the vault, a time where it must not. */
export const targets: Readonly<Record<string, string>> = {
  "cold load": "25 × L",
  "topics tree": "30 ms",
  "page of a topic": "30 ms",
  "edit to problem, p50": "2 ms",
  "edit to problem, p95": "8 ms",
  "completion, p95": "25 ms",
  "references, p95": "3 ms",
  "related notes, p95": "10 ms",
  "related: taking a note in": "0.2 ms",
  "related: a sentence more, p95": "2 ms",
  "related: memory a note (kB)": "5 kB",
  "new title, links break": "30 ms",
  "old title, links mend": "30 ms",
  "1 MB note: answer while typing, p95": "16 ms",
  "warm load": "4 × L",
  "quaestio check": "30 × L",
};
