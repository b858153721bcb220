// The icons that the topic page shows, cut out of the editor's: an exported page carries them all. Runs when the project is built.
const { readFile } = require("node:fs/promises");
const subsetFont = require("subset-font");

/** The names of the icons, as in `codicon-add`. One that is shown has to stand here. */
const shown = [
  "add",
  "arrow-left",
  "arrow-right",
  "blank",
  "book",
  "chevron-down",
  "chevron-right",
  "chevron-up",
  "compass",
  "error",
  "export",
  "filter",
  "link-external",
  "list-flat",
  "preview",
  "type-hierarchy-sub",
];

/** A plugin for the bundler: style sheet and font of `@vscode/codicons` with these icons alone. The build fails where one has no such name. */
const icons = {
  name: "icons",
  setup(build) {
    build.onLoad({ filter: /[\\/]codicon\.css$/ }, async ({ path }) => ({
      contents: cutStyle(await readFile(path, "utf8")),
      loader: "css",
    }));
    build.onLoad({ filter: /[\\/]codicon\.ttf$/ }, async ({ path }) => ({
      contents: await cutFont(await readFile(path), await readFile(path.replace(/ttf$/, "css"), "utf8")),
      loader: build.initialOptions.loader[".ttf"],
    }));
  },
};

/** A rule of the style sheet: `.codicon-add:before { content: "\ea60" }`. */
const rule = /^\.codicon-([\w-]+):before \{ content: "\\([0-9a-f]+)" \}$/gm;

const cutStyle = (style) => style.replace(rule, (text, name) => (shown.includes(name) ? text : ""));

function cutFont(font, style) {
  const codes = new Map([...style.matchAll(rule)].map(([, name, code]) => [name, Number.parseInt(code, 16)]));
  const characters = shown.map((name) => {
    if (!codes.has(name)) throw new Error(`There is no icon “${name}”.`);
    return String.fromCodePoint(codes.get(name));
  });
  return subsetFont(font, characters.join(""), { targetFormat: "truetype" });
}

module.exports = { icons };
