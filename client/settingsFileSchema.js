// Makes the JSON schema of a vault's `.quaestio.json` from the settings that the manifest contributes; runs when the project is built.

/**
 * The schema an editor completes, explains and checks the file by. A file sets what may differ from folder to folder: what belongs
 * to a person or a window (other scopes than `resource`) is left out, and so is refused. `configuration`: the manifest's groups of settings.
 */
function settingsFileSchema(configuration) {
  const settings = configuration
    .flatMap(({ properties }) => Object.entries(properties))
    .filter(([name, { scope }]) => name.startsWith("quaestio.") && scope === "resource");
  const root = section(
    "The settings of a vault of notes, the same for everyone who opens it. What a person sets in the editor goes before.",
  );
  // Other tools may need it; an editor that reads this schema does not, so it is no first suggestion.
  root.properties.$schema = { type: "string", doNotSuggest: true, ...described("The address of a schema for this file.") };
  for (const [name, setting] of settings) put(root, name.split(".").slice(1), forFile(setting));
  explainIgnored(root.properties);
  return { $schema: "http://json-schema.org/draft-07/schema#", title: "Quaestio settings of a vault", ...root };
}

/** An object that holds settings. A name that is none would be ignored, so it is a mistake. */
function section(markdown) {
  return { type: "object", additionalProperties: false, ...described(markdown), properties: {} };
}

/** Files a setting under the names between its dots. */
function put(into, [first, ...rest], setting) {
  if (rest.length === 0) {
    into.properties[first] = setting;
    return;
  }
  into.properties[first] ??= section(sections[first]);
  put(into.properties[first], rest, setting);
}

/** What the settings between two dots are about; the manifest has no place to say it. */
const sections = {
  notes: "Which files are notes, and what new ones begin with.",
  diagnostics: "Which problems are reported, and how gravely.",
  topics: "What the topics of a note are taken from.",
  links: "How links are written and counted.",
  related: "How related notes are found and offered.",
};

/** A setting as a file's schema has it: without what only the settings editor knows, its inner settings likewise. */
function forFile(setting) {
  const { order: _order, scope: _scope, description, markdownDescription = description, enumDescriptions, properties, ...rest } = setting;
  return {
    ...rest,
    // The reader takes no list with an empty glob in it.
    ...(rest.type === "array" && { items: { ...rest.items, minLength: 1 } }),
    ...described(markdownDescription),
    ...(enumDescriptions && { enumDescriptions: enumDescriptions.map(plain), markdownEnumDescriptions: enumDescriptions.map(unlinked) }),
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, forFile(inner)])) }),
  };
}

/** A description in both forms: Markdown for VS Code, plain text for the editors that know only the standard. */
function described(markdown) {
  return markdown === undefined ? {} : { description: plain(markdown), markdownDescription: unlinked(markdown) };
}

/** `#files.exclude#` is a link in the settings editor only. */
const unlinked = (markdown) => markdown.replace(/`#([^`]+)#`/g, "`$1`");
const plain = (markdown) => unlinked(markdown).replaceAll("`", "");

/** A code means the same wherever it stands; the manifest explains it once, where its severity is set. */
function explainIgnored({ ignore, diagnostics }) {
  for (const [code, globs] of Object.entries(ignore.properties)) {
    const { description, markdownDescription } = diagnostics.properties.severity.properties[code] ?? described("Every problem.");
    Object.assign(globs, { description, markdownDescription });
  }
}

module.exports = { settingsFileSchema };
