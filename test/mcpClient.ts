// A client of the Model Context Protocol for tests: the SDK's own, which starts `quaestio mcp` and holds answers to the schemas it was told.
import assert from "node:assert/strict";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { projectRoot, testEnvironment } from "./tempFolder";

export const cliScript = join(projectRoot, "dist", "cli", "main.node.js");

/** What tools answer, as tests read it. */
// biome-ignore lint/suspicious/noExplicitAny: the schemas say what it is, and the client holds it to them.
export type Told = any;

export class McpClient {
  readonly client = new Client({ name: "a test", version: "0" });

  /** Starts a server on a folder; tools are listed first, so that each answer is held to its schema. */
  static on(folder: string, ...options: readonly string[]): Promise<McpClient> {
    return McpClient.within({}, folder, ...options);
  }

  /** The same with something added to the environment of the server. */
  static within(environment: Readonly<Record<string, string>>, folder: string, ...options: readonly string[]): Promise<McpClient> {
    return McpClient.by([], environment, folder, ...options);
  }

  /** The same run by Node with further arguments of its own. */
  static async by(
    node: readonly string[],
    environment: Readonly<Record<string, string>>,
    folder: string,
    ...options: readonly string[]
  ): Promise<McpClient> {
    const it = new McpClient();
    const all = { ...testEnvironment(), ...environment };
    const env = Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [...node, cliScript, "mcp", folder, ...options],
      env,
      stderr: "ignore",
    });
    await it.client.connect(transport);
    await it.client.listTools();
    return it;
  }

  /** The answer of a tool; the text beside it has to say the same. */
  async ask(name: string, input: object = {}): Promise<Told> {
    const { content, structuredContent, isError } = await this.#call(name, input);
    const [said, ...others] = content;
    assert.ok(said?.type === "text" && others.length === 0);
    assert.equal(isError ?? false, false, said.text);
    assert.deepEqual(JSON.parse(said.text), structuredContent);
    return structuredContent;
  }

  /** The sentences with which a tool refuses. */
  async refusal(name: string, input: object): Promise<string> {
    const { content, isError } = await this.#call(name, input);
    const [said] = content;
    assert.ok(said?.type === "text");
    assert.equal(isError, true, said.text);
    return said.text;
  }

  async #call(name: string, input: object): Promise<CallToolResult> {
    return (await this.client.callTool({ name, arguments: { ...input } })) as CallToolResult;
  }

  stop(): Promise<void> {
    return this.client.close();
  }
}

/** All that a tool lists, page by page. */
export async function everyPage(client: McpClient, name: string, field: string, input: object): Promise<readonly Told[]> {
  const all: Told[] = [];
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const answer: Told = await client.ask(name, { ...input, offset });
    all.push(...answer[field]);
    offset = answer.nextOffset;
    if (offset === undefined) assert.equal(answer.total, all.length);
  }
  return all;
}
