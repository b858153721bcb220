// The tools as the manifest declares them to the editor, made from the table of tools: `npm run docs` writes them, a test compares.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tools } from "../server/tools/tools";
import { projectRoot } from "./tempFolder";

const prefix = "quaestio_";

/** Descriptions name other tools, which bear our prefix in the editor. */
const prefixed = (text: string): string =>
  text.replace(/`(\w+)`/g, (whole, name: string) => (tools.some((tool) => tool.name === name) ? `\`${prefix}${name}\`` : whole));

/** What belongs into `contributes.languageModelTools`. */
export const contributedTools = tools.map(({ name, title, inShort, description, input }) => ({
  name: `${prefix}${name}`,
  displayName: title,
  userDescription: inShort,
  modelDescription: prefixed(description),
  toolReferenceName: `${prefix}${name}`.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  canBeReferencedInPrompt: true,
  icon: "$(question)",
  tags: ["notes", "quaestio"],
  when: "workspaceFolderCount > 0",
  inputSchema: JSON.parse(prefixed(JSON.stringify(input))),
}));

/** Writes the tools into the manifest, and what a person reads of them where it can be translated; what a model reads stays English. */
function write(): void {
  const [manifest, texts] = ["package.json", "package.nls.json"].map((name) => JSON.parse(readFileSync(join(projectRoot, name), "utf8")));
  for (const key of Object.keys(texts)) if (key.startsWith("tool.")) delete texts[key];
  manifest.contributes.languageModelTools = contributedTools.map((tool) => {
    const keys = { displayName: `tool.${tool.name}.title`, userDescription: `tool.${tool.name}.description` };
    texts[keys.displayName] = tool.displayName;
    texts[keys.userDescription] = tool.userDescription;
    return { ...tool, displayName: `%${keys.displayName}%`, userDescription: `%${keys.userDescription}%` };
  });
  for (const [name, content] of Object.entries({ "package.json": manifest, "package.nls.json": texts }))
    writeFileSync(join(projectRoot, name), `${JSON.stringify(content, null, 2)}\n`);
}

if (require.main === module) write();
