// One temporary folder and one server on it, for tests that change the folder under the server.
import { removeFolder, tempFolder } from "./tempFolder";
import { type ClientOptions, uriOf, WireClient } from "./wireClient";

export class ServedFolder {
  root = "";
  #client: WireClient | undefined;

  async start(files: Readonly<Record<string, string>>, options: ClientOptions = {}): Promise<void> {
    this.root = tempFolder(files);
    this.#client = await WireClient.loaded([this.root], options);
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    removeFolder(this.root);
    await client?.stop();
  }

  get client(): WireClient {
    if (!this.#client) throw new Error("The server was not started.");
    return this.#client;
  }

  uri(path: string): string {
    return uriOf(this.root, path);
  }

  untilCodes(path: string, codes: string): Promise<void> {
    return this.client.until(`${path} has ${codes || "no problem"}`, () => this.client.codes(this.uri(path)) === codes);
  }

  /** The topics at the top with the number of their notes. */
  async counts(): Promise<string> {
    return (await this.client.ask("quaestio/topics", {})).map(({ id, noteCount }) => `${id} ${noteCount}`).join(", ");
  }
}
