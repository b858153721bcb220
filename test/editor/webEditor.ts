// VS Code for the Web with the extension under development: extension and server are web workers, the notes lie in a virtual file system.
import { createServer } from "node:net";
import { installHosts } from "./install";
import { projectRoot } from "./paths";

/** What of `@vscode/test-web` is used; it is installed beside the editors. */
interface TestWeb {
  open(options: Readonly<Record<string, unknown>>): Promise<{ dispose(): void }>;
}

/** A web editor that is served on this machine. */
export interface WebEditor {
  /** The address that opens the folder. What is written stays in the page that writes it. */
  readonly url: string;
  stop(): void;
}

/** Serves the editor on a folder of this disk; `testsPath` is the module of a suite that a page runs. */
export async function startWebEditor(folder: string, testsPath?: string): Promise<WebEditor> {
  const { webEditor, testWeb } = await installHosts(console.log);
  const { open } = require(testWeb) as TestWeb;
  const port = await freePort();
  const served = await open({
    ...{ browserType: "none", host: "127.0.0.1", port },
    ...{ quality: "stable", commit: webEditor.commit, testRunnerDataDir: webEditor.folder },
    extensionDevelopmentPath: projectRoot,
    ...(testsPath === undefined ? {} : { extensionTestsPath: testsPath }),
    folderPath: folder,
  });
  // Pages of extensions come from names below this one, which a browser finds on this machine only for `localhost`.
  return { url: `http://localhost:${port}`, stop: () => served.dispose() };
}

/** A port that nobody listens on now. */
function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("There is no free port."))));
    });
  });
}
