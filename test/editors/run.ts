// Runs editors that nobody here wrote against the server, as their users set it up: `npm run test:editors`. Ends in how many tests passed and failed.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Installation, installed } from "../editor/installation";
import { projectRoot, removeFolder, tempFolder, testEnvironment } from "../tempFolder";

interface OtherEditor {
  readonly name: string;
  readonly program: string;
  /** Arguments that have it run its script and end. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const scripts = join(projectRoot, "test", "editors");

/** From the system's packages. */
const neovim: OtherEditor = {
  name: "Neovim",
  program: "nvim",
  args: ["--headless", "--clean", "-n", "-c", `luafile ${join(scripts, "neovim.lua")}`],
};

const clients: Installation = { name: "clients", what: "further language clients", size: "100 MB", packageFolder: scripts };

/** A language client from npm, used by a script that is built with the tests. */
async function cclsp(): Promise<OtherEditor> {
  const program = join(await installed(clients, console.log), "node_modules", "cclsp", "dist", "index.js");
  const script = join(projectRoot, "dist", "test", "editors", "cclsp.js");
  return { name: "cclsp", program: process.execPath, args: [script], env: { QUAESTIO_CCLSP: program } };
}

/** The notes that each script works on. */
const notes = {
  "a.md": "# Does it work?\n\nSee [[Does the method scale?]].\nAnd [[Does the methd scale?]].\n",
  "deep/does-the-method-scale.md": "# Does the method scale?\n\nYes.\n",
};

/** Milliseconds for the whole of a script. */
const patience = 180_000;

let passed = 0;
let failed = 0;

void main();

async function main(): Promise<void> {
  for (const editor of [neovim, await cclsp()]) {
    const lines = linesOf(editor);
    console.log([`── ${editor.name} ──`, ...lines].join("\n"));
    passed += lines.filter((line) => line.startsWith("ok ")).length;
    failed += lines.filter((line) => line.startsWith("not ok ")).length;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

/** A line for each test; a script that is not run, or breaks off, is one that failed. */
function linesOf({ name, program, args, env: own }: OtherEditor): readonly string[] {
  const folder = tempFolder(notes);
  try {
    const server = join(projectRoot, "dist", "cli", "main.node.js");
    const env = { ...testEnvironment(), QUAESTIO_NODE: process.execPath, QUAESTIO_SERVER: server, ...own };
    const { error, stdout, stderr } = spawnSync(program, args, { cwd: folder, env, encoding: "utf8", timeout: patience });
    const lines = `${stdout ?? ""}\n${stderr ?? ""}`.split(/\r?\n/).filter((line) => /^(?:ok|not ok|done) /.test(line));
    if (lines.at(-1)?.startsWith("done ")) return lines.slice(0, -1);
    return [...lines, `not ok ${name} runs its script to the end: ${error?.message ?? stderr.trim()}`];
  } finally {
    removeFolder(folder);
  }
}
