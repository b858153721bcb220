// Every door starts from what was kept: a file that was changed in secret, with the size and time it had, is what it was.
import assert from "node:assert/strict";
import { existsSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, it } from "mocha";
import { type Outcome, quaestioIn } from "./commandLine";
import { McpClient } from "./mcpClient";
import { removeFolder, tempFolder, writeFiles } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

const longAgo = new Date("2024-05-01T12:00:00Z");

describe("what was kept", () => {
  let root = "";
  let cache = "";
  const write = (path: string, text: string) => {
    writeFiles(root, { [path]: text });
    utimesSync(join(root, path), longAgo, longAgo);
  };

  beforeEach(() => {
    root = tempFolder();
    cache = tempFolder();
    write("a.md", "# A?\n[[Nobody]]\n");
    write("b.md", "# B?\n[[A?]]\n");
  });
  afterEach(() => {
    removeFolder(root);
    removeFolder(cache);
  });

  const isKept = (folder: string) => existsSync(folder) && readdirSync(folder).some((name) => name.endsWith(".index"));

  describe("by the command line", () => {
    const check = (...options: readonly string[]): Outcome => quaestioIn({ XDG_CACHE_HOME: cache }, root, "check", ...options);
    const broken = "a.md:2:3 error broken-reference No note, file or image answers “Nobody”.\n";

    it("is used the next time, and not with --no-cache", () => {
      const first = check();
      assert.equal(first.out, `${broken}1 problem in 2 notes (1 error).\n`);
      write("a.md", "# A?\n[[A?   ]]\n".padEnd("# A?\n[[Nobody]]\n".length));
      assert.deepEqual(check(), first);
      assert.equal(check("--no-cache").out, "0 problems in 2 notes.\n");
      assert.deepEqual(check(), first, "--no-cache keeps nothing either");
    });

    it("follows what changed visibly, and is then kept anew", () => {
      check();
      write("a.md", "# Another A?\n[[Nobody]]\n");
      const { out } = check();
      assert.match(out, /^a.md:2:3 error broken-reference/);
      assert.match(out, /b.md:2:3 .*“A\?”/);
      assert.equal(check().out, out);
      assert.equal(check("--no-cache").out, out);
    });

    it("is used by quaestio topics, which leaves the problems that were kept", () => {
      const first = check();
      const topics = () => quaestioIn({ XDG_CACHE_HOME: cache }, root, "topics").out;
      assert.match(topics(), /A\?\n.*B\?/);
      write("a.md", "# X?\n[[Nobody]]\n");
      assert.doesNotMatch(topics(), /X\?/);
      assert.deepEqual(check(), first);
    });

    it("is done without where nothing can be kept", () => {
      writeFiles(cache, { quaestio: "a file where the folder would be" });
      assert.equal(check().out, `${broken}1 problem in 2 notes (1 error).\n`);
      assert.equal(check().err, "");
    });
  });

  it("by the server for agents is used by the next one", async () => {
    const told = async (wait: () => Promise<void>) => {
      const client = await McpClient.within({ XDG_CACHE_HOME: cache }, root);
      try {
        const { total } = await client.ask("check");
        await wait();
        return total;
      } finally {
        await client.stop();
      }
    };
    const first = await told(async () => {
      while (!isKept(join(cache, "quaestio"))) await pause(50);
    });
    // Looks as it did, so that only who reads it anew would know.
    write("a.md", "# A?\n[[A?   ]]\n".padEnd("# A?\n[[Nobody]]\n".length));
    assert.deepEqual([first, await told(async () => undefined)], [1, 1]);
  });

  for (const [door, options, folder] of [
    ["the client's storage", (storage: string) => ({ initializationOptions: { storage } }), "storage"],
    ["the cache folder", () => ({}), "quaestio"],
  ] as const)
    describe(`by the server in ${door}`, () => {
      const start = () => WireClient.loaded([root], { ...options(uriOf(cache, "storage")), environment: { XDG_CACHE_HOME: cache } });
      const codes = (client: WireClient) => ["a.md", "b.md"].map((path) => client.codes(uriOf(root, path)));

      it("is used by the next server, which follows what happens from there", async () => {
        const first = await start();
        try {
          while (!isKept(join(cache, folder))) await pause(50);
        } finally {
          await first.stop();
        }
        write("a.md", "# X?\n[[Nobody]]\n");
        const second = await start();
        try {
          assert.deepEqual(codes(second), ["broken-reference", ""]);
          const logged = second.messages.filter(({ method }) => method === "window/logMessage").map(({ params }) => JSON.stringify(params));
          assert.match(logged.join("\n"), /Read 2 notes of .* ms, 2 of them unchanged since the last start\./);
          await second.open(uriOf(root, "a.md"), "# X?\n[[B?]]\n");
          await second.until("the edit is seen", () => codes(second).join() === ",broken-reference");
        } finally {
          await second.stop();
        }
      });
    });
});
