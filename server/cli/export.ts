// `quaestio export`: a topic as one page that needs nothing else: no editor, no network, no other file.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { topicNamed } from "../features/topics";
import { toTopicAlone } from "../lsp/toLspPages";
import { type Command, Misuse, parseArguments } from "./arguments";
import { openVault } from "./openVault";
import { lineOf } from "./plain";
import { replaceFile } from "./replaceFile";
import { storeFor } from "./store";

export const exportCommand: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    options: { vault: { type: "string", default: "." }, output: { type: "string", short: "o" }, "no-cache": { type: "boolean" } },
  });
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new Misuse("quaestio export takes one topic. See quaestio --help.");
  const { index, keep } = await openVault(String(values.vault), [], storeFor(values));
  const topic = topicNamed(index, name);
  const shown = topic && toTopicAlone(index, topic.id);
  if (!shown) throw new Misuse(`There is no topic “${name}” in the vault; quaestio topics lists them. --vault names another vault.`);
  const built = (name: string) => readFileSync(join(__dirname, "..", "page", name));
  const page = built("topic.html")
    .toString()
    .replace(iconsMark, built("codicon.ttf").toString("base64"))
    .replace(mark, () => JSON.stringify(shown).replaceAll("<", "\\u003c"));
  if (values.output === undefined) process.stdout.write(page);
  else {
    replaceFile(resolve(values.output), page);
    console.error(lineOf(`${values.output}: ${shown.topic.label}, ${shown.topic.noteCount} notes, ${shown.topic.sourceCount} papers.`));
  }
  await keep();
  return 0;
};

/** Where what the page shows is to stand; the page itself is made when the project is built. */
const mark = "__SHOWN__";
const iconsMark = "__ICONS__";
