// Attacks all targets for a while: `npm run fuzz`, or `npm run fuzz -- SECONDS SEED`. What is not stood is kept in `crashes`, where a test tries it again.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../tempFolder";
import { attack, type Fault } from "./attack";
import { targets } from "./targets";
import { attackWire } from "./wire";

const [seconds = 1800, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);

void main();

async function main(): Promise<void> {
  // The wire is one attack more.
  const time = (1000 * seconds) / (targets.length + 1);
  let faults = 0;
  for (const target of targets) {
    const done = attack(target, { seed, inputs: Number.POSITIVE_INFINITY, time, isGuided: true });
    for (const fault of done.faults) keep(fault);
    faults += done.faults.length;
    console.log(`${target.name}: ${done.inputs} inputs, ${done.kept} kept for new code, ${done.faults.length} faults`);
  }
  const wire = await attackWire({ seed, messages: Number.POSITIVE_INFINITY, time });
  for (const fault of wire.faults) console.log(fault);
  console.log(`messages: ${wire.messages} in ${wire.servers} servers, ${wire.faults.length} faults`);
  console.log(`Seed ${seed}, ${seconds} s.`);
  process.exitCode = faults + wire.faults.length === 0 ? 0 : 1;
}

function keep({ target, text, message }: Fault): void {
  const folder = join(projectRoot, "test", "fuzz", "crashes");
  mkdirSync(folder, { recursive: true });
  const name = `${target.replaceAll(" ", "-")}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.json`;
  writeFileSync(join(folder, name), `${JSON.stringify({ target, text }, null, 2)}\n`);
  console.log(`${name}: ${message}`);
}
