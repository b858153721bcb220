// One server on a folder for all tests of a suite that only ask, or change open documents alone.
import assert from "node:assert/strict";
import { after, afterEach, before } from "mocha";
import { removeFolder, tempFolder } from "./tempFolder";
import { type ClientOptions, uriOf, WireClient } from "./wireClient";

export interface ServedVault {
  /** The folder's path. */
  readonly root: string;
  readonly client: WireClient;
  /** The address of a file by its path in the folder. */
  uri(path: string): string;
}

/** To be called in a suite: the server has read the files before the first test, and ends in peace behind the last one. */
export function servedVault(files: Readonly<Record<string, string>>, options: ClientOptions = {}): ServedVault {
  let root = "";
  let client: WireClient | undefined;
  before(async () => {
    root = tempFolder(files);
    client = await WireClient.loaded([root], options);
  });
  afterEach(() => client?.checkCompared());
  after(async () => {
    assert.equal(await client?.stop(), 0);
    removeFolder(root);
  });
  return {
    get root() {
      return root;
    },
    get client() {
      assert.ok(client, "The server is started before the tests.");
      return client;
    },
    uri: (path) => uriOf(root, path),
  };
}
