// Stands in for a desktop editor's executable: takes the same arguments, runs the suite in a served editor, exits with its code.
import { type Payload, startEditor } from "./editorServer";
import { suiteTag, tagVariable } from "./inside/voice";
import { installChosen } from "./install";
import { suiteInPage } from "./suitePage";

/** What of an editor's command line matters here. */
interface CommandLine {
  readonly folder: string | undefined;
  readonly dataDir: string;
  readonly extensionsDir: string;
  readonly payload: Payload;
}

// The environment reaches the extension host, and with it the suite.
process.env[tagVariable] = suiteTag;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

async function main(): Promise<void> {
  // Leaving by `process.exit` takes the browser along. The runner holds the other end of standard input, so its death is seen too.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));
  process.stdin.on("close", () => process.exit(1)).resume();
  const commandLine = parseCommandLine(process.argv.slice(2));
  const editor = await startEditor(await installChosen(console.log), {
    dataDir: commandLine.dataDir,
    extensionsDir: commandLine.extensionsDir,
    smokeTestDriver: true,
  });
  const { folder, payload } = commandLine;
  const code = await suiteInPage(editor.url(folder, payload), editor.gone).finally(() => editor.stop());
  process.exit(code);
}

/** Takes `--name=value` and one folder; what else a desktop editor understands is ignored. */
function parseCommandLine(args: readonly string[]): CommandLine {
  const values = (name: string) => args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
  const one = (name: string) => {
    const value = values(name)[0];
    if (value === undefined) throw new Error(`The launcher needs --${name}=….`);
    return value;
  };
  return {
    folder: args.find((arg) => !arg.startsWith("-")),
    dataDir: one("user-data-dir"),
    extensionsDir: one("extensions-dir"),
    payload: [
      ...values("extensionDevelopmentPath").map((path) => ["extensionDevelopmentPath", path] as const),
      ["extensionTestsPath", one("extensionTestsPath")],
    ],
  };
}
