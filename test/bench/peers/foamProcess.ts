// The process in which Foam is measured: reads a vault with Foam's core and prints what it found. Arguments: peers' folder, vault, hub.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { markdownFiles } from "../limit";
import { ownPeakMemory } from "../machine";

/** What is printed, as JSON. */
export interface FoamResult {
  readonly notes: number;
  /** How many links lead to the hub. */
  readonly backlinks: number;
  /** The most that the process held, in megabytes. */
  readonly memory: number;
}

/** The part of foam-core that is used here. */
interface FoamCore {
  readonly URI: { file(path: string): FoamUri };
  readonly GenericDataStore: new (list: () => Promise<readonly FoamUri[]>, read: (uri: FoamUri) => Promise<string>) => object;
  readonly AlwaysIncludeMatcher: new () => object;
  readonly MarkdownResourceProvider: new (store: object, parser: object) => object;
  readonly createMarkdownParser: () => object;
  readonly bootstrap: (...parts: readonly unknown[]) => Promise<Foam>;
}

interface FoamUri {
  toFsPath(): string;
}

interface Foam {
  readonly workspace: { list(): readonly object[] };
  readonly graph: { getBacklinks(uri: FoamUri): readonly object[] };
}

void bootstrapped(process.argv[2] ?? "", process.argv[3] ?? "", process.argv[4] ?? "");

async function bootstrapped(peers: string, folder: string, hub: string): Promise<void> {
  const foam = createRequire(join(peers, "package.json"))("foam-core") as FoamCore;
  const list = async () => markdownFiles(folder).map((file) => foam.URI.file(file));
  const store = new foam.GenericDataStore(list, (uri) => readFile(uri.toFsPath(), "utf8"));
  const parser = foam.createMarkdownParser();
  const providers = [new foam.MarkdownResourceProvider(store, parser)];
  const roots = [foam.URI.file(folder)];
  const { workspace, graph } = await foam.bootstrap(
    roots,
    new foam.AlwaysIncludeMatcher(),
    undefined,
    store,
    parser,
    providers,
    ".md",
    "off",
  );
  const backlinks = graph.getBacklinks(foam.URI.file(join(folder, hub))).length;
  const result: FoamResult = { notes: workspace.list().length, backlinks, memory: ownPeakMemory() };
  console.log(JSON.stringify(result));
}
