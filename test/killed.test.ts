// `quaestio rename` that is killed: no file is ever half written, and the same command run again does what is left.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { killRenames } from "./killedRename";

describe("a rename that is killed", function () {
  this.timeout(120_000);

  it("leaves each file old or new, and is finished by the same command", async () => {
    const { faults } = await killRenames({ notes: 150, kills: 6, seed: 11 });
    assert.deepEqual(faults, []);
  });
});
