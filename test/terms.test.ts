// What of a text counts as a word, and which words count as one.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { noPair, Terms } from "../server/features/related/terms";

/** The words of a text that count, as they are written. */
const words = (text: string, languages?: readonly string[]) =>
  new Terms(languages).tokens(text).map(({ start, end }) => text.slice(start, end));

/** Whether two words count as one. */
function areOne(a: string, b: string, languages?: readonly string[]): boolean {
  const [first, second] = new Terms(languages).tokens(`${a} ${b}`);
  assert.ok(first && second);
  return first.term === second.term;
}

describe("terms", () => {
  it("are the words that tell notes apart, in their places", () => {
    assert.deepEqual(words("What is the role of (policy) gradients?"), ["role", "policy", "gradients"]);
  });

  it("are found in any script", () => {
    assert.deepEqual(words("Обучение с подкреплением"), ["Обучение", "подкреплением"]);
    assert.deepEqual(words("Ενισχυτική μάθηση"), ["Ενισχυτική", "μάθηση"]);
    assert.deepEqual(words("naïve Bayes à Zürich — “Erdős”"), ["naïve", "Bayes", "Zürich", "Erdős"]);
    assert.deepEqual(words("die 𝛼-Verteilung 𐐷𐐷", ["de"]), ["Verteilung", "𐐷𐐷"]);
  });

  it("are found where no blanks part them", () => {
    assert.ok(words("強化学習は報酬を最大化する", ["ja"]).includes("報酬"));
    assert.ok(words("การเรียนรู้แบบเสริมกำลัง").length > 1);
  });

  it("leave out the stop words of the languages that are set", () => {
    assert.deepEqual(words("Der Agent und die Umgebung", ["de"]), ["Agent", "Umgebung"]);
    assert.deepEqual(words("Der Agent und die Umgebung", ["en"]), ["Der", "Agent", "und", "die", "Umgebung"]);
    assert.deepEqual(words("the agent", ["tlh"]), ["the", "agent"]);
  });

  it("are no LaTeX commands, single letters or long numbers, but years", () => {
    assert.deepEqual(words("$\\alpha_t \\frac{x}{2}$ in 2024, 17 of 123456"), ["2024", "17"]);
  });

  it("are one without regard to case, accents and English plurals", () => {
    assert.ok(areOne("Policies", "policy"));
    assert.ok(areOne("gradients", "Gradient"));
    assert.ok(areOne("Zürich", "zurich"));
    assert.ok(!areOne("class", "clas"));
    assert.ok(!areOne("Hauses", "Hause", ["de"]));
  });

  it("make pairs only where nothing parts them", () => {
    const pairs = (text: string) => new Terms().tokens(text).filter(({ pair }) => pair !== noPair).length;
    assert.equal(pairs("policy gradient"), 1);
    for (const parted of ["policy, gradient", "policy\ngradient", "policy of gradient", "policy. Gradient"]) assert.equal(pairs(parted), 0);
  });

  it("read any text, however long, in one go", () => {
    const text = "word ".repeat(100_000);
    assert.equal(words(text).length, 100_000);
    assert.deepEqual(words(""), []);
    assert.deepEqual(words("\ud800 \udc00 \u0000"), []);
  });
});
