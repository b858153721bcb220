// Names of other notes that stand in a text without a link, and the links that take their place.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { LinkStyle } from "../server/core/settings";
import { linkFor, unlinkedMentionsAt } from "../server/features/related/mentions";
import { relatednessOf } from "./check";
import { fixture } from "./fixture";

const others = ["bread", "violins", "glaciers", "chess"]
  .map((word, at) => `//- /other/${at}.md\n# What of ${word}?\nSome ${word}.\n`)
  .join("");

/** The line with the caret as each offered link would leave it. */
function linked(source: string, style: LinkStyle = "title"): readonly string[] {
  const at = fixture(`${source}\n${others}`);
  const { file, offset } = at.caret ?? assert.fail("The fixture has no caret.");
  const { note, text } = file;
  assert.ok(note);
  const relatedness = relatednessOf(at);
  return unlinkedMentionsAt(relatedness, note, text, { start: offset, end: offset }).map(({ note: to, range }) => {
    const link = linkFor(relatedness, note, to, text.slice(range.start, range.end), style);
    return (text.slice(0, range.start) + link + text.slice(range.end)).split("\n")[at.files.indexOf(file) + 1] ?? "";
  });
}

const target = "//- /methods/ac.md\n---\ntitle: Actor-Critic\naliases: [A2C methods]\n---\nTwo networks.";

describe("a name without a link", () => {
  it("becomes a link that shows it as it was written", () => {
    assert.deepEqual(linked(`//- /a.md\n# A?\nWe use actor-$0critic here.\n${target}`), ["We use [[Actor-Critic|actor-critic]] here."]);
    assert.deepEqual(linked(`//- /a.md\n# A?\nWe use Actor-Critic$0 here.\n${target}`), ["We use [[Actor-Critic]] here."]);
    assert.deepEqual(linked(`//- /a.md\n# A?\nWe use A2C m$0ethods here.\n${target}`), ["We use [[Actor-Critic|A2C methods]] here."]);
  });

  it("becomes a link of the style that is set", () => {
    assert.deepEqual(linked(`//- /a.md\n# A?\nWe use actor-$0critic.\n${target}`, "portable"), ["We use [[ac|actor-critic]]."]);
    assert.deepEqual(linked(`//- /a.md\n# A?\nWe use actor-$0critic.\n${target}`, "markdown"), ["We use [actor-critic](methods/ac.md)."]);
  });

  it("is offered only where the caret is", () => {
    assert.deepEqual(linked(`//- /a.md\n# A?\nWe$0 use actor-critic.\n${target}`), []);
  });

  it("is none inside a link, in the title, or of the note itself", () => {
    assert.deepEqual(linked(`//- /a.md\n# A?\nWe use [[x|actor-$0critic]].\n${target}`), []);
    assert.deepEqual(linked(`//- /a.md\n# Actor-$0critic?\nText.\n${target}`), []);
    assert.deepEqual(linked("//- /a.md\n# Actor critic\nAn actor $0critic.\n"), []);
  });

  it("is none where it is a single word that many notes have", () => {
    assert.deepEqual(linked("//- /a.md\n# A?\nSome so$0me.\n//- /s.md\n# Some\n"), []);
  });
});
