// The schema of `.quaestio.json`, as it was built: it accepts what the reader of settings understands, and refuses what it ignores.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import { defaultSettings, readSettings } from "../server/core/settings";
import { contributedSettings, manifest } from "./contributedSettings";
import { mistakesIn, type Schema } from "./schemaCheck";
import { projectRoot } from "./tempFolder";

const parsed = (...path: readonly string[]) => JSON.parse(readFileSync(join(projectRoot, ...path), "utf8"));
const [association] = manifest.contributes.jsonValidation;
const schema: Schema = parsed(association.url);

/** An object that answers to every name, with itself: a reader complains of each value it reads, and so tells all their names. */
const everything: object = new Proxy(
  {},
  {
    ownKeys: () => [],
    get: () => everything,
    getOwnPropertyDescriptor: () => ({ value: everything, configurable: true, enumerable: true, writable: true }),
  },
);
const namesRead = readSettings([everything]).complaints.map((sentence) => sentence.split(" ")[0] ?? "");

/** What only a person may set, or all that is set under a name; a vault that names it is not listened to. */
const isPersonal = (name: string) => {
  const meant = Object.entries(contributedSettings).filter(([full]) => `${full}.`.startsWith(`quaestio.${name}.`));
  return meant.length > 0 && meant.every(([, setting]) => !["resource", undefined].includes(setting?.scope));
};

function propertiesOf(of: Schema, name = ""): readonly (readonly [name: string, Schema])[] {
  return Object.entries(of.properties ?? {}).flatMap(([key, inner]) => {
    const full = name === "" ? key : `${name}.${key}`;
    return [[full, inner], ...propertiesOf(inner, full)];
  });
}

const settingsInSchema = propertiesOf(schema).filter(([name, { properties }]) => !properties && name !== "$schema");

/** A value set deep inside objects by a name with dots. */
const nested = (name: string, value: unknown): unknown => name.split(".").reduceRight((inner, key) => ({ [key]: inner }), value);

describe("the schema of .quaestio.json", () => {
  it("is found by the file's name, and is in the package", () => {
    assert.equal(association.fileMatch, ".quaestio.json");
    assert.ok(manifest.files.some((folder: string) => association.url.startsWith(`./${folder}/`)));
  });

  it("has every setting that is read from a file, and no other", () => {
    assert.deepEqual(settingsInSchema.map(([name]) => name).sort(), namesRead.filter((name) => !isPersonal(name)).sort());
  });

  it("explains every name, and every choice that the manifest explains, in Markdown and without", () => {
    for (const [name, { description, markdownDescription, enumDescriptions, markdownEnumDescriptions }] of propertiesOf(schema)) {
      assert.ok(description && markdownDescription, name);
      assert.doesNotMatch(description + enumDescriptions?.join(), /`/, name);
      assert.doesNotMatch(markdownDescription, /`#/, name);
      assert.equal(markdownEnumDescriptions?.length, enumDescriptions?.length);
    }
    assert.equal(schema.properties?.["links"]?.properties?.["style"]?.markdownEnumDescriptions?.[0], "`[[Title]]`");
  });

  it("accepts every setting at its default, and proposes that default", () => {
    const defaults = Object.fromEntries(Object.entries(defaultSettings).filter(([name]) => !isPersonal(name)));
    const globs = Object.fromEntries(Object.keys(defaultSettings.diagnostics.severity).map((code) => [code, ["drafts/**"]]));
    assert.deepEqual(mistakesIn(schema, { $schema: "./schema.json", ...defaults, ignore: { "*": ["old/**"], ...globs } }), []);
    const layers = settingsInSchema.flatMap(([name, it]) => ("default" in it ? [nested(name, it.default)] : []));
    assert.deepEqual(readSettings(layers), { settings: defaultSettings, complaints: [] });
  });

  it("refuses misspelt names, levels and choices, and values of the wrong type", () => {
    for (const [text, mistake] of [
      ['{ "dignostics": {} }', "dignostics"],
      ['{ "notes": { "excludes": [] } }', "notes.excludes"],
      ['{ "trace": { "server": "off" } }', "trace"],
      ['{ "topics": { "autoReveal": true } }', "topics.autoReveal"],
      ['{ "bibliography": ["/home/somebody/papers.bib"] }', "bibliography"],
      ['{ "diagnostics": { "severity": { "broken-link": "error" } } }', "diagnostics.severity.broken-link"],
      ['{ "diagnostics": { "severity": { "broken-reference": "warn" } } }', "diagnostics.severity.broken-reference"],
      ['{ "ignore": { "broken-link": [] } }', "ignore.broken-link"],
      ['{ "ignore": { "broken-heading": "drafts/**" } }', "ignore.broken-heading"],
      ['{ "links": { "style": "wiki" } }', "links.style"],
      ['{ "enable": "yes" }', "enable"],
      ['{ "notes": [] }', "notes"],
      ["[]", ""],
    ] as const)
      assert.deepEqual(mistakesIn(schema, JSON.parse(text)), [mistake], text);
  });

  it("agrees with the reader on any value of any setting", () => {
    const words = ["error", "warning", "off", "warn", "auto", "title", "**", ""];
    const simple = fc.oneof(fc.constantFrom(...words), fc.boolean(), fc.integer(), fc.constant({}));
    const value = fc.oneof(simple, fc.array(simple, { maxLength: 3 }));
    fc.assert(
      fc.property(fc.constantFrom(...settingsInSchema.map(([name]) => name), "ignore.x", "diagnostics.severity.x"), value, (name, it) => {
        const file = nested(name, it);
        assert.equal(mistakesIn(schema, file).length > 0, readSettings([file]).complaints.length > 0, JSON.stringify(file));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

describe("the check by a schema", () => {
  it("knows every word of the schema, or says that it does not", () => {
    assert.throws(() => mistakesIn({ type: "string", pattern: "x" } as Schema, "y"), /pattern/);
  });
});
