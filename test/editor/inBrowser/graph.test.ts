// The graph of notes in a browser, under the policy of the topic page: what is drawn, and what stays when notes, theme and room change.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Graph } from "../../../server/protocol";
import { atGraph, card, picture, press, row, settled, spot, stage, until } from "../graph/atGraph";
import { madeGraph, noteAt } from "../graph/madeGraph";

const small = madeGraph(41);
/** Half the width of the note of most links, in pixels, with room to spare. */
const largestNote = 16;

describe("the graph of notes", function () {
  this.timeout(120_000);
  const open = atGraph();

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

  it("is drawn in a place that is shown only later", async () => {
    const graph = await open(row);
    await graph.page.evaluate(() => document.getElementById("graph")?.setAttribute("hidden", ""));
    await graph.ask((page, it) => page.view.update(it), small);
    const drawings = await graph.ask((page) => page.drawings, 0);
    await graph.page.evaluate(() => document.getElementById("graph")?.removeAttribute("hidden"));
    await until(
      () => graph.ask((page) => page.drawings, 0),
      (count) => count > drawings,
    );
    const canvas = graph.page.locator("canvas.sigma-nodes");
    await until(
      async () => (await canvas.boundingBox())?.width,
      (width) => width !== undefined && width > 900,
    );
    assert.deepEqual(graph.complaints, []);
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
      const made = madeGraph(size);
      const graph = await open(made);
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
      await graph.page.getByRole("button", { name: "Zoom out" }).click();
      await graph.page.getByRole("button", { name: "Fit" }).click();
      await until(
        () => graph.ask((page) => page.zoom(), 0),
        (zoom) => zoom === 1,
      );
      // The first note is that of the most links, and lies in the middle of all lines.
      const hub = await spot(graph, noteAt(0));
      await graph.page.mouse.move(hub.x, hub.y);
      // The pointer finds notes as soon as the view rests; a person's hand is never quite still.
      await until(
        async () => {
          await graph.page.mouse.move(hub.x + 1, hub.y);
          await graph.page.mouse.move(hub.x, hub.y);
          return card(graph).isVisible();
        },
        (isVisible) => isVisible,
      );
      const told = await card(graph).locator(".graph-card-title").textContent();
      await graph.page.mouse.click(hub.x, hub.y);
      const [opened = ""] = await until(
        () => graph.ask((page) => page.opened, 0),
        (all) => all.length === 1,
      );
      // Among ten thousand another note may lie over it: then that is the one under the pointer, for the card and for the click.
      assert.equal(made.nodes.find(({ uri }) => uri === opened)?.title, told);
      const { x: left, y: top } = await spot(graph, opened);
      assert.ok(Math.hypot(left - hub.x, top - hub.y) < largestNote, opened);
      if (size < 10_000) assert.equal(opened, noteAt(0));
      await picture(graph, `${size}-hovered`);
      assert.deepEqual(graph.complaints, []);
    });
});
