// Serves the page that shows a graph alone, and opens it in a browser.
import { join } from "node:path";
import { build } from "esbuild";
import type { Graph } from "../../../server/protocol";
import { type ServedOptions, type ServedPage, servePage } from "../page/served";
import { projectRoot } from "../paths";
import type { GraphPage } from "./page";

/** A server of graph pages. */
export interface GraphServer {
  open(graph: Graph, options?: ServedOptions): Promise<OpenGraph>;
  end(): Promise<void>;
}

export interface OpenGraph extends ServedPage {
  /** What the page tells, asked in the page. */
  ask<T, A>(question: (page: GraphPage, argument: A) => T | Promise<T>, argument: A): Promise<T>;
}

/** Bundles the page and serves it. */
export async function serveGraphs(): Promise<GraphServer> {
  const server = await servePage(await bundled(join("test", "editor", "graph", "page.ts")));
  return {
    async open(graph, options = {}) {
      const opened = await server.open({
        theme: "vscode-dark",
        ...options,
        prepare: (page) => page.addInitScript((it) => void Reflect.set(window, "graphToShow", it), graph).then(() => undefined),
      });
      return {
        ...opened,
        ask: (question, argument) =>
          opened.page.evaluate(`(${question.toString()})(window.graphPage, ${JSON.stringify(argument ?? null)})`) as ReturnType<
            OpenGraph["ask"]
          > as never,
      };
    },
    end: server.end,
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
