// How the suite is told apart from the editor it runs in, which writes to the same console.

/** The environment variable that asks the suite to begin every line it writes with its value, as an argument of its own. */
export const tagVariable = "QUAESTIO_SUITE_TAG";

/** What the runner asks for. */
export const suiteTag = "suite";

/** The suite's last line. Without it a suite has not ended, whatever the exit code: a dead extension host exits with 0. */
export const verdict = /^inside: \d+ passed, \d+ failed$/;

/** Begins every line that is written from here on with a tag. `format` makes one text of what is logged. */
export function tagConsole(tag: string, format: (...args: unknown[]) => string): void {
  const editors = console;
  const tagged = (["log", "info", "warn", "error"] as const).map((level) => {
    const value = (...args: unknown[]) => editors[level](tag, format(...args));
    return [level, { value }] as const;
  });
  // A console of our own: an extension host ignores assignments to the methods of its own one.
  globalThis.console = Object.create(editors, Object.fromEntries(tagged));
}
