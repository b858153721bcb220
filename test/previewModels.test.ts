// The models that the preview draws with: asked for once in each state of document and notes, drawn anew once when another has come.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { renderModels } from "../client/preview/models";
import type { RenderModel } from "../server/protocol";

const modelOf = (title: string): RenderModel => ({
  ...{ id: "a", links: [], citations: [], destinations: [], isLabelFirst: false, embeds: [] },
  header: { title, summary: "", topics: [], sources: [], related: [] },
});

/** An editor in which one document is previewed; what happens is written down. */
function editor({ draws = (): boolean => true, linked = [] as readonly string[] } = {}) {
  const happened: string[] = [];
  const state = { version: 1, title: "one", isPreviewing: true, isFailing: false, time: 0 };
  const later: { readonly at: number; readonly run: () => void }[] = [];
  const draw = () => happened.push(`drawn with ${models.of("a")?.header?.title ?? "nothing"}`);
  const models = renderModels({
    async ask(uri) {
      happened.push(`asked about ${uri}`);
      if (state.isFailing) throw new Error("No server.");
      return state.title === "" ? null : modelOf(state.title);
    },
    versionOf: () => state.version,
    linkedFrom: () => linked,
    isPreviewing: () => state.isPreviewing,
    redraw() {
      happened.push(`to be drawn anew after ${state.time} ms`);
      if (draws()) later.push({ at: state.time + 300, run: draw });
    },
    now: () => state.time,
    later: (time, run) => later.push({ at: state.time + time, run }),
  });
  /** Lets five seconds pass; what has happened since the last time. */
  const settled = async () => {
    for (const end = state.time + 5000; state.time < end; state.time += 100) {
      for (const due of later.filter(({ at }) => at <= state.time)) {
        later.splice(later.indexOf(due), 1);
        due.run();
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    return happened.splice(0);
  };
  return { models, state, draw, settled };
}

describe("the models of previews", () => {
  // A page is given the time to be loaded before it is drawn anew.
  const first = ["asked about a", "drawn with nothing", "to be drawn anew after 1000 ms", "drawn with one"];

  it("are drawn with once they have come, and not asked for again", async () => {
    const { draw, settled } = editor();
    draw();
    assert.deepEqual(await settled(), first);
    draw();
    assert.deepEqual(await settled(), ["drawn with one"]);
  });

  it("are asked for again when a document has changed; the last one is drawn with meanwhile, and stays where nothing is new", async () => {
    const { draw, settled, state } = editor();
    draw();
    await settled();
    state.version = 2;
    draw();
    assert.deepEqual(await settled(), ["asked about a", "drawn with one"]);
    Object.assign(state, { version: 3, title: "two" });
    draw();
    assert.deepEqual(await settled(), ["asked about a", "drawn with one", "to be drawn anew after 10000 ms", "drawn with two"]);
  });

  it("are asked for again when notes have changed, as long as something is previewed", async () => {
    const { models, draw, settled, state } = editor();
    draw();
    await settled();
    state.title = "two";
    models.changed();
    assert.deepEqual(await settled(), ["asked about a", "to be drawn anew after 5000 ms", "drawn with two"]);
    state.isPreviewing = false;
    models.changed();
    assert.deepEqual(await settled(), []);
  });

  it("are not drawn with in documents that are no notes", async () => {
    const { draw, settled, state } = editor();
    state.title = "";
    draw();
    assert.deepEqual(await settled(), ["asked about a", "drawn with nothing"]);
  });

  it("are drawn with at once where they were asked for before", async () => {
    const { models, draw, settled } = editor();
    await models.prepare("a");
    draw();
    assert.deepEqual(await settled(), ["asked about a", "drawn with one"]);
  });

  it("are missing where the server gives no answer, and nothing fails", async () => {
    const { draw, settled, state } = editor();
    state.isFailing = true;
    draw();
    assert.deepEqual(await settled(), ["asked about a", "drawn with nothing"]);
  });

  it("are asked to be drawn with again where the editor forgot to, but not for ever", async () => {
    let forgets = 1;
    const { draw, settled } = editor({ draws: () => forgets-- <= 0 });
    draw();
    const times = [1000, 1600, 2200, 2800, 3400, 4600, 7000, 11_800].map((time) => `to be drawn anew after ${time} ms`);
    assert.deepEqual(await settled(), [...first.slice(0, 2), ...times.slice(0, 2), "drawn with one"]);
    const never = editor({ draws: () => false });
    never.draw();
    const all: string[] = [];
    for (let seconds = 0; seconds < 60; seconds += 5) all.push(...(await never.settled()));
    assert.deepEqual(all, [...first.slice(0, 2), ...times]);
  });

  it("are asked for ahead for the notes that a click may lead to", async () => {
    const { draw, settled } = editor({ linked: ["b", "a", "c"] });
    draw();
    assert.deepEqual((await settled()).slice(0, 4), [...first.slice(0, 2), "asked about b", "asked about c"]);
  });
});
