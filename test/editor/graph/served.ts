// Serves the page that shows a graph, under the policy of the topic page, and opens it in a browser.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import type { Graph } from "../../../server/protocol";
import { type OpenPage, openPage, type PageOptions } from "../browser";
import { projectRoot } from "../paths";
import type { GraphPage } from "./page";
import { type ThemeKind, themeRule } from "./themes";

/** A server of graph pages. */
export interface GraphServer {
  open(graph: Graph, options?: GraphPageOptions): Promise<OpenGraph>;
  end(): Promise<void>;
}

export interface GraphPageOptions extends PageOptions {
  readonly theme?: ThemeKind;
  readonly motion?: "reduce";
  readonly webGl?: "none";
}

export interface OpenGraph extends OpenPage {
  /** What the page tells, asked in the page. */
  ask<T, A>(question: (page: GraphPage, argument: A) => T | Promise<T>, argument: A): Promise<T>;
  /** What the browser complained about. */
  readonly complaints: string[];
}

const nonce = "c0ffee";
const policy = [
  "default-src 'none'",
  `script-src 'nonce-${nonce}'`,
  `style-src 'nonce-${nonce}'`,
  "worker-src blob:",
  "img-src data:",
].join("; ");

/** Bundles the page and serves it. */
export async function serveGraphs(): Promise<GraphServer> {
  const script = await bundled(join("test", "editor", "graph", "page.ts"));
  const styles = readFileSync(join(projectRoot, "client", "topicPage", "page", "graph", "graph.css"), "utf8");
  let html = "";
  const server = createServer(({ url }, response) => {
    if (url?.startsWith("/page.js")) response.writeHead(200, { "content-type": "text/javascript" }).end(script);
    else if (url === "/") response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy }).end(html);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    async open(graph, options = {}) {
      html = page(graph, options.theme ?? "vscode-dark", styles);
      const complaints: string[] = [];
      const opened = await openPage(`http://127.0.0.1:${port}/`, {
        ...options,
        async prepare(it) {
          it.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
          it.on("pageerror", (error) => complaints.push(String(error)));
          if (options.motion) await it.emulateMedia({ reducedMotion: options.motion });
          if (options.webGl === "none") await withoutWebGl(it);
        },
      });
      return {
        ...opened,
        complaints,
        ask: (question, argument) =>
          opened.page.evaluate(`(${question.toString()})(window.graphPage, ${JSON.stringify(argument ?? null)})`) as ReturnType<
            OpenGraph["ask"]
          > as never,
      };
    },
    end: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A browser script of the project as one file. */
async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(projectRoot, entry)],
    bundle: true,
    write: false,
    minify: true,
    platform: "browser",
    format: "iife",
    target: "es2022",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

const withoutWebGl = (page: Page) =>
  page.addInitScript(() => {
    const other = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.includes("webgl") ? null : Reflect.apply(other, this, [kind, ...rest]);
    } as typeof other;
  });

const page = (graph: Graph, theme: ThemeKind, styles: string) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Graph</title>
<style nonce="${nonce}">${themeRule(theme)} html, body { height: 100%; margin: 0; background: var(--vscode-editor-background); } #graph { box-sizing: border-box; height: 100%; padding: 8px; }</style>
<style nonce="${nonce}">${styles}</style>
</head>
<body class="${theme}" data-vscode-theme-kind="${theme}">
<div id="graph"></div>
<script type="application/json" id="graph-data">${JSON.stringify(graph).replaceAll("<", "\\u003c")}</script>
<script nonce="${nonce}" src="/page.js"></script>
</body>
</html>`;
