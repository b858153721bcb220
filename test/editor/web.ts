// Runs the inside suite in VS Code for the Web: extension and server are web workers, the notes lie in a virtual file system.
import { createServer } from "node:net";
import { join } from "node:path";
import { installHosts } from "./install";
import { projectRoot } from "./paths";
import { exitWith } from "./suite";
import { suiteInPage } from "./suitePage";

/** What of `@vscode/test-web` is used; it is installed beside the editors. */
interface TestWeb {
  open(options: Readonly<Record<string, unknown>>): Promise<{ dispose(): void }>;
}

exitWith(run());

async function run(): Promise<void> {
  const { webEditor, testWeb } = await installHosts(console.log);
  const { open } = require(testWeb) as TestWeb;
  const port = await freePort();
  const served = await open({
    ...{ browserType: "none", host: "127.0.0.1", port },
    ...{ quality: "stable", commit: webEditor.commit, testRunnerDataDir: webEditor.folder },
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath: join(projectRoot, "dist", "test", "editor", "web", "inside.js"),
    folderPath: join(projectRoot, "notes"),
  });
  try {
    const code = await suiteInPage(`http://127.0.0.1:${port}`, new Promise(() => undefined));
    if (code !== 0) throw new Error("The suite failed in the web editor.");
  } finally {
    served.dispose();
  }
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
