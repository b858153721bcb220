// Builds everything that package.json names; `--production` minifies, `--tests` adds the test suites, `--watch` rebuilds on change.
const { mkdirSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const esbuild = require("esbuild");
const { manifest } = require("./client/manifest");
const { noticesOf } = require("./client/notices");
const { settingsFileSchema } = require("./client/settingsFileSchema");
const { filePage } = require("./client/topicPage/filePage");
const { icons } = require("./client/topicPage/icons");

const { version, contributes } = manifest;

const flags = new Set(process.argv.slice(2));
const isProduction = flags.has("--production");

/**
 * What every bundle shares. Source maps stay out of the package. Names stay long: for shorter ones esbuild wraps each CommonJS module
 * in an arrow function, which V8 is slower to start than the method it writes otherwise. Long names make the package an eighth larger and
 * save a fifth of the time in which the client is loaded, and 7 ms of each start of the server and the command line.
 */
const common = {
  bundle: true,
  logLevel: "warning",
  metafile: true,
  minifySyntax: isProduction,
  minifyWhitespace: isProduction,
  sourcemap: isProduction ? false : "linked",
  target: "es2022",
  define: { QUAESTIO_VERSION: JSON.stringify(version) },
};

/** For Node: the extension host, the language server and the command line. */
const node = { ...common, platform: "node", format: "cjs", mainFields: ["module", "main"] };

/** For web workers: the extension host in a browser and the server beside it. They come over the network each time: here small names count. */
const worker = {
  ...common,
  minifyIdentifiers: isProduction,
  platform: "browser",
  mainFields: ["browser", "module", "main"],
  conditions: ["worker"],
};

/** The bundles of the product, each with the source file it starts from. */
const bundles = {
  client: { ...node, entryPoints: { "client/main.node": "client/main.node.ts" }, external: ["vscode"] },
  webClient: { ...worker, format: "cjs", entryPoints: { "client/main.browser": "client/main.browser.ts" }, external: ["vscode"] },
  webServer: { ...worker, format: "iife", entryPoints: { "server/main.browser": "server/main.browser.ts" } },
  page: {
    ...common,
    // Its start is drawn, not measured; what is loaded into a webview had better be small.
    minifyIdentifiers: isProduction,
    platform: "browser",
    format: "iife",
    entryPoints: { "page/main": "client/topicPage/page/inEditor.ts", "page/style": "client/topicPage/page/inEditor.css" },
    loader: { ".ttf": "file" },
    plugins: [icons],
    assetNames: "page/[name]",
  },
  cli: {
    ...node,
    entryPoints: { "cli/main.node": "server/cli/main.node.ts" },
    banner: { js: "#!/usr/bin/env node" },
    // Loaded from its own bundle, where it is asked for.
    external: ["../mcp/main.node.js"],
  },
  mcp: { ...node, entryPoints: { "mcp/main.node": "server/mcp/main.node.ts" } },
};

/** Tests, the runner and the scripts that start an editor; their libraries stay in node_modules. */
function testBundle() {
  const sources = readdirSync("test", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes("node_modules"))
    .map((file) => join("test", file));
  return {
    ...node,
    minifySyntax: false,
    minifyWhitespace: false,
    sourcemap: "linked",
    entryPoints: sources,
    outbase: ".",
    packages: "external",
    external: ["vscode"],
  };
}

/** The tests inside the editor for the one in a browser, where their libraries have to come along. */
function webTestBundle() {
  return {
    ...worker,
    minifySyntax: false,
    minifyWhitespace: false,
    minifyIdentifiers: false,
    format: "cjs",
    entryPoints: { "test/editor/web/inside": "test/editor/inside/web.ts" },
    external: ["vscode"],
    alias: { "node:assert/strict": "./test/editor/inside/webAssert.ts", mocha: "./test/editor/inside/webMocha.ts" },
    define: { ...common.define, global: "globalThis", "process.env.NODE_DEBUG": "undefined" },
  };
}

/** The schema of `.quaestio.json`, where the manifest names it. */
function writeSchema() {
  const [{ url }] = contributes.jsonValidation;
  mkdirSync(dirname(url), { recursive: true });
  writeFileSync(url, `${JSON.stringify(settingsFileSchema(contributes.configuration), null, 2)}\n`);
}

async function main() {
  const all = { ...bundles, ...(flags.has("--tests") ? { test: testBundle(), webTests: webTestBundle() } : {}) };
  // What an earlier build left, source maps above all, must not get into the package.
  const folders = ["cli", "client", "mcp", "page", "server", ...(flags.has("--tests") ? ["test"] : [])];
  for (const name of folders) rmSync(join("dist", name), { recursive: true, force: true });
  writeSchema();
  const contexts = await Promise.all(Object.values(all).map((options) => esbuild.context({ ...options, outdir: "dist" })));
  if (flags.has("--watch")) {
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  const built = await Promise.all(contexts.map((context) => context.rebuild()));
  writeFileSync(join("dist", "page", "topic.html"), await filePage({ ...common, minifyIdentifiers: isProduction }));
  writeFileSync(
    join("dist", "ThirdPartyNotices.txt"),
    noticesOf(built.slice(0, Object.keys(bundles).length).map(({ metafile }) => metafile)),
  );
  await Promise.all(contexts.map((context) => context.dispose()));
}

if (require.main === module) {
  main().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}

module.exports = { bundles };
