// Makes the table of settings in the README from the settings that the manifest contributes: `npm run docs` writes it, a test compares.
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { manifest } = require("./manifest");

const begin = "<!-- The settings of package.json, written by `npm run docs`. -->\n\n";
const end = "\n<!-- The end of the settings. -->";

/** The text of a README with the table of `configuration`, the manifest's groups of settings. Throws where the README has no place for it. */
function withSettings(readme, configuration) {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error("The README has no place for the settings.");
  return readme.slice(0, from + begin.length) + settingsTable(configuration) + readme.slice(to);
}

/** A table for each group, a row for each setting. */
function settingsTable(groups) {
  return groups.map(({ title, properties }) => [`**${title}**`, "", ...tableOf(properties), ""].join("\n")).join("\n");
}

function tableOf(properties) {
  const rows = Object.entries(properties).map(([name, setting]) => `| \`${name}\` | ${defaultOf(setting)} | ${meaning(setting)} |`);
  return ["| setting | default | what it does |", "| --- | --- | --- |", ...rows];
}

const defaultOf = ({ default: value, type }) => (value === "" ? "" : code(type === "string" ? value : JSON.stringify(value)));

const code = (text) => `\`${text}\``;

/** What it does, then what each value means. A name between `#` is a link to a setting in the settings editor alone. */
function meaning({ markdownDescription, description = markdownDescription, enum: values = [], enumDescriptions = [] }) {
  const choices = values.map((value, at) =>
    enumDescriptions[at] ? `${code(value)}: ${enumDescriptions[at].replace(/\.$/, "")}` : code(value),
  );
  const text = [description, choices.length > 0 ? `${choices.join("; ")}.` : ""].filter(Boolean).join(" ");
  return text.replace(/`#([\w.]+)#`/g, "`$1`").replaceAll("|", "\\|");
}

if (require.main === module) {
  const readme = join(__dirname, "..", "README.md");
  writeFileSync(readme, withSettings(readFileSync(readme, "utf8"), manifest.contributes.configuration));
}

module.exports = { withSettings };
