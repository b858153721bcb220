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

if (require.main === module) {
  const file = join(projectRoot, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  manifest.contributes.languageModelTools = contributedTools;
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}
