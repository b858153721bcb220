// A language that nobody speaks, to see which texts can be translated.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getL10nPseudoLocalized } from "@vscode/l10n-dev";
import type { Texts } from "../client/language";
import { projectRoot } from "./tempFolder";

/** Every letter of the texts gets an accent, and Greek has no Latin ones for what the machine itself says of times. */
export function pseudoTexts(): Texts {
  const bundle = JSON.parse(readFileSync(join(projectRoot, "client", "l10n", "bundle.l10n.json"), "utf8"));
  return { language: "el", contents: getL10nPseudoLocalized(bundle) as Readonly<Record<string, string>> };
}
