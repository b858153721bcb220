// The licences of what the bundles carry, which ask to be handed on with it. Runs when the project is built.
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

/**
 * The licences as one text, a part for each package of which something is in the bundles, by name. `metafiles` are the bundler's
 * (https://esbuild.github.io/api/#metafile). Throws where a package says nothing of its licence.
 */
function noticesOf(metafiles) {
  const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
  const folders = new Set(outputs.flatMap(({ inputs }) => Object.keys(inputs)).flatMap(packageOf));
  const parts = new Set([...folders].map(noticeOf));
  return `Quaestio comes with parts of these packages.\n\n${[...parts].sort().join("\n")}`;
}

/** The innermost package's folder. */
const packageOf = (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [];

const line = "-".repeat(80);

function noticeOf(folder) {
  const { name, version, license, author, repository } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  if (!license) throw new Error(`${name} says nothing of its licence.`);
  const texts = files.sort().map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  if (texts.length === 0) texts.push(`Copyright (c) ${author?.name ?? author}, ${repository?.url ?? repository}`);
  return `${line}\n${name} ${version} (${license})\n${line}\n\n${texts.map((text) => `${text}\n`).join("\n")}`;
}

module.exports = { noticesOf };
