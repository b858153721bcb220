// Serves a browser script in the very document of a topic page, and opens it in a browser as the editor would show it: in a theme, under the page's policy.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { english, type Texts } from "../../../client/language";
import { pageDocument } from "../../../client/topicPage/document";
import { type OpenPage, openPage, type PageOptions } from "../browser";
import { projectRoot } from "../paths";
import { type ThemeKind, variablesOf } from "./themes";

/** A server of one script's page. */
export interface PageServer {
  open(options?: ServedOptions): Promise<ServedPage>;
  end(): Promise<void>;
}

export interface ServedOptions extends PageOptions {
  readonly theme?: ThemeKind;
  readonly motion?: "reduce";
  readonly webGl?: "none";
  /** What the page speaks; English where nothing else is said. */
  readonly texts?: Texts;
}

/** An open page with what its browser noticed. */
export interface ServedPage extends OpenPage {
  /** Errors, also those of the policy. */
  readonly complaints: string[];
  /** What was asked of anybody but the server. */
  readonly strangers: string[];
}

const built = (name: string) => readFileSync(join(projectRoot, "dist", "page", name));

/** What is served, by its address. */
const files = (script: string | Buffer): Readonly<Record<string, readonly [string, string | Buffer]>> => ({
  "/main.js": ["text/javascript", script],
  "/style.css": ["text/css", built("style.css")],
  "/codicon.ttf": ["font/ttf", built("codicon.ttf")],
});

/** The script of the topic page as it is in the package. */
export const topicScript = (): Buffer => built("main.js");

/** Serves a script on loopback. */
export async function servePage(script: string | Buffer): Promise<PageServer> {
  const served = files(script);
  let origin = "";
  let texts = english;
  const server = createServer(({ url = "" }, response) => {
    const [type, body] = served[url.replace(/\?.*/, "")] ?? [];
    const document = () => pageDocument({ nonce: crypto.randomUUID(), source: origin, script: "/main.js", style: "/style.css", texts });
    if (url === "/") response.writeHead(200, { "content-type": "text/html" }).end(document());
    else if (type) response.writeHead(200, { "content-type": type }).end(body);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    open(options = {}) {
      texts = options.texts ?? english;
      return watched(`${origin}/`, options);
    },
    end: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Opens an address and notes what the browser complains about and whom it asks. */
export async function watched(url: string, options: ServedOptions = {}): Promise<ServedPage> {
  const complaints: string[] = [];
  const strangers: string[] = [];
  const { origin, protocol } = new URL(url);
  const isOwn = (asked: string) => (protocol === "file:" ? asked === url : new URL(asked).origin === origin) || /^(data|blob):/.test(asked);
  const opened = await openPage(url, {
    ...options,
    async prepare(page) {
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("request", (request) => !isOwn(request.url()) && strangers.push(request.url()));
      page.context().on("page", (other) => other !== page && strangers.push(other.url()));
      if (options.theme) await page.addInitScript(dress, { kind: options.theme, variables: variablesOf(options.theme) });
      if (options.motion) await page.emulateMedia({ reducedMotion: options.motion });
      if (options.webGl === "none") await withoutWebGl(page);
      await options.prepare?.(page);
    },
  });
  return { ...opened, complaints, strangers };
}

/** Dresses the document as the editor does: variables on its root, the kind of the theme on its body. Runs in the page. */
function dress({ kind, variables }: { readonly kind: string; readonly variables: Readonly<Record<string, string>> }): void {
  const observer = new MutationObserver(() => {
    if (!document.body) return;
    observer.disconnect();
    for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
    document.body.className = kind.endsWith("-contrast-light") ? `${kind} vscode-high-contrast` : kind;
    document.body.dataset["vscodeThemeKind"] = kind;
  });
  observer.observe(document, { childList: true, subtree: true });
}

const withoutWebGl = (page: Page) =>
  page.addInitScript(() => {
    const other = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.includes("webgl") ? null : Reflect.apply(other, this, [kind, ...rest]);
    } as typeof other;
  });
