// Settings from data nobody vouches for: later sources override, wrong values are ignored with a sentence.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { defaultSettings, readSettings, vaultSettings } from "../server/core/settings";

describe("the settings of a vault", () => {
  it("name no files outside of it", () => {
    const { allowed, complaints } = vaultSettings({ bibliography: ["/home/me/library.bib"], enable: true });
    assert.deepEqual(allowed, { enable: true });
    assert.deepEqual(complaints, ["bibliography is for the settings of who reads the vault, not of the vault."]);
  });

  it("are told of names that are no settings", () => {
    const own = {
      $schema: "x",
      dignostics: {},
      notes: { exlude: [] },
      links: { style: "title", renameFiles: true, lens: true },
      ignore: {},
      diagnostics: { severity: {} },
    };
    assert.deepEqual(vaultSettings(own).complaints, [
      "dignostics is no setting; known are enable, notes, diagnostics, ignore, topics, links, related, $schema.",
      "notes.exlude is no setting; known are include, exclude, maxSize, template.",
    ]);
  });

  it("may be anything at all", () => {
    for (const own of [undefined, null, 1, "x", [], { notes: 3 }]) assert.deepEqual(vaultSettings(own), { allowed: own, complaints: [] });
  });
});

describe("settings", () => {
  it("are the defaults where nothing is set", () => {
    for (const layers of [[], [undefined], [null, {}], [{ notes: null, diagnostics: {} }]])
      assert.deepEqual(readSettings(layers), { settings: defaultSettings, complaints: [] });
  });

  it("are overridden value by value by later sources", () => {
    const { settings, complaints } = readSettings([
      {
        notes: { include: ["a/**"], maxSize: 10, template: "t.md" },
        diagnostics: { scope: "vault", severity: { "broken-reference": "hint" } },
        links: { style: "portable" },
      },
      { notes: { exclude: ["b"] }, diagnostics: { severity: { "front-matter": "off" } }, topics: { fromTags: true }, enable: false },
    ]);
    assert.deepEqual(complaints, []);
    assert.deepEqual(settings.notes, { include: ["a/**"], exclude: ["b"], maxSize: 10, template: "t.md" });
    assert.equal(settings.diagnostics.scope, "vault");
    assert.equal(settings.diagnostics.severity["broken-reference"], "hint");
    assert.equal(settings.diagnostics.severity["front-matter"], "off");
    assert.equal(settings.diagnostics.severity["ambiguous-reference"], "warning");
    assert.deepEqual([settings.topics.fromTags, settings.links.style, settings.enable], [true, "portable", false]);
  });

  it("ignore a value of the wrong form and say so", () => {
    for (const [layer, complaint] of [
      ["text", /^The settings should be an object\.$/],
      [[], /^The settings should be an object\.$/],
      [{ notes: [] }, /^notes should be an object\.$/],
      [{ notes: { include: "a" } }, /^notes\.include should be a list of texts\.$/],
      [{ notes: { exclude: [1] } }, /^notes\.exclude should be a list of texts\.$/],
      [{ notes: { maxSize: "5 MB" } }, /^notes\.maxSize should be a number of bytes, at most 20000000\.$/],
      [{ notes: { maxSize: -1 } }, /^notes\.maxSize should be a number of bytes, at most 20000000\.$/],
      [{ notes: { maxSize: 20_000_001 } }, /^notes\.maxSize should be a number of bytes, at most 20000000\.$/],
      [{ enable: "yes" }, /^enable should be true or false\.$/],
      [{ links: { style: "wiki" } }, /^links\.style should be one of title, portable, markdown\.$/],
      [{ links: { lens: "yes" } }, /^links\.lens should be true or false\.$/],
      [{ diagnostics: { scope: "all" } }, /^diagnostics\.scope should be one of auto, vault, open\.$/],
      [
        { diagnostics: { severity: { "broken-reference": "fatal" } } },
        /^diagnostics\.severity\.broken-reference should be one of error, warning, information, hint, off\.$/,
      ],
      [
        { diagnostics: { severity: { nonsense: "error" } } },
        /^diagnostics\.severity\.nonsense is no setting; known are broken-reference, /,
      ],
    ] as const) {
      const { settings, complaints } = readSettings([layer]);
      assert.deepEqual(settings, defaultSettings);
      assert.equal(complaints.length, 1, JSON.stringify(layer));
      assert.match(complaints[0] ?? "", complaint);
    }
  });

  it("keep the earlier value where a later one is wrong", () => {
    const { settings } = readSettings([{ links: { style: "markdown" } }, { links: { style: 3 } }]);
    assert.equal(settings.links.style, "markdown");
  });

  it("do not take what every object has for a value", () => {
    const layer: unknown = JSON.parse('{ "__proto__": { "enable": false }, "notes": { "__proto__": { "maxSize": 1 } } }');
    assert.deepEqual(readSettings([layer]).settings, defaultSettings);
  });
});
