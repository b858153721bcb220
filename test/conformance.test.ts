// The format of notes, rule by rule: every rule has a case that it decides and a case that only looks so, and a way to be switched off.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { allRules, groups } from "./conformance/allRules";
import { checkCase } from "./conformance/rule";
import { projectRoot } from "./tempFolder";

for (const [group, rules] of Object.entries(groups)) {
  describe(`the format of notes: ${group}`, () => {
    for (const { name, says, cases } of rules) {
      describe(`${name}: ${says}`, () => {
        for (const one of cases) it(`${one.kind}: ${one.name}`, () => checkCase(one));
      });
    }
  });
}

describe("the list of rules", () => {
  it("names each rule once", () => {
    const names = allRules.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it("has a hit and a near miss for each rule, each with a name of its own", () => {
    for (const { name, cases } of allRules) {
      for (const kind of ["hit", "near miss"])
        assert.ok(
          cases.some((it) => it.kind === kind),
          `${name} has no ${kind}`,
        );
      assert.equal(new Set(cases.map((it) => it.name)).size, cases.length, `${name} has two cases of one name`);
    }
  });

  it("finds in the source what switches each rule off, once", () => {
    const rotten = allRules.filter(({ off }) => readFileSync(join(projectRoot, off.file), "utf8").split(off.find).length !== 2);
    assert.deepEqual(
      rotten.map(({ name, off }) => `${name}: ${off.file} has to hold once: ${off.find}`),
      [],
    );
  });
});
