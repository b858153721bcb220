// Makes the page that a topic is exported as: script, styles and icons in one document, with a mark where its notes go. Runs when the project is built.
const { createHash } = require("node:crypto");
const esbuild = require("esbuild");
const { icons } = require("./icons");

/** Where what the page shows is put, as JSON in which no `<` is left. The texts of another language than English go into the element before. */
const mark = "__SHOWN__";
/** Where the icons' font is put, in base64: it lies beside this page already, and the package has it once. */
const iconsMark = "__ICONS__";

/**
 * The document, as text. Its policy allows this very script, and nothing to be fetched: it opens from a disk, and calls nobody.
 * `options` are those of the project's other bundles.
 */
async function filePage(options) {
  const built = await esbuild.build({
    ...options,
    sourcemap: false,
    platform: "browser",
    format: "iife",
    entryPoints: { script: "client/topicPage/page/inFile.ts", style: "client/topicPage/page/inFile.css" },
    loader: { ".ttf": "dataurl" },
    plugins: [icons],
    outdir: "page",
    write: false,
  });
  const textOf = (ending) => built.outputFiles.find(({ path }) => path.endsWith(ending)).text;
  // Nothing in a script may end its element.
  const script = textOf(".js").replaceAll("</script", "<\\/script");
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; font-src data:`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<meta name="generator" content="Quaestio">
<title>Quaestio</title>
<style>${textOf(".css").replace(font, `$1${iconsMark}`)}</style>
</head>
<body>
<div id="page"></div>
<script type="application/json" id="texts">{"language":"en","contents":{}}</script>
<script type="application/json" id="shown">${mark}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** A font in a style sheet, as the bundler writes it there. */
const font = /(data:font\/ttf;base64,)[^"')]+/;

module.exports = { filePage };
