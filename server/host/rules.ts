// What is reported of a folder's notes, and how gravely: its settings with their globs made ready.
import type { SeverityKey } from "../core/note";
import type { Settings } from "../core/settings";
import { globsOf } from "./globs";

interface Rules {
  readonly severity: Settings["diagnostics"]["severity"];
  isIgnored(word: SeverityKey, path: string): boolean;
  /** What is wrong with the globs of `ignore`, each as a sentence for people. */
  readonly faults: readonly string[];
}

const ready = new WeakMap<Settings, Rules>();

/** The rules of a folder; made once for its settings. Globs are relative to the folder. */
export function rulesOf(settings: Settings): Rules {
  const known = ready.get(settings);
  if (known) return known;
  const ignoring = Object.entries(settings.ignore).map(([word, globs]) => [word, globsOf(globs)] as const);
  const isIgnored = (code: SeverityKey, path: string) =>
    ignoring.some(([word, { matches }]) => (word === "*" || word === code) && matches(path));
  const faults = ignoring.flatMap(([, { faults }]) => faults);
  const rules = { severity: settings.diagnostics.severity, isIgnored, faults };
  ready.set(settings, rules);
  return rules;
}
