// The graph of notes in a browser: what pointer, keyboard and screen readers get.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { atGraph, card, hasStatus, picture, press, row, settled, spot, stage, until } from "../graph/atGraph";
import { hostileTitle, madeGraph, noteAt } from "../graph/madeGraph";

const small = madeGraph(41);

describe("the graph of notes, by pointer and keyboard", function () {
  this.timeout(120_000);
  const open = atGraph();

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
});
