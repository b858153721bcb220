// What is reported of a folder's notes, and how gravely: its settings with their globs made ready.
import picomatch from "picomatch";
import type { SeverityKey } from "../core/note";
import type { Settings } from "../core/settings";

interface Rules {
  readonly severity: Settings["diagnostics"]["severity"];
  isIgnored(word: SeverityKey, path: string): boolean;
}

const ready = new WeakMap<Settings, Rules>();

/** The rules of a folder; made once for its settings. Globs are relative to the folder. */
export function rulesOf(settings: Settings): Rules {
  const known = ready.get(settings);
  if (known) return known;
  const matchers = Object.entries(settings.ignore).map(([word, globs]) => [word, picomatch([...globs], { dot: true })] as const);
  const isIgnored = (code: SeverityKey, path: string) =>
    matchers.some(([word, matches]) => (word === "*" || word === code) && matches(path));
  const rules = { severity: settings.diagnostics.severity, isIgnored };
  ready.set(settings, rules);
  return rules;
}
