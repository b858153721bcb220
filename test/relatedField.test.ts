// The items of `related:`, in every way that people write them, with exact places.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { noteOf, withSpans } from "./noteText";

/** The front matter of a note in which the links stand where `⟦‹…›⟧` says, and mean the given targets. */
function checkRelatedField(marked: string, targets: readonly string[]): void {
  const text = `---\n${marked}\n---\n`.replace(/[⟦⟧‹›]/g, "");
  const { references, problems } = noteOf(text);
  assert.equal(withSpans(text, references), `---\n${marked}\n---\n`);
  assert.deepEqual(
    references.map((reference) => reference.kind === "wiki" && reference.target),
    targets,
  );
  assert.ok(references.every((reference) => reference.kind === "wiki" && reference.place === "related"));
  assert.deepEqual(problems, []);
}

describe("related: in the front matter", () => {
  it("holds quoted links", () => {
    checkRelatedField("related: [\"⟦[[‹A?›]]⟧\", '⟦[[‹B?›|b]]⟧']", ["A?", "B?"]);
  });

  it("holds links in a block list", () => {
    checkRelatedField('related:\n  - "⟦[[‹A?›]]⟧"\n  - ⟦[[‹B?›]]⟧', ["A?", "B?"]);
  });

  it("holds one unquoted link, which is a list in a list to YAML", () => {
    checkRelatedField("related: ⟦[[‹A?›]]⟧", ["A?"]);
    checkRelatedField("related: ⟦[[‹A, or B?›]]⟧", ["A, or B?"]);
    checkRelatedField("related: ⟦[[‹Why X: is it Y?›]]⟧", ["Why X: is it Y?"]);
  });

  it("holds several unquoted links", () => {
    checkRelatedField("related: [⟦[[‹A?›]]⟧, ⟦[[‹B, or C?›]]⟧]", ["A?", "B, or C?"]);
  });

  it("holds plain titles", () => {
    checkRelatedField('related:\n  - ⟦‹Does it work?›⟧\n  - "⟦‹So it does?›⟧"', ["Does it work?", "So it does?"]);
    checkRelatedField("related: ⟦‹Does it work?›⟧", ["Does it work?"]);
  });

  it("holds a plain title with a colon, which is a mapping to YAML", () => {
    checkRelatedField("related:\n  - ⟦‹Why X: is it Y?›⟧", ["Why X: is it Y?"]);
  });

  it("undoes the escapes of quoted strings", () => {
    checkRelatedField('related: ["⟦[[‹Is \\"it\\" so?›]]⟧"]', ['Is "it" so?']);
    checkRelatedField("related: ['⟦[[‹Isn''t it?›]]⟧']", ["Isn't it?"]);
  });

  it("keeps the place of a link behind escapes and wide characters", () => {
    checkRelatedField('related: ["⟦[[‹\\"q\\" 漢字 🙂›]]⟧", "⟦[[‹B?›]]⟧"]', ['"q" 漢字 🙂', "B?"]);
  });

  it("may be empty, and passes over what can be no note", () => {
    checkRelatedField("related:", []);
    checkRelatedField("related: []", []);
    checkRelatedField('related: ["https://example.com", "[[{{title}}]]", "[text](https://example.com)"]', []);
  });
});
