// `npm run large`, or `npm run large -- CHARACTERS WORDS` for those whose names have the words: how long each text takes. Ends with 1 where one takes over a second a megabyte.
import { timedAll } from "./large";

const [, , characters = "1000000", words = ""] = process.argv;
const size = Number(characters);

let tooSlow = 0;
for (const { name, read, checked } of timedAll(size, words)) {
  const isSlow = Math.max(read, checked) > size / 1000;
  if (isSlow) tooSlow++;
  console.log(`${String(read).padStart(6)} ms read, ${String(checked).padStart(6)} ms checked  ${isSlow ? "SLOW " : ""}${name}`);
}
console.log(`${tooSlow} texts of ${size} characters took more than ${size / 1000} ms.`);
process.exitCode = tooSlow === 0 ? 0 : 1;
