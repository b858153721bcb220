// A vault whose notes name places outside of it in every form there is, beside files that they could find there.
import { join } from "node:path";
import { tempFolder, writeFiles } from "./tempFolder";

export interface Surrounded {
  /** The folder around the vault, with what nobody may touch. */
  readonly outer: string;
  readonly root: string;
  readonly ways: readonly string[];
}

/** Ways from `vault/sub` to files beside the vault, and to some that every system has. */
const waysOut = (outer: string): readonly string[] => [
  ...["../../secret", "../../secret.md", "..\\..\\secret.md", "./../../secret.md", "../../../../../../../../../../etc/passwd", "../.."],
  ...[`${outer}/secret.md`, `/..${outer}/secret.md`, "/etc/passwd", "/../secret.md", "/proc/self/environ", "~/secret.md"],
  ...["..%2f..%2fsecret.md", "%2e%2e/%2e%2e/secret.md", "..%5c..%5csecret.md", "..%252f..%252fsecret.md"],
  ...["\\\\server\\share\\x.md", "//server/share/x.md", "C:\\Windows\\win.ini", "c:/Windows/win.ini"],
  ...["file:///etc/passwd", `file://${outer}/secret.md`, `FILE://${outer}/vault/../secret.md`, "vscode-file://x/etc/passwd"],
  // A folder that is not listed is the one place where the disk is asked for what a link says.
  ...["../node_modules/../../secret.md", "/node_modules/../../secret.md", "../node_modules/%2e%2e/%2e%2e/secret.md"],
  ...["../node_modules/..\\..\\..\\secret.md", "../node_modules/..%5C..%5C..%5Csecret.md", "../node_modules//../..//secret.md"],
  ...["../../secret.png", "../../secret.bib", "../../secret.md#Secret?", "../../elsewhere", "../../vault/../secret.md"],
];

/** A note that goes each way in each form: as links, embeds, images, definitions, citations, and in each field. */
function noteOf(ways: readonly string[]): string {
  const list = (items: readonly string[]) => `[${items.map((it) => JSON.stringify(it)).join(", ")}]`;
  const fields = [
    ...[`topics: ${list(ways)}`, `sources: ${list(ways)}`, `related: ${list(ways.map((way) => `[[${way}]]`))}`],
    ...["template: ../../secret.md", "bibliography: ../../secret.bib"],
  ];
  const forms = ways.flatMap((way) => [`[[${way}]]`, `![[${way}]]`, `[x](<${way}>)`, `![x](<${way}>)`, `[${way}] <${way}> [@${way}]`]);
  const definitions = ways.map((way) => `[${way}]: <${way}>`);
  return `---\n${fields.join("\n")}\n---\n# Where to?\n\n${forms.join("\n\n")}\n\n${definitions.join("\n")}\n`;
}

/** Makes the vault and what lies around it. */
export function surroundedVault(): Surrounded {
  const outer = tempFolder({ "secret.md": "# Secret?\n\nNobody saw me.\n", "secret.png": "", "secret.bib": "@misc{secret}\n" });
  const ways = waysOut(outer);
  const settings = { notes: { template: "../secret.md", include: ["**/*.md", "../**"] }, bibliography: [`${outer}/secret.bib`] };
  const files = {
    "vault/sub/where.md": noteOf(ways),
    "vault/a.md": "# A?\n\n[[Where to?]] [[B?]]\n",
    "vault/b.md": "---\ntopics: [sub]\n---\n# B?\n\n[[A?]]\n",
    "vault/node_modules/x.png": "",
    "vault/p.bib": "@misc{k, title = {K}, file = {../secret.md}, url = {file:///etc/passwd}}\n",
    "vault/.quaestio.json": JSON.stringify(settings),
    "vault/.gitignore": "../../\n/etc\n",
  };
  writeFiles(outer, files);
  return { outer, root: join(outer, "vault"), ways };
}
