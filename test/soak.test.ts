// A short use of a server by an editor, other programs and git at once: `npm run soak` is the long one, which looks at memory and rest as well.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { soak } from "./soak/soak";

describe("a server in use", function () {
  this.timeout(120_000);

  it("ends with what a fresh reading of the disk says, and has told no more and no less", async () => {
    const { steps, comparisons, faults } = await soak({ time: 6000, notes: 150, seed: 8, watchesRest: false });
    assert.deepEqual(faults, []);
    assert.ok(steps > 20 && comparisons > 2, `${steps} steps, ${comparisons} comparisons`);
  });
});
