// Who may import whom, said as what is absent: asks the bundler for the imports of every source file, types included.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import { describe, it } from "mocha";
import { projectRoot } from "./tempFolder";

interface Imported {
  /** Relative to the project, without extension, for a file of ours; else the name of the package or module. */
  readonly path: string;
  readonly kind: string;
}

interface Rule {
  readonly room: string;
  isIn(file: string): boolean;
  forbids(imported: string, file: string): boolean;
}

const builtin = (name: string) =>
  name.startsWith("node:") || builtinModules.includes(name) || builtinModules.includes(name.split("/")[0] ?? "");
const protocolTypes = /^vscode-(?:languageserver(?!-textdocument)|jsonrpc)/;
const editor = /^(?:vscode$|vscode-languageclient)/;
const agentProtocol = /^@modelcontextprotocol\//;
const below =
  (...folders: readonly string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(`${folder}/`));
const isOurs = below("server", "client", "test");
/** What the client says in the same words wherever it does: read without an editor, by the page as well. */
const isShared = (path: string) => ["client/language", "client/counts", "client/paperWords"].includes(path.replace(/\.ts$/, ""));
const startsServer = (path: string) => /^server\/main\.[a-z]+$/.test(path);

/** In the order of the house: core ← index ← features ← tools ← lsp ← main. */
const rules: readonly Rule[] = [
  {
    room: "server/core",
    isIn: below("server/core"),
    forbids: (it) => (isOurs(it) && !below("server/core")(it)) || builtin(it) || protocolTypes.test(it) || editor.test(it),
  },
  {
    room: "server/index",
    isIn: below("server/index"),
    forbids: (it) => (isOurs(it) && !below("server/core", "server/index")(it)) || builtin(it) || protocolTypes.test(it) || editor.test(it),
  },
  {
    room: "server/features",
    isIn: below("server/features"),
    forbids: (it) =>
      (isOurs(it) && !below("server/core", "server/index", "server/features")(it)) ||
      it === "server/index/vaultIndex" ||
      builtin(it) ||
      protocolTypes.test(it) ||
      editor.test(it),
  },
  {
    room: "server/host",
    isIn: below("server/host"),
    forbids: (it, file) =>
      (isOurs(it) && !below("server/core", "server/index", "server/host")(it)) ||
      (builtin(it) && !/\/node[A-Z]/.test(file)) ||
      (protocolTypes.test(it) && !/\/client[A-Z]/.test(file)) ||
      editor.test(it),
  },
  {
    room: "server/tools",
    isIn: below("server/tools"),
    forbids: (it) =>
      (isOurs(it) &&
        !below("server/core", "server/index", "server/features", "server/host", "server/tools")(it) &&
        it !== "server/protocol") ||
      it === "server/index/vaultIndex" ||
      /^server\/host\/node[A-Z]/.test(it) ||
      builtin(it) ||
      protocolTypes.test(it) ||
      agentProtocol.test(it) ||
      editor.test(it),
  },
  {
    room: "server/lsp",
    isIn: below("server/lsp"),
    forbids: (it) =>
      (isOurs(it) &&
        !below("server/core", "server/index", "server/features", "server/host", "server/tools", "server/lsp")(it) &&
        it !== "server/protocol") ||
      /^server\/host\/node[A-Z]/.test(it) ||
      /^vscode-languageserver\/(?:node|browser)/.test(it) ||
      builtin(it) ||
      editor.test(it),
  },
  // A bundle of its own, in which nothing of ours but types may come.
  {
    room: "server/mcp/main.node.ts",
    isIn: (file) => file === "server/mcp/main.node.ts",
    forbids: (it) => (isOurs(it) && it !== "server/tools/tool" && it !== "server/protocol") || editor.test(it) || protocolTypes.test(it),
  },
  {
    room: "server/cli and server/mcp",
    isIn: below("server/cli", "server/mcp"),
    forbids: (it) => below("client", "test")(it) || startsServer(it) || editor.test(it) || agentProtocol.test(it),
  },
  {
    room: "server/main.*",
    isIn: (file) => startsServer(file.replace(/\.ts$/, "")),
    forbids: (it) => below("client", "test")(it) || editor.test(it),
  },
  // The transport of two doors.
  { room: "server/stdio.ts", isIn: (file) => file === "server/stdio.ts", forbids: (it) => isOurs(it) || editor.test(it) },
  {
    room: "server/protocol.ts and its shapes",
    isIn: (file) => file === "server/protocol.ts" || below("server/protocol")(file),
    forbids: (it) => !below("server/protocol")(it),
  },
  {
    room: "the words that the page shares with the rest of the client",
    isIn: isShared,
    forbids: (it) => (isOurs(it) && !isShared(it) && it !== "server/protocol") || builtin(it) || protocolTypes.test(it) || editor.test(it),
  },
  {
    room: "client/topicPage/page",
    isIn: below("client/topicPage/page"),
    forbids: (it) =>
      (isOurs(it) &&
        !below("client/topicPage/page")(it) &&
        !isShared(it) &&
        it !== "client/topicPage/messages" &&
        it !== "server/protocol") ||
      builtin(it) ||
      protocolTypes.test(it) ||
      editor.test(it),
  },
  {
    room: "client",
    isIn: below("client"),
    forbids: (it) => (isOurs(it) && !below("client")(it) && it !== "server/protocol") || protocolTypes.test(it),
  },
];

/** Everything a source imports: statements, `import()`, `require`; what the bundler cannot follow is named as such. */
async function importsOf(file: string, source: string): Promise<readonly Imported[]> {
  const found: Imported[] = [];
  const notice: Plugin = {
    name: "notice",
    setup({ onResolve }) {
      onResolve({ filter: /.*/ }, ({ path, resolveDir }) => {
        const target = path.startsWith(".")
          ? relative(projectRoot, resolve(resolveDir, path))
              .replaceAll("\\", "/")
              .replace(/\.[jt]sx?$/, "")
          : path;
        return { path: target, external: true };
      });
    },
  };
  const { metafile, warnings } = await build({
    stdin: {
      contents: typesAsValues(source),
      sourcefile: join(projectRoot, file),
      resolveDir: dirname(join(projectRoot, file)),
      loader: "ts",
    },
    absWorkingDir: projectRoot,
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    plugins: [notice],
    logLevel: "silent",
    logOverride: { "indirect-require": "warning", "unsupported-dynamic-import": "warning", "unsupported-require-call": "warning" },
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  for (const { imports } of Object.values(metafile.inputs)) for (const { path, kind } of imports) found.push({ path, kind });
  for (const { id } of warnings) found.push({ path: `? ${id}`, kind: "unknown" });
  return found;
}

/** A type that is imported ties two rooms together as well, but a bundler drops it: it is made a value here. */
function typesAsValues(source: string): string {
  const inTypes = source.match(/\bimport\(\s*(["'])[^"']*\1\s*\)(?=[.\s]*[A-Z])/g) ?? [];
  return [source.replace(/\b(import|export)\s+type\b(?=[^;=]*?\sfrom\s)/g, "$1"), ...inTypes].join(";\n");
}

/** The breaches of one file, as `file imports what`. */
async function breachesIn(file: string, source: string): Promise<readonly string[]> {
  const rule = rules.find(({ isIn }) => isIn(file));
  if (!rule) return [`${file} lies in no room of the house`];
  const imports = await importsOf(file, source);
  return imports.filter(({ path }) => path.startsWith("? ") || rule.forbids(path, file)).map(({ path }) => `${file} imports ${path}`);
}

const sources = (folder: string): readonly string[] =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));

describe("layering", () => {
  it("has no breach in the server", async () => {
    const files = sources("server");
    assert.ok(files.length > 40, `${files.length} files`);
    const breaches = await Promise.all(files.map((file) => breachesIn(file, readFileSync(join(projectRoot, file), "utf8"))));
    assert.deepEqual(breaches.flat(), []);
  });

  it("has no breach in the client", async () => {
    const files = sources("client");
    assert.ok(files.length > 0);
    const breaches = await Promise.all(files.map((file) => breachesIn(file, readFileSync(join(projectRoot, file), "utf8"))));
    assert.deepEqual(breaches.flat(), []);
  });

  it("sees the imports there are", async () => {
    const file = "server/lsp/server.ts";
    const paths = (await importsOf(file, readFileSync(join(projectRoot, file), "utf8"))).map(({ path }) => path);
    for (const path of ["server/core/note", "server/lsp/noteStore", "server/protocol", "vscode-languageserver"])
      assert.ok(paths.includes(path), path);
  });

  for (const [file, source, breach] of [
    ["server/core/planted.ts", 'import { VaultIndex } from "../index/vaultIndex"; new VaultIndex();', "server/index/vaultIndex"],
    ["server/core/planted.ts", 'import type { Vault } from "../index/vault"; export type X = Vault;', "server/index/vault"],
    ["server/core/planted.ts", 'export type X = import("../index/vault").Vault;', "server/index/vault"],
    ["server/core/planted.ts", 'import { readFileSync } from "fs"; readFileSync("x");', "fs"],
    ["server/core/planted.ts", 'export const x = () => import("node:path");', "node:path"],
    [
      "server/core/planted.ts",
      'import { Range } from "vscode-languageserver-types"; Range.create(0, 0, 0, 0);',
      "vscode-languageserver-types",
    ],
    ["server/index/planted.ts", 'export * from "../features/topics";', "server/features/topics"],
    ["server/index/planted.ts", 'const { join } = require("node:path"); join("a");', "node:path"],
    ["server/index/planted.ts", 'import type { Range } from "vscode-languageserver"; export type X = Range;', "vscode-languageserver"],
    [
      "server/features/planted.ts",
      'import { type VaultIndex } from "../index/vaultIndex"; export type X = VaultIndex;',
      "server/index/vaultIndex",
    ],
    ["server/features/planted.ts", 'import { toLspRange } from "../lsp/toLsp"; toLspRange;', "server/lsp/toLsp"],
    ["server/features/planted.ts", 'import { promises } from "fs/promises"; promises;', "fs/promises"],
    ["server/features/planted.ts", 'import { nodeFiles } from "../host/nodeFiles"; nodeFiles;', "server/host/nodeFiles"],
    ["server/host/planted.ts", 'import { topics } from "../features/topics"; topics;', "server/features/topics"],
    ["server/host/planted.ts", 'import { statSync } from "node:fs"; statSync;', "node:fs"],
    ["server/lsp/planted.ts", 'export const x = await import("os");', "os"],
    ["server/lsp/planted.ts", 'import { nodeFiles } from "../host/nodeFiles"; nodeFiles;', "server/host/nodeFiles"],
    [
      "server/lsp/planted.ts",
      'import { createConnection } from "vscode-languageserver/node"; createConnection;',
      "vscode-languageserver/node",
    ],
    ["server/lsp/planted.ts", 'import { check } from "../cli/check"; check;', "server/cli/check"],
    ["server/cli/planted.ts", 'import { activate } from "../../client/extension"; activate;', "client/extension"],
    [
      "server/tools/planted.ts",
      'import type { Tool } from "@modelcontextprotocol/sdk/types.js"; export type X = Tool;',
      "@modelcontextprotocol/sdk/types.js",
    ],
    ["server/tools/planted.ts", 'import { toLspRange } from "../lsp/toLsp"; toLspRange;', "server/lsp/toLsp"],
    ["server/tools/planted.ts", 'import { nodeFiles } from "../host/nodeFiles"; nodeFiles;', "server/host/nodeFiles"],
    [
      "server/cli/planted.ts",
      'import { Server } from "@modelcontextprotocol/sdk/server/index.js"; Server;',
      "@modelcontextprotocol/sdk/server/index.js",
    ],
    ["server/mcp/main.node.ts", 'import { topics } from "../features/topics"; topics;', "server/features/topics"],
    ["server/main.browser.ts", 'import { window } from "vscode"; window;', "vscode"],
    ["server/protocol.ts", 'import type { Note } from "./core/note"; export type X = Note;', "server/core/note"],
    ["client/planted.ts", 'import type { Note } from "../server/core/note"; export type X = Note;', "server/core/note"],
    ["client/views/planted.ts", 'const x = require("../../server/core/key"); x;', "server/core/key"],
    ["client/planted.ts", 'import { Range } from "vscode-languageserver"; Range;', "vscode-languageserver"],
    ["client/topicPage/page/planted.ts", 'import { window } from "vscode"; window;', "vscode"],
    ["client/counts.ts", 'import { l10n } from "vscode"; l10n;', "vscode"],
    ["client/language.ts", 'import { editorTexts } from "./editorTexts"; editorTexts;', "client/editorTexts"],
    ["client/topicPage/page/planted.ts", 'import { command } from "../../command"; command;', "client/command"],
  ] as const) {
    it(`finds ${breach} planted in ${file}: ${source.split(/[;}]/)[0]}`, async () => {
      assert.deepEqual(await breachesIn(file, source), [`${file} imports ${breach}`]);
    });
  }

  it("finds what nobody can follow", async () => {
    for (const source of [
      "export const x = (name: string) => import(name);",
      "export const x = (name: string) => require(name);",
      "export const load = require;",
    ])
      assert.equal((await breachesIn("server/core/planted.ts", source)).length, 1, source);
  });

  it("has nothing against what is allowed", async () => {
    for (const [file, source] of [
      ["server/core/planted.ts", 'import { parse } from "yaml"; import type { Note } from "./note"; export type X = Note; parse("");'],
      ["server/features/planted.ts", 'import type { Vault } from "../index/vault"; export type X = Vault;'],
      ["server/host/nodePlanted.ts", 'import { statSync } from "node:fs"; statSync;'],
      [
        "server/lsp/planted.ts",
        'import { TextDocument } from "vscode-languageserver-textdocument"; import { topics } from "../features/topics"; topics; TextDocument;',
      ],
      ["server/cli/planted.ts", 'import { statSync } from "node:fs"; import { serve } from "../lsp/server"; serve; statSync;'],
      [
        "client/planted.ts",
        'import { window } from "vscode"; import type { NoteCard } from "../server/protocol"; export type X = NoteCard; window;',
      ],
    ] as const)
      assert.deepEqual(await breachesIn(file, source), []);
  });
});
