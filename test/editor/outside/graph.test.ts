// The graph of notes in a browser, under the policy of the topic page: what is drawn, and what pointer, keyboard and screen readers get.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import type { Graph } from "../../../server/protocol";
import { hostileTitle, madeGraph } from "../graph/madeGraph";
import { type GraphServer, type OpenGraph, serveGraphs } from "../graph/served";
import type { ServedOptions } from "../page/served";
import { projectRoot } from "../paths";
import { eventually } from "./workbench";

const screens = join(projectRoot, ".screens");
const noteAt = (at: number) => `file:///notes/${at}.md`;
const small = madeGraph(41);

/** Three notes in a row and one that is tied to none: `a` – `b` – `c`, `d`; `a` and `c` share papers. */
const row: Graph = {
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
async function until<T>(ask: () => Promise<T>, isExpected: (answer: T) => boolean): Promise<T> {
  const answer = await eventually(ask, isExpected);
  assert.ok(isExpected(answer), `The last answer was ${JSON.stringify(answer)}.`);
  return answer;
}

describe("the graph of notes", function () {
  this.timeout(120_000);
  let server: GraphServer | undefined;
  let shown: OpenGraph | undefined;

  before(async () => {
    mkdirSync(screens, { recursive: true });
    server = await serveGraphs();
  });
  after(() => server?.end());
  afterEach(async function () {
    if (this.currentTest?.isFailed())
      await shown?.page.screenshot({ path: join(screens, `failed-${this.currentTest.title.replace(/\W+/g, "-")}.png`) });
    await shown?.close();
    shown = undefined;
  });

  async function open(graph: Graph, options: ServedOptions = {}): Promise<OpenGraph> {
    assert.ok(server);
    shown = await server.open(graph, { width: 1000, height: 700, ...options });
    return shown;
  }
  const picture = ({ page }: OpenGraph, name: string) => page.screenshot({ path: join(screens, `graph-${name}.png`) });
  const settled = ({ page }: OpenGraph) => page.getByRole("button", { name: "Continue layout" }).waitFor({ timeout: 60_000 });
  const stage = ({ page }: OpenGraph) => page.getByRole("application");
  const status = ({ page }: OpenGraph) => page.locator(".graph-status");
  const card = ({ page }: OpenGraph) => page.locator(".graph-card");
  const spot = async (graph: OpenGraph, uri: string) => {
    const found = await graph.ask((page, it) => page.spotOf(it), uri);
    assert.ok(found, uri);
    return found;
  };
  const hasStatus = (graph: OpenGraph, text: string) =>
    until(
      async () => (await status(graph).textContent()) ?? "",
      (told) => told === text,
    );
  const press = async (graph: OpenGraph, ...keys: readonly string[]) => {
    for (const key of keys) await graph.page.keyboard.press(key);
  };

  for (const theme of ["vscode-dark", "vscode-light", "vscode-high-contrast"] as const)
    it(`is drawn and laid out under the page's policy (${theme})`, async () => {
      const graph = await open(small, { theme });
      await settled(graph);
      assert.ok((await graph.ask((page) => page.drawings, 0)) > 1);
      const place = await graph.ask((page, uri) => page.placeOf(uri), noteAt(5));
      await picture(graph, theme);
      assert.ok(place && Math.hypot(place.x, place.y) > 0);
      assert.deepEqual(graph.complaints, []);
    });

  it("is laid out in a worker: the notes leave their first places", async () => {
    const graph = await open(row);
    const first = { a: 0, b: 0 };
    first.a = (await graph.ask((page) => page.placeOf("file:///a.md")?.x, 0)) ?? 0;
    await settled(graph);
    const distance = (from: string, to: string) =>
      graph.ask(
        (page, [one = "", other = ""]) => {
          const [p, q] = [page.placeOf(one), page.placeOf(other)];
          return p && q ? Math.hypot(p.x - q.x, p.y - q.y) : 0;
        },
        [`file:///${from}.md`, `file:///${to}.md`],
      );
    assert.ok((await distance("a", "b")) < (await distance("a", "d")), "tied notes are nearer to each other");
  });

  it("shows the card of the note under the pointer, within the picture and as text", async () => {
    const graph = await open(small, { width: 420, height: 520 });
    await settled(graph);
    const { x, y } = await spot(graph, noteAt(1));
    await graph.page.mouse.move(x, y);
    await card(graph).waitFor();
    await picture(graph, "card");
    assert.ok((await card(graph).textContent())?.startsWith(hostileTitle));
    assert.match((await card(graph).textContent()) ?? "", /<b>not bold<\/b>.*3 papers · \d+ notes link here · 1 problem$/);
    assert.equal(await graph.page.locator(".graph img, .graph b").count(), 0);
    const [inner, outer] = [await card(graph).boundingBox(), await stage(graph).boundingBox()];
    assert.ok(inner && outer);
    assert.ok(inner.x >= outer.x && inner.y >= outer.y);
    assert.ok(inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height);
    await graph.page.mouse.move(5, 5);
    await card(graph).waitFor({ state: "hidden" });
  });

  it("opens the note that is clicked; Shift keeps its neighbourhood until Escape", async () => {
    const graph = await open(row);
    await settled(graph);
    const { x, y } = await spot(graph, "file:///a.md");
    await graph.page.mouse.click(x, y);
    await until(
      () => graph.ask((page) => page.opened, 0),
      (opened) => opened.join() === "file:///a.md",
    );
    const colour = () => graph.ask((page) => page.colourOf("file:///d.md"), 0);
    await graph.page.mouse.move(5, 5);
    await card(graph).waitFor({ state: "hidden" });
    const bright = await until(colour, (it) => it !== undefined);
    await graph.page.keyboard.down("Shift");
    await graph.page.mouse.click(x, y);
    await graph.page.keyboard.up("Shift");
    await graph.page.mouse.move(5, 5);
    await card(graph).waitFor({ state: "hidden" });
    await until(colour, (it) => it !== bright);
    await hasStatus(graph, "a? — Letters, tied to 1 note, its neighbourhood is kept until Escape");
    await press(graph, "Escape");
    await until(colour, (it) => it === bright);
    assert.equal(await graph.ask((page) => page.opened.length, 0), 1);
  });

  it("is walked by keyboard, note by note and along what ties them, and says where one is", async () => {
    const graph = await open(row);
    await settled(graph);
    await stage(graph).focus();
    await press(graph, "ArrowDown", "ArrowDown");
    await hasStatus(graph, "b? — Letters, tied to 2 notes");
    assert.match((await card(graph).textContent()) ?? "", /^b\?/);
    await press(graph, "ArrowRight");
    await hasStatus(graph, "a? — Letters, tied to 1 note, 1 of 2 tied to “b?”");
    await press(graph, "ArrowRight");
    await hasStatus(graph, "c? — More letters, tied to 1 note, 2 of 2 tied to “b?”");
    await press(graph, "Enter");
    assert.deepEqual(await graph.ask((page) => page.opened, 0), ["file:///c.md"]);
    await press(graph, " ", "ArrowLeft");
    await hasStatus(graph, "b? — Letters, tied to 2 notes, 1 of 1 tied to “c?”");
    await press(graph, "End");
    await hasStatus(graph, "d? — More letters, tied to 0 notes");
    await picture(graph, "keyboard");
    const [inner, outer] = [await spot(graph, "file:///d.md"), await stage(graph).boundingBox()];
    assert.ok(outer && inner.x > outer.x && inner.x < outer.x + outer.width && inner.y > outer.y && inner.y < outer.y + outer.height);
    await press(graph, "Home", "f", "ArrowUp");
    // Of the neighbourhood that is kept `b` is the last.
    await hasStatus(graph, "b? — Letters, tied to 2 notes");
    await press(graph, "Escape", "Escape");
    await hasStatus(graph, "");
  });

  it("zooms and fits by keyboard and by buttons that have names", async () => {
    const graph = await open(row);
    await settled(graph);
    const zoom = () => graph.ask((page) => Math.round(page.zoom() * 100) / 100, 0);
    await stage(graph).focus();
    await press(graph, "+");
    await until(zoom, (it) => it === 0.67);
    await graph.page.getByRole("button", { name: "Zoom out" }).click();
    await until(zoom, (it) => it === 1);
    await press(graph, "-");
    await graph.page.getByRole("button", { name: "Fit" }).click();
    await until(zoom, (it) => it === 1);
  });

  it("draws lines for shared papers only when asked to, and moves no note for it", async () => {
    const graph = await open(row);
    await settled(graph);
    const place = () => graph.ask((page) => page.placeOf("file:///a.md"), 0);
    const before = await place();
    assert.equal(await graph.ask((page) => page.lines(), 0), 2);
    const button = graph.page.getByRole("button", { name: "Shared papers" });
    assert.equal(await button.getAttribute("aria-pressed"), "false");
    await button.click();
    assert.equal(await button.getAttribute("aria-pressed"), "true");
    assert.equal(await graph.ask((page) => page.lines(), 0), 3);
    assert.deepEqual(await place(), before);
  });

  it("names the sub-topics in a legend that hides the notes of each", async () => {
    const graph = await open(row);
    await settled(graph);
    const isHidden = () => graph.ask((page) => page.isHidden("file:///a.md"), 0);
    const button = graph.page.getByRole("button", { name: "Letters", exact: true });
    await button.click();
    await until(isHidden, (it) => it === true);
    assert.equal(await button.getAttribute("aria-pressed"), "false");
    await button.click();
    await until(isHidden, (it) => it === false);
  });

  it("dims what the filter leaves out", async () => {
    const graph = await open(row);
    await settled(graph);
    const colour = (uri: string) => graph.ask((page, it) => page.colourOf(it), uri);
    const [a, b] = [await colour("file:///a.md"), await colour("file:///b.md")];
    await graph.ask((page) => page.view.filter((uri) => uri === "file:///a.md"), 0);
    await until(
      () => colour("file:///b.md"),
      (it) => it !== b,
    );
    assert.equal(await colour("file:///a.md"), a);
    await graph.ask((page) => page.view.filter(undefined), 0);
    await until(
      () => colour("file:///b.md"),
      (it) => it === b,
    );
  });

  it("keeps the place of every note that stays when the notes change", async () => {
    const graph = await open(small);
    await settled(graph);
    const placeOf = (uri: string) => graph.ask((page, it) => page.placeOf(it), uri);
    const before = await placeOf(noteAt(7));
    const next: Graph = { ...small, nodes: [...small.nodes, { uri: "file:///new.md", title: "New?", group: 1, incoming: 0 }] };
    await graph.ask((page, it) => page.view.update(it), {
      ...next,
      edges: [...next.edges, { from: 7, to: 41, kind: "link" as const, weight: 1 }],
    });
    await settled(graph);
    assert.deepEqual(await placeOf(noteAt(7)), before);
    assert.ok(await placeOf("file:///new.md"));
    await graph.ask((page, it) => page.view.update(it), { ...small, nodes: small.nodes.slice(0, 20), edges: [] });
    assert.deepEqual(await placeOf(noteAt(7)), before);
    assert.equal(await placeOf(noteAt(30)), undefined);
  });

  it("takes the colours of another theme as soon as it comes", async () => {
    const graph = await open(small);
    await settled(graph);
    const colour = () => graph.ask((page) => page.colourOf("file:///notes/0.md"), 0);
    assert.equal(await colour(), "rgb(204,204,204)");
    await graph.page.evaluate(() => {
      document.documentElement.style.setProperty("--vscode-editor-foreground", "#123456");
      document.body.className = "vscode-light";
    });
    await until(colour, (it) => it === "rgb(18,52,86)");
  });

  it("animates nothing where motion is reduced: the notes are shown where they come to rest", async () => {
    const graph = await open(madeGraph(300), { motion: "reduce" });
    await settled(graph);
    await until(
      () => graph.page.locator(".graph-arranging").count(),
      (count) => count === 0,
    );
    // The frame before the layout, unseen, and the one behind it; another for the size of the room.
    assert.ok((await graph.ask((page) => page.drawings, 0)) <= 4);
    await stage(graph).focus();
    const drawings = await graph.ask((page) => page.drawings, 0);
    await press(graph, "+");
    await until(
      () => graph.ask((page) => Math.round(page.zoom() * 100), 0),
      (zoom) => zoom === 67,
    );
    assert.ok((await graph.ask((page) => page.drawings, 0)) - drawings <= 2);
  });

  it("pauses the layout and has it go on", async () => {
    const graph = await open(madeGraph(2_000));
    await graph.page.getByRole("button", { name: "Pause layout" }).click();
    await settled(graph);
    const place = () => graph.ask((page, uri) => page.placeOf(uri), noteAt(9));
    const paused = await place();
    await graph.page.waitForTimeout(300);
    assert.deepEqual(await place(), paused);
    await graph.page.getByRole("button", { name: "Continue layout" }).click();
    await until(place, (it) => it?.x !== paused?.x);
  });

  it("is drawn again, every note at its place, after the graphics card has taken back its memory", async () => {
    const graph = await open(row);
    await settled(graph);
    const place = () => graph.ask((page) => page.placeOf("file:///a.md"), 0);
    const before = await place();
    const drawings = await graph.ask((page) => page.drawings, 0);
    await graph.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".graph-canvases canvas.sigma-nodes");
      canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
    });
    await until(
      () => graph.page.locator("canvas.sigma-nodes").count(),
      (count) => count === 0,
    );
    await until(
      () => graph.page.locator("canvas.sigma-nodes").count(),
      (count) => count === 1,
    );
    await until(
      () => graph.ask((page) => page.drawings, 0),
      (count) => count > drawings,
    );
    assert.deepEqual(await place(), before);
  });

  it("leaves nothing behind when it is disposed of", async () => {
    const graph = await open(madeGraph(2_000));
    await graph.page.getByRole("button", { name: "Pause layout" }).waitFor();
    assert.equal(graph.page.workers().length, 1);
    await graph.ask((page) => page.view.dispose(), 0);
    await until(
      async () => graph.page.workers().length,
      (count) => count === 0,
    );
    assert.equal(await graph.page.locator("#graph *").count(), 0);
  });

  it("says in a sentence that there are no notes, no links, or no WebGL", async () => {
    let graph = await open({ groups: [], nodes: [], edges: [] });
    await graph.page.getByText("There are no notes to draw yet.").waitFor();
    assert.equal(await stage(graph).count(), 0);
    await graph.ask((page, it) => page.view.update(it), { ...row, edges: [] });
    await graph.page.getByText("None of these notes refers to another, and no two cite the same papers.").waitFor();
    await settled(graph);
    await graph.close();
    graph = await open(row, { webGl: "none" });
    await graph.page.getByText("The graph is drawn with WebGL, which is not available here.").waitFor();
    assert.deepEqual(graph.complaints, []);
  });

  for (const width of [300, 2000])
    it(`fits a page of ${width} pixels`, async () => {
      const graph = await open(small, { width });
      await settled(graph);
      await picture(graph, `${width}`);
      assert.ok(await graph.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      assert.ok(((await stage(graph).boundingBox())?.height ?? 0) > 200);
    });

  for (const size of [2_000, 10_000])
    it(`draws and pans ${size} notes`, async () => {
      const graph = await open(madeGraph(size));
      await until(
        () => graph.ask((page) => page.firstPicture, 0),
        (time) => time > 0,
      );
      await settled(graph);
      await picture(graph, `${size}`);
      const { x, y, width, height } = (await stage(graph).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      await graph.page.mouse.move(x + 20, y + 20);
      const devtools = await graph.page.context().newCDPSession(graph.page);
      await devtools.send("Performance.enable");
      /** Seconds in which the page's script has run. */
      const scripted = async () => {
        const { metrics } = await devtools.send("Performance.getMetrics");
        return metrics.find((it) => it.name === "ScriptDuration")?.value ?? 0;
      };
      const before = await scripted();
      await graph.ask((page) => page.record(), 0);
      await graph.page.mouse.down();
      await graph.page.mouse.move(x + width / 2, y + height / 2, { steps: 40 });
      await graph.page.mouse.up();
      const frames = [...(await graph.ask((page) => page.recorded(), 0))].sort((a, b) => a - b);
      const script = ((await scripted()) - before) * 1000;
      const first = await graph.ask((page) => page.firstPicture, 0);
      const at = (share: number) => Math.round(frames[Math.floor(frames.length * share)] ?? 0);
      console.log(
        `${size} notes: first picture ${Math.round(first)} ms, ${frames.length} frames while panning, ${at(0.5)} ms (median), ${at(0.9)} ms (90 %), script ${(script / frames.length).toFixed(1)} ms a frame`,
      );
      assert.ok(frames.length > 3);
      assert.deepEqual(graph.complaints, []);
    });
});
