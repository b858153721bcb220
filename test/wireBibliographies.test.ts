// The server follows bibliographies: those of the folder, those that are open, and those the user keeps elsewhere.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { CompletionList, Hover, Location, LocationLink } from "vscode-languageserver/node";
import { ServedFolder } from "./servedFolder";
import { removeFolder, tempFolder, writeFiles } from "./tempFolder";
import { uriOf } from "./wireClient";

const served = new ServedFolder();
const a = () => served.uri("a.md");

const files = {
  "a.md": "---\ntopics: [t]\nsources: [arxiv:2505.24298]\n---\n[@fu2025; @other]\n",
  "lib/papers.bib": "@misc{fu2025, title={AReaL}, eprint={2505.24298}}\n",
};

describe("the server follows bibliographies", () => {
  beforeEach(() => served.start(files));
  afterEach(() => served.stop());

  const papers = async () => (await served.client.ask("quaestio/topics", {})).map(({ sourceCount }) => sourceCount).join();

  it("and leads from a citation to its entry, and from the entry to all who cite it", async () => {
    assert.equal(served.client.codes(a()), "unknown-citation");
    assert.equal(await papers(), "1");
    const [link] = (await served.client.at<LocationLink[]>("definition", a(), 4, 4)) ?? [];
    assert.equal(link?.targetUri, served.uri("lib/papers.bib"));
    assert.deepEqual(link?.targetSelectionRange.start, { line: 0, character: 6 });
    await served.client.open(served.uri("lib/papers.bib"), files["lib/papers.bib"]);
    const context = { context: { includeDeclaration: false } };
    const places = await served.client.at<Location[]>("references", served.uri("lib/papers.bib"), 0, 8, context);
    assert.deepEqual(
      places.map(({ uri, range }) => `${uri.slice(served.uri("").length)} ${range.start.line}`),
      ["/a.md 2", "/a.md 4"],
    );
    const hover = await served.client.at<Hover>("hover", served.uri("lib/papers.bib"), 0, 8);
    assert.match(JSON.stringify(hover.contents), /AReaL.*Cited by 1 note/);
    assert.equal(await served.client.at("completion", served.uri("lib/papers.bib"), 0, 8), null);
  });

  it("that change, vanish and appear", async () => {
    writeFiles(served.root, { "lib/papers.bib": "@misc{other, title={Other}}\n@misc{fu2025, title={AReaL}}\n" });
    await served.client.files(2, served.uri("lib/papers.bib"));
    await served.untilCodes("a.md", "");
    assert.equal(await papers(), "3", "nothing ties the key to the id any more");
    rmSync(join(served.root, "lib"), { recursive: true });
    await served.client.files(3, served.uri("lib"));
    await served.client.until("the topics changed", () => served.client.changes().some(({ topicsChanged }) => topicsChanged));
    assert.equal(served.client.codes(a()), "", "without a bibliography no key is unknown");
    writeFiles(served.root, { "more/x.bib": "@misc{other}\n" });
    await served.client.files(1, served.uri("more"));
    await served.untilCodes("a.md", "unknown-citation");
  });

  it("as they are typed, before they are saved", async () => {
    const uri = served.uri("lib/papers.bib");
    await served.client.open(uri, files["lib/papers.bib"]);
    await served.client.change(uri, `${files["lib/papers.bib"]}@misc{other, title={O}}\n`);
    await served.untilCodes("a.md", "");
    await served.client.open(a(), files["a.md"]);
    await served.client.change(a(), `${files["a.md"]}[@O`);
    const offered = await served.client.at<CompletionList>("completion", a(), 5, 3);
    assert.deepEqual(
      offered.items.map(({ label }) => label),
      ["O"],
    );
    await served.client.close(uri);
    await served.untilCodes("a.md", "unknown-citation");
  });
});

describe("the server reads bibliographies from elsewhere", () => {
  let elsewhere = "";
  beforeEach(() => {
    elsewhere = tempFolder({ "library.bib": "@misc{other, title={O}}\n@misc{fu2025, title={AReaL}}\n" });
  });
  afterEach(async () => {
    await served.stop();
    removeFolder(elsewhere);
  });

  const capabilities = {
    workspace: {
      workspaceFolders: true,
      configuration: true,
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    },
    textDocument: { publishDiagnostics: {} },
  };

  it("that the user's settings name, and follows them", async () => {
    const settings = { quaestio: { bibliography: [join(elsewhere, "library.bib")] } };
    await served.start({ "a.md": files["a.md"] }, { settings, capabilities });
    assert.equal(served.client.codes(a()), "");
    const watched = JSON.stringify(served.client.all("client/registerCapability"));
    assert.match(watched, /library\.bib/);
    writeFiles(elsewhere, { "library.bib": "@misc{other}\n" });
    await served.client.files(2, uriOf(elsewhere, "library.bib"));
    await served.untilCodes("a.md", "unknown-citation");
    served.client.settings.quaestio = {};
    await served.client.notify("workspace/didChangeConfiguration", { settings: {} });
    await served.untilCodes("a.md", "");
  });

  it("but not those that the vault itself names", async () => {
    const own = JSON.stringify({ bibliography: [join(elsewhere, "library.bib")] });
    await served.start({ "a.md": files["a.md"], "papers.bib": "@misc{fu2025}\n", ".quaestio.json": own }, { capabilities });
    assert.equal(served.client.codes(a()), "unknown-citation");
    assert.match(JSON.stringify(served.client.all("window/logMessage")), /\.quaestio\.json: bibliography is for the settings of who reads/);
  });
});
