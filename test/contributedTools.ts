// The tools as the manifest declares them to the editor, made from the table of tools: `npm run docs` writes them, a test compares.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tools } from "../server/tools/tools";
import { projectRoot } from "./tempFolder";

const prefix = "quaestio_";

/** Descriptions name other tools, which bear our prefix in the editor. */
const prefixed = (text: string): string =>
  text.replace(/`(\w+)`/g, (whole, name: string) => (tools.some((tool) => tool.name === name) ? `\`${prefix}${name}\`` : whole));

const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * What belongs into `contributes.languageModelTools`; `say` gives what stands there for a text that people read. What models read stays
 * as it is, since they are told it in English alone.
 */
export const contributedTools = (say: (key: string, text: string) => string) =>
  tools.map(({ name, title, inShort, description, input }) => ({
    name: `${prefix}${name}`,
    displayName: say(`tool.${camelCase(name)}.displayName`, title),
    userDescription: say(`tool.${camelCase(name)}.userDescription`, inShort),
    modelDescription: prefixed(description),
    toolReferenceName: camelCase(`${prefix}${name}`),
    canBeReferencedInPrompt: true,
    icon: "$(question)",
    tags: ["notes", "quaestio"],
    when: "workspaceFolderCount > 0",
    inputSchema: JSON.parse(prefixed(JSON.stringify(input))),
  }));

function edit(name: string, change: (json: ReturnType<typeof JSON.parse>) => object): void {
  const file = join(projectRoot, name);
  writeFileSync(file, `${JSON.stringify(change(JSON.parse(readFileSync(file, "utf8"))), null, 2)}\n`);
}

if (require.main === module) {
  const texts: Record<string, string> = {};
  const declared = contributedTools((key, text) => {
    texts[key] = text;
    return `%${key}%`;
  });
  edit("package.json", (manifest) => ({ ...manifest, contributes: { ...manifest.contributes, languageModelTools: declared } }));
  edit("package.nls.json", (all) => ({ ...Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith("tool."))), ...texts }));
}
