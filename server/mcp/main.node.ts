// Speaks the Model Context Protocol over standard input and output. Alone in its bundle, because the SDK is large and no other command
// needs it; knows nothing of notes.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  type Tool as ListedTool,
  ListToolsRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import type { ToolAnswer } from "../protocol";
import type { Tool } from "../tools/tool";

export interface McpOptions {
  readonly version: string;
  readonly tools: readonly Tool[];
  /** What there is to know before the first call. */
  readonly introduction: string;
  call(name: string, input: unknown): Promise<ToolAnswer>;
  report(sentence: string): void;
}

/** Serves one client; resolves when its input has ended and what it asked is answered. */
export async function serveMcp({ version, tools, introduction, call, report }: McpOptions): Promise<void> {
  const underWay = new Set<Promise<unknown>>();
  // The SDK's `McpServer` takes schemas of one library alone; ours are plain, and the same that an editor gets.
  const server = new Server({ name: "quaestio", title: "Quaestio", version }, { capabilities: { tools: {} }, instructions: introduction });
  server.onerror = ({ message }) => report(`The client said something that was not understood: ${message}`);
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(asListed) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    const result = call(params.name, params.arguments).then(asResult, (error) => {
      report(`${params.name} failed: ${error?.stack ?? error}`);
      return failure(`Quaestio failed: ${error?.message ?? error}`);
    });
    underWay.add(result);
    return result.finally(() => underWay.delete(result));
  });
  const ended = new Promise<void>((resolve) => {
    for (const event of ["end", "close"]) process.stdin.on(event, resolve);
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await Promise.all(underWay);
  await server.close();
}

const asListed = ({ name, title, description, input, output }: Tool): ListedTool => ({
  ...{ name, title, description },
  inputSchema: input as ListedTool["inputSchema"],
  outputSchema: output as NonNullable<ListedTool["outputSchema"]>,
  annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
});

/** Clients that know nothing of structured answers read the text. */
const asResult = (given: ToolAnswer): CallToolResult =>
  given.kind === "refused"
    ? failure(given.why)
    : { content: [{ type: "text", text: JSON.stringify(given.answer) }], structuredContent: { ...given.answer } };

const failure = (why: string): CallToolResult => ({ content: [{ type: "text", text: why }], isError: true });
