// A short attack on every reader and on the wire, always the same one, and all that was ever found: `npm run fuzz` is the long one.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { attack, type Fault, failure } from "./fuzz/attack";
import { targets } from "./fuzz/targets";
import { attackWire } from "./fuzz/wire";
import { projectRoot } from "./tempFolder";

describe("an attack", function () {
  this.timeout(60_000);

  for (const target of targets)
    it(`on ${target.name} finds nothing`, () => {
      const { inputs, faults } = attack(target, { seed: 10, inputs: 1500, time: 30_000, isGuided: false });
      assert.deepEqual(faults, []);
      assert.ok(inputs >= 100);
    });

  it("on the wire finds a server that goes on answering", async () => {
    const { faults } = await attackWire({ seed: 10, messages: 800, time: 60_000 });
    assert.deepEqual(faults, []);
  });

  it("that once found something finds it mended", () => {
    const folder = join(projectRoot, "test", "fuzz", "crashes");
    const names = existsSync(folder) ? readdirSync(folder) : [];
    for (const name of names) {
      const { target: of, text } = JSON.parse(readFileSync(join(folder, name), "utf8")) as Fault;
      const target = targets.find((it) => it.name === of);
      assert.ok(target, `${name} is about nothing that is attacked`);
      assert.equal(failure(target, text), undefined, name);
    }
  });
});
