// `quaestio open-questions`: the questions that notes ask and no note answers yet, those first that most notes ask.
import { counted } from "../core/order";
import { type OpenQuestion, openQuestions } from "../features/openQuestions";
import { toLspRange } from "../lsp/toLsp";
import { type Command, Misuse, parseArguments } from "./arguments";
import { openVault } from "./openVault";
import { jsonOf, lineOf } from "./plain";
import { storeFor } from "./store";

export const openQuestionsCommand: Command = async (args) => {
  const { values, positionals } = parseArguments(args, { options: { json: { type: "boolean" }, "no-cache": { type: "boolean" } } });
  if (positionals.length > 1) throw new Misuse(`quaestio open-questions takes one folder, not ${positionals.length}.`);
  const vault = await openVault(positionals[0] ?? ".", [], storeFor(values));
  const steps = openQuestions(vault.index);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { questions, total } = step.value;
  process.stdout.write(values.json ? `${jsonOf(questions.map(asData))}\n` : asText(questions, total));
  await vault.keep();
  return 0;
};

function asData({ title, asked, topics }: OpenQuestion) {
  const notes = asked.map(({ from, reference }) => ({ file: from.path, title: from.title.text, range: toLspRange(from, reference.range) }));
  return { title, topics, notes };
}

function asText(questions: readonly OpenQuestion[], total: number): string {
  if (total === 0) return "Every question that a link asks has its note.\n";
  const lines = questions.flatMap(({ title, asked, topics }) => [
    lineOf(`${title}  (${[counted(asked.length, "note"), ...(topics.length > 0 ? [counted(topics.length, "topic")] : [])].join(" · ")})`),
    ...asked.map(({ from, reference }) => lineOf(`  ${from.path}:${toLspRange(from, reference.range).start.line + 1}`)),
  ]);
  const rest = total > questions.length ? [`and ${total - questions.length} more`] : [];
  return `${[...lines, ...rest].join("\n")}\n`;
}
