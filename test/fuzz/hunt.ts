// Hunts for texts that take more than their share: pieces that mean something in Markdown, in rows of two and three, over and over. `npm run hunt`,
// or `npm run hunt -- SECONDS SEED`. Ends with 1 where a text of four times the length takes far more than four times as long.
import { parseBody, parseBodyInFull } from "../../server/core/body";
import { type Chance, chanceFrom } from "../bench/words";

/** What is strung together. */
const pieces = [
  ..."[ ] ( ) ! * ** _ ~ ~~ ` `` < > & $ $$ % %% @ ^ # - + = | : ; . , / \\ \" '".split(" "),
  ..." |\n|\n\n|  |\t".split("|"),
  ..."a|1|1. |- |* |> |[[|]]|](|][|[a]|[^|[^a]:|[a]: b|<!--|-->|<?|<!A|<![CDATA[|<a|<a:|<a b=|</a|http://a.b|www.a.b|a@b.c|&amp;|{|}|\\|".split(
    "|",
  ),
].filter((it) => it !== "");

/** Characters: of a text that is tried, and of the one that it is held against. */
const [short, long] = [8_000, 32_000];
/** Milliseconds that the long one may take whatever the short one took, and times that it may take as long. */
const [unseen, most] = [120, 9];

function time(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 2 && best > unseen / most; tries++) {
    const begun = performance.now();
    for (const read of [parseBody, parseBodyInFull]) {
      try {
        read(text, 0);
      } catch {
        // What is nested too deeply is told of as such.
      }
    }
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}

/** How many times as long the long text takes, of several tries the best, since other work takes time as well; 0 for what takes none to speak of. */
function growth(unit: string, tries: number): number {
  const fill = (size: number) => `a ${unit.repeat(Math.ceil(size / unit.length))}`;
  const brief = time(fill(short));
  if (brief > 1000) return Number.POSITIVE_INFINITY;
  const whole = time(fill(long));
  const times = whole < unseen ? 0 : whole / brief;
  return times > most && tries > 1 ? Math.min(times, growth(unit, tries - 1)) : times;
}

const pick = (chance: Chance) => pieces[Math.floor(chance() * pieces.length)] as string;

function* units(chance: Chance): Generator<string> {
  yield* pieces;
  for (const first of pieces) for (const second of pieces) yield first + second;
  for (;;) yield Array.from({ length: 3 + Math.floor(2 * chance()) }, () => pick(chance)).join("");
}

const [seconds = 300, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const end = Date.now() + 1000 * seconds;
let [tried, slow] = [0, 0];
for (const unit of units(chanceFrom(seed))) {
  if (Date.now() > end) break;
  tried++;
  const times = growth(unit, 3);
  if (times <= most) continue;
  slow++;
  console.log(`${JSON.stringify(unit)}: ${times.toFixed(1)} times as long at four times the length`);
}
console.log(`Seed ${seed}: ${tried} texts in ${seconds} s, ${slow} take more than their share.`);
process.exitCode = slow === 0 ? 0 : 1;
