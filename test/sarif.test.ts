// What `quaestio check --format sarif` prints, held to the published schema of SARIF 2.1.0.
import assert from "node:assert/strict";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { after, before, describe, it } from "mocha";
import { quaestio } from "./commandLine";
import { removeFolder, tempFolder } from "./tempFolder";

const validate = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(
  require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"),
);
/** What the schema has against a log. */
const complaints = (log: unknown) =>
  validate(log) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

describe("quaestio check --format sarif", () => {
  let root = "";
  before(() => {
    root = tempFolder({
      "a.md": "---\ntitle: A?\nsources: [2505.242981]\n---\n🙂 [[Nowhere]] and [[Is water wet?]]\n",
      "s p/b, c:1%.md": "[[x]] [@nobody2020]\n",
      "one/x.md": "# One\n",
      "two/x.md": "# Two\n\n## Empty\n",
      "papers.bib": "@article{somebody2019,\n title={T}\n}\n",
      "good/fine.md": "# Fine?\n",
    });
  });
  after(() => removeFolder(root));

  for (const [what, args, least] of [
    ["problems of every kind of place", [], 4],
    ["none", ["good"], 0],
  ] as const)
    it(`is a valid log of ${what}`, () => {
      const log = JSON.parse(quaestio(root, "check", ...args, "--format", "sarif").out);
      assert.deepEqual(complaints(log), []);
      assert.ok(log.runs[0].results.length >= least, JSON.stringify(log.runs[0].results));
    });

  it("is judged by a schema that refuses what is none", () => {
    const log = JSON.parse(quaestio(root, "check", "--format", "sarif").out);
    log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
    assert.deepEqual(complaints(log), ["/runs/0/results/0/locations/0/physicalLocation/region/startLine must be >= 1"]);
  });
});
