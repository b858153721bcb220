// The long version of `killed.test.ts`: `npm run kill`, or `npm run kill -- KILLS SEED`. Ends with 1 where anything is lost.
import { killRenames } from "./killedRename";

const [kills = 50, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);

void killRenames({ notes: 1000, kills, seed }).then(({ killed, halfDone, faults }) => {
  for (const fault of faults.slice(0, 20)) console.log(fault);
  console.log(`Seed ${seed}: ${kills} runs, ${killed} killed, ${halfDone} of them half-way; ${faults.length} faults.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
});
