// A browser that shows graphs to the tests of a suite, one page after the other, and what these tests look at.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before } from "mocha";
import type { Graph } from "../../../server/protocol";
import { eventually } from "../outside/workbench";
import type { ServedOptions } from "../page/served";
import { projectRoot } from "../paths";
import { type GraphServer, type OpenGraph, serveGraphs } from "./served";

const screens = join(projectRoot, ".screens");

/** Three notes in a row and one that is tied to none: `a` – `b` – `c`, `d`; `a` and `c` share papers. */
export const row: Graph = {
  groups: [
    { id: "x", label: "Letters" },
    { id: "y", label: "More letters" },
  ],
  nodes: ["a", "b", "c", "d"].map((name, at) => ({ uri: `file:///${name}.md`, title: `${name}?`, group: at < 2 ? 0 : 1, incoming: 1 })),
  edges: [
    { from: 0, to: 1, kind: "link", weight: 1 },
    { from: 1, to: 2, kind: "link", weight: 1 },
    { from: 0, to: 2, kind: "papers", weight: 2 },
  ],
};
/** Waits until a question has the expected answer; fails where it never gets it. */
export async function until<T>(ask: () => Promise<T>, isExpected: (answer: T) => boolean): Promise<T> {
  const answer = await eventually(ask, isExpected);
  assert.ok(isExpected(answer), `The last answer was ${JSON.stringify(answer)}.`);
  return answer;
}
/** To be called in a suite. The result opens a page; it is closed when the test has ended, with a picture of it when it has failed. */
export function atGraph(): (graph: Graph, options?: ServedOptions) => Promise<OpenGraph> {
  let server: GraphServer | undefined;
  let shown: OpenGraph | undefined;
  before(async () => {
    mkdirSync(screens, { recursive: true });
    server = await serveGraphs();
  });
  after(() => server?.end());
  afterEach(async function () {
    if (shown && this.currentTest?.isFailed()) await picture(shown, `failed-${this.currentTest.title.replace(/\W+/g, "-")}`);
    await shown?.close();
    shown = undefined;
  });
  return async (graph, options = {}) => {
    assert.ok(server);
    shown = await server.open(graph, { width: 1000, height: 700, ...options });
    return shown;
  };
}

/** Keeps a picture of the page, for eyes. */
export const picture = ({ page }: OpenGraph, name: string) => page.screenshot({ path: join(screens, `graph-${name}.png`) });

/** Waits until the layout has come to its end. */
export const settled = ({ page }: OpenGraph) => page.getByRole("button", { name: "Continue layout" }).waitFor({ timeout: 60_000 });

export const stage = ({ page }: OpenGraph) => page.getByRole("application");
export const card = ({ page }: OpenGraph) => page.locator(".graph-card");

/** Where a note is in the window. */
export async function spot(graph: OpenGraph, uri: string): Promise<{ readonly x: number; readonly y: number }> {
  const found = await graph.ask((page, it) => page.spotOf(it), uri);
  assert.ok(found, uri);
  return found;
}

/** Waits until the status line says so. */
export const hasStatus = ({ page }: OpenGraph, text: string) =>
  until(
    async () => (await page.locator(".graph-status").textContent()) ?? "",
    (told) => told === text,
  );

/** Presses keys one after the other. */
export async function press(graph: OpenGraph, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await graph.page.keyboard.press(key);
}
