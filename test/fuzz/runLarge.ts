// `npm run large`, or `npm run large -- BYTES`: how long each text takes, the slowest first. Ends with 1 where one takes over a second a megabyte.
import { timedAll } from "./large";

const [size = 1_000_000] = process.argv.slice(2).map(Number);
const all = [...timedAll(size)].sort((a, b) => b.milliseconds - a.milliseconds);
for (const { name, milliseconds } of all.slice(0, 25)) console.log(`${String(milliseconds).padStart(6)} ms  ${name}`);
process.exitCode = all.some(({ milliseconds }) => milliseconds > size / 1000) ? 1 : 0;
