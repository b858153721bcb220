// The texts that the editor has loaded for its language, for what has no module `vscode`.
import { env, l10n } from "vscode";
import { english, type Texts } from "./language";

/** English where nobody has translated the extension: then dates and numbers are English, too. */
export const editorTexts = (): Texts => (l10n.bundle ? { language: env.language, contents: l10n.bundle } : english);
