// Speaks with a client over standard input and output. The library's own writer waits for a turn of the event loop before each message:
// a vault with thousands of problems would wait thousands of times.
import { AbstractMessageWriter, createConnection, type Message, ProposedFeatures, StreamMessageReader } from "vscode-languageserver/node";

/** Ends the process where the input ends, for then the client is gone: with 0 after a shutdown, else with 1. */
export function stdioConnection() {
  const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), new StdoutWriter());
  let isShutDown = false;
  connection.onShutdown(() => {
    isShutDown = true;
  });
  // Of streams that it is given by itself the library would watch the end.
  for (const event of ["end", "close"]) process.stdin.on(event, () => process.exit(isShutDown ? 0 : 1));
  return connection;
}

/** Writes what is said in one turn at its end, in one piece. */
class StdoutWriter extends AbstractMessageWriter {
  #waiting = "";

  constructor() {
    super();
    process.stdout.on("error", (error: Error) => this.fireError(error));
    process.stdout.on("close", () => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    const content = inAscii(JSON.stringify(message));
    if (this.#waiting === "") queueMicrotask(() => this.#flush());
    this.#waiting += `Content-Length: ${content.length}\r\n\r\n${content}`;
  }

  #flush(): void {
    process.stdout.write(this.#waiting);
    this.#waiting = "";
  }

  end(): void {
    process.stdout.end();
  }
}

/**
 * The same JSON in letters of one byte each. The protocol counts bytes (LSP 3.17, “Base Protocol”), but some clients cut messages by letters, as
 * cclsp 0.7 and lsmcp 0.9 do, and would hang at the first quotation mark.
 */
function inAscii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
