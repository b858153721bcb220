// `npm start`: opens the sample notes in an editor with the extension, on the desktop or in the browser.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Editor, PortTaken, startEditor } from "./editorServer";
import { installHosts } from "./install";
import { hostsFolder, projectRoot } from "./paths";
import { quietSettings, writeFirstSettings } from "./settings";
import { placeExtension } from "./unpacked";

const usage = "npm start -- [--browser] [--port N] [--no-open]";
const notes = join(projectRoot, "notes");

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

async function main(): Promise<void> {
  const options = parseOptions();
  checkGround();
  if (!options.browser && desktopEditorWorks()) return openDesktopEditor();
  const editor = await serve(options.port);
  const address = editor.url(notes);
  console.log(`\nQuaestio is open on the sample notes at\n\n  ${address}\n\nCtrl+C ends it.`);
  if (options.open) openInBrowser(address);
  const asked = await Promise.race([interruption(), editor.gone]);
  await editor.stop();
  if (!asked) throw new Error("The editor's server has ended by itself.");
}

/** Any option that is about the browser asks for it. */
function parseOptions(): {
  readonly browser: boolean;
  readonly open: boolean;
  readonly port: number;
} {
  const options = {
    browser: { type: "boolean" },
    port: { type: "string" },
    "no-open": { type: "boolean" },
  } as const;
  try {
    const { values } = parseArgs({ options });
    const port = Number(values.port ?? 3417);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port takes a number up to 65535, not “${values.port}”.`);
    return {
      browser: Object.keys(values).length > 0,
      open: !values["no-open"],
      port,
    };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\nUsage: ${usage}`);
  }
}

function checkGround(): void {
  if (Number.parseInt(process.versions.node, 10) < 20) throw new Error(`Quaestio needs Node 20 or newer; this is ${process.version}.`);
  if (!existsSync(join(projectRoot, "dist", "client", "main.node.js")))
    throw new Error("The extension is not built yet: run `npm run build` first.");
}

/** `code` must be there, willing (it refuses root), and have a display to open on. */
function desktopEditorWorks(): boolean {
  const displays = ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"];
  if (process.platform === "linux" && !displays.some((name) => process.env[name])) return false;
  return (
    spawnSync("code", ["--version"], {
      shell: process.platform === "win32",
      timeout: 20_000,
    }).status === 0
  );
}

function openDesktopEditor(): void {
  const windows = process.platform === "win32";
  const quoted = (path: string) => (windows ? `"${path}"` : path);
  const args = ["--new-window", `--extensionDevelopmentPath=${quoted(projectRoot)}`, quoted(notes)];
  const { status } = spawnSync("code", args, {
    shell: windows,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("`code` did not open the notes; `npm start -- --browser` opens them in the browser.");
  console.log("Quaestio is open on the sample notes in a new window of your editor.");
}

/** Behind a token made for this run: the editor can read and write whatever its user can. */
async function serve(port: number): Promise<Editor> {
  const hosts = await installHosts(console.log);
  const dataDir = join(hostsFolder, "start", "data");
  const extensionsDir = join(hostsFolder, "start", "extensions");
  writeFirstSettings(dataDir, quietSettings);
  try {
    const editor = await startEditor(hosts, {
      dataDir,
      extensionsDir,
      port,
      connectionToken: randomBytes(16).toString("hex"),
    });
    // Extensions are looked up when a page connects, and a start that finds the port taken must not disturb the first.
    placeExtension(projectRoot, extensionsDir);
    return editor;
  } catch (error) {
    if (error instanceof PortTaken)
      throw new Error(`Port ${port} is already taken: choose another with \`npm start -- --port ${port + 1}\`.`);
    throw error;
  }
}

/** The address is printed already, so a machine without a browser is told nothing more. */
function openInBrowser(address: string): void {
  const windows = process.platform === "win32";
  if (process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"]) return;
  const command = windows ? "rundll32" : process.platform === "darwin" ? "open" : "xdg-open";
  const args = windows ? ["url.dll,FileProtocolHandler", address] : [address];
  const opener = spawn(command, args, { detached: true, stdio: "ignore" });
  opener.on("error", () => console.log("No browser was found to open it with: open the address by hand."));
  opener.unref();
}

/** Settles with the signal that asks us to end. A second one meets the default, which ends us at once. */
function interruption(): Promise<NodeJS.Signals> {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve(signal));
  });
}
