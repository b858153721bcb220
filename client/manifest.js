// The manifest in English: package.json with the texts of package.nls.json in it, as the editor reads the two.
// (https://code.visualstudio.com/api/references/vscode-api#l10n)
const texts = require("../package.nls.json");

/** A value of the manifest with the English text in place of each `%key%`. Throws where a key has no text. */
function inEnglish(value) {
  if (typeof value === "string") return textOf(value);
  if (Array.isArray(value)) return value.map(inEnglish);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inEnglish(inner)]));
}

function textOf(written) {
  const [, key] = /^%([^%]+)%$/.exec(written) ?? [];
  if (key === undefined) return written;
  if (!Object.hasOwn(texts, key)) throw new Error(`package.nls.json has no text for “${key}”.`);
  return texts[key];
}

module.exports = { manifest: inEnglish(require("../package.json")) };
