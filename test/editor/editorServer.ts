// The editor as a server on this machine: real files and a Node extension host, seen through a browser.
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import type { ServedEditor } from "./install";
import { type Leashed, spawnLeashed } from "./leashed";
import { type Settings, writeSettings } from "./settings";

/** How to start an editor. */
export interface EditorOptions {
  /** Where it keeps settings and state. */
  readonly dataDir: string;
  /** Where installed extensions are. */
  readonly extensionsDir: string;
  /** The folder an address without one opens. */
  readonly folder?: string;
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /** Without one, whoever reaches the port is let in. */
  readonly connectionToken?: string;
  /** Whether folders are trusted only once somebody says so; otherwise all are. */
  readonly asksForTrust?: boolean;
  /** Needed for a page's payload to be obeyed: extensions under development and tests. */
  readonly smokeTestDriver?: boolean;
  /** Replaces the user settings in `dataDir`; without them they stay as they are. */
  readonly settings?: Settings;
}

/** What a page is asked to do: pairs such as `["extensionDevelopmentPath", "/an/absolute/path"]`. */
export type Payload = readonly (readonly [key: string, path: string])[];

/** A running editor. */
export interface Editor {
  readonly port: number;
  /** The address that opens `folder`, an absolute path; the token is in it. */
  url(folder?: string, payload?: Payload): string;
  /** Settles when the editor has ended, for whatever reason. */
  readonly gone: Promise<void>;
  /** Ends the editor and every process it started. */
  stop(): Promise<void>;
}

/** The error of `startEditor` when somebody else listens on the port. */
export class PortTaken extends Error {}

/**
 * Starts an editor on 127.0.0.1 and settles once it listens.
 * Rejects with `PortTaken`, or with the server's last lines when it ends or says nothing for a minute.
 */
export async function startEditor(served: ServedEditor, options: EditorOptions): Promise<Editor> {
  if (options.settings) writeSettings(options.dataDir, options.settings);
  const server = spawnLeashed(served.node, [served.serverMain, ...serverArguments(options)], quietEnvironment());
  const port = await listeningPort(server, options.port ?? 0);
  return {
    port,
    url: (folder, payload) => address(port, options.connectionToken, folder, payload),
    gone: server.gone,
    stop: () => server.stop(),
  };
}

/** Installs a packaged extension. Rejects with what the editor says against it. */
export function installVsix(served: ServedEditor, vsix: string, extensionsDir: string, dataDir: string): Promise<void> {
  const args = ["--install-extension", vsix, "--force", "--extensions-dir", extensionsDir, ...dataArguments(dataDir)];
  const run = spawn(served.node, [served.serverMain, ...args], {
    env: quietEnvironment(),
  });
  let output = "";
  for (const stream of [run.stdout, run.stderr]) stream.on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    run.on("error", reject);
    run.on("close", (code) => {
      // The command ends with 0 even where it has refused, so its last word counts too.
      if (code === 0 && output.includes("successfully installed")) return resolve();
      reject(new Error(`${vsix} was not installed:\n${output.trim()}`));
    });
  });
}

function serverArguments(options: EditorOptions): string[] {
  return [
    "--host=127.0.0.1",
    `--port=${options.port ?? 0}`,
    options.connectionToken === undefined ? "--without-connection-token" : `--connection-token=${options.connectionToken}`,
    "--accept-server-license-terms",
    "--disable-telemetry",
    ...(options.asksForTrust ? [] : ["--disable-workspace-trust"]),
    "--disable-getting-started-override",
    `--extensions-dir=${options.extensionsDir}`,
    ...dataArguments(options.dataDir),
    ...(options.folder === undefined ? [] : [`--default-folder=${options.folder}`]),
    ...(options.smokeTestDriver ? ["--enable-smoke-test-driver"] : []),
  ];
}

/** One folder for both, so that user settings are where the desktop editor has them. */
function dataArguments(dataDir: string): string[] {
  return [`--server-data-dir=${dataDir}`, `--user-data-dir=${dataDir}`];
}

/** Ours without what an editor around us left for its own children, and without a marketplace to ask for updates. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const ours = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(ours), EXTENSIONS_GALLERY: "{}" };
}

function listeningPort(server: Leashed, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (error: Error) => {
      clearTimeout(limit);
      void server.stop().then(() => reject(error));
    };
    const limit = setTimeout(() => fail(new Error(`The editor's server did not start within a minute.\n${output.trim()}`)), 60_000);
    const listen = (chunk: Buffer) => {
      output = (output + chunk).slice(-20_000);
      if (output.includes("EADDRINUSE")) return fail(new PortTaken(`Port ${wanted} is already taken.`));
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(limit);
      resolve(Number(port));
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    void server.gone.then(() => fail(new Error(`The editor's server ended before it listened.\n${output.trim()}`)));
  });
}

function address(port: number, token: string | undefined, folder: string | undefined, payload: Payload | undefined): string {
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (token !== undefined) url.searchParams.set("tkn", token);
  // The folder is read as a path, a payload's values as addresses.
  if (folder !== undefined) url.searchParams.set("folder", decodeURIComponent(pathToFileURL(folder).pathname));
  if (payload !== undefined) {
    const remote = payload.map(([key, path]) => [key, `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`]);
    url.searchParams.set("payload", JSON.stringify(remote));
  }
  return url.href;
}
