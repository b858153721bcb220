// One run of Quaestio over a vault: the server as an editor uses it, then the command line. What it reports is compared with what was planted.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Report } from "../../server/cli/formats";
import { projectRoot } from "../tempFolder";
import { Editor, type EditorOptions } from "./editor";
import { peakMemory, processorTime } from "./machine";
import { ifKnown, type Sample } from "./measures";
import { measureRelatedness } from "./relatedness";
import { measureSession } from "./session";
import type { Manifest, Vault } from "./vault";

/** Measures everything once. Throws with a sentence when what is reported is not what was planted. All times in milliseconds. */
export async function measureOurs(vault: Vault, options: Omit<EditorOptions, "env">): Promise<Sample> {
  const [server, commandLine] = [
    await withFreshCache(async (env) => {
      const session = (editor: Editor) => keptIndex(env).then(() => measureSession(editor, vault));
      const cold = await measureServer("cold load", vault, { ...options, env }, session);
      const kept = await keptIndex(env);
      const warm = await measureServer("warm load", vault, { ...options, env }, async () => ({}));
      return { ...cold, ...warm, "kept on disk (MB)": kept / 1e6 };
    }),
    await withFreshCache(async (env) => ({
      ...(await checkOnce("quaestio check", vault, env)),
      ...(await checkOnce("quaestio check, warm", vault, env)),
    })),
  ];
  return { ...server, ...commandLine, ...measureRelatedness(vault) };
}

/** Waits until the server has kept what it read; gives the size of that in bytes. */
async function keptIndex({ XDG_CACHE_HOME = "" }: NodeJS.ProcessEnv): Promise<number> {
  const folder = join(XDG_CACHE_HOME, "quaestio");
  for (;;) {
    const files = existsSync(folder) ? readdirSync(folder) : [];
    if (files.length === 1 && files[0]?.endsWith(".index")) return statSync(join(folder, files[0])).size;
    await pause(100);
  }
}

/** Does something in an environment whose cache folder is empty; two starts in the same environment share what the first one kept. */
async function withFreshCache<T>(act: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "quaestio-cache-"));
  try {
    return await act({ ...process.env, XDG_CACHE_HOME: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a server, measures its load under a name and then what an editor does with it, and ends it. */
async function measureServer(
  name: string,
  vault: Vault,
  options: EditorOptions,
  measureMore: (editor: Editor) => Promise<Sample>,
): Promise<Sample> {
  const editor = await Editor.start(vault.folder, options);
  try {
    await editor.until("all notes are read and their problems published", () => editor.loadedAt !== undefined);
    const { pid } = editor.process;
    const loaded: Sample = {
      [name]: (editor.loadedAt ?? Number.NaN) - editor.startedAt,
      ...ifKnown(`${name}, processor time`, processorTime(pid)),
      ...ifKnown(`${name}, peak memory (MB)`, peakMemory(pid)),
    };
    compare("The server", vault.manifest, codesIn([...editor.problems.values()].flat()));
    const more = await measureMore(editor);
    await editor.stop();
    return { ...loaded, ...more };
  } catch (error) {
    editor.process.kill();
    throw error;
  }
}

function codesIn(problems: readonly { readonly code?: string | number }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code = "" } of problems) counts.set(String(code), (counts.get(String(code)) ?? 0) + 1);
  return counts;
}

function compare(who: string, { brokenReferences, brokenHeadings }: Manifest, found: ReadonlyMap<string, number>): void {
  const planted = new Map([
    ["broken-reference", brokenReferences],
    ["broken-heading", brokenHeadings],
  ]);
  for (const code of new Set([...planted.keys(), ...found.keys()])) {
    const [wanted, got] = [planted.get(code) ?? 0, found.get(code) ?? 0];
    if (wanted !== got) throw new Error(`${who} reports ${got} problems of the kind ${code}, but ${wanted} were planted in the vault.`);
  }
}

/** The command line, from its start to its end. */
async function checkOnce(name: string, { folder, manifest }: Vault, env: NodeJS.ProcessEnv): Promise<Sample> {
  const script = join(projectRoot, "dist", "cli", "main.node.js");
  const started = performance.now();
  const run = spawn(process.execPath, [script, "check", folder, "--format", "json", "--fail-on", "never"], {
    stdio: ["ignore", "pipe", "inherit"],
    env,
  });
  let printed = "";
  run.stdout.setEncoding("utf8").on("data", (chunk: string) => (printed += chunk));
  const [status] = await once(run, "close");
  const time = performance.now() - started;
  if (status !== 0) throw new Error(`quaestio check ended with status ${status}.`);
  const report = JSON.parse(printed) as Report;
  if (report.notes !== manifest.notes) throw new Error(`quaestio check read ${report.notes} notes instead of ${manifest.notes}.`);
  compare("quaestio check", manifest, codesIn(report.problems));
  return { [name]: time };
}
