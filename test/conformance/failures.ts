// Runs every case once and prints those that fail, one `rule: case` a line. `switchOff.ts` bundles it with a rule switched off.
import { allRules } from "./allRules";
import { checkCase } from "./rule";

for (const { name, cases } of allRules) {
  for (const it of cases) {
    try {
      checkCase(it);
    } catch (error) {
      console.log(`${name}: ${it.name}`);
      if (process.argv.includes("--why")) console.log(error instanceof Error ? error.message : error);
    }
  }
}
