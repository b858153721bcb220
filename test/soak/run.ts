// The long use of a server: see `soak.ts`.
import { soak } from "./soak";

const [minutes = 10, notes = 5000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);

/** How many times the memory of a warm server it may hold in the end, and how much of a processor it may take with nothing to do. */
const [mostGrowth, mostIdle] = [1.2, 0.02];

void soak({ time: minutes * 60_000, notes, seed, watchesRest: true }).then(({ steps, comparisons, faults, memory: [warm, end], idle }) => {
  const growth = end / warm;
  console.log(`Seed ${seed}: ${steps} steps in ${minutes} minutes on ${notes} notes, compared ${comparisons} times with a fresh reading.`);
  console.log(
    `Memory ${Math.round(warm / 1e6)} MB warm, ${Math.round(end / 1e6)} MB in the end (${growth.toFixed(2)} times); ${(100 * idle).toFixed(1)} % of a processor at rest.`,
  );
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length === 0 && growth <= mostGrowth && idle <= mostIdle ? 0 : 1;
});
