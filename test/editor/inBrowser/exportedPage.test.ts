// The page that a topic is exported as, opened from the disk: it shows what was in the notes as text, and asks nobody for anything.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, afterEach, before, describe, it } from "mocha";
import { filledPage } from "../../../client/topicPage/document";
import { pseudoTexts } from "../../pseudo";
import { attacks, hostileTopic } from "../page/madeTopic";
import { type ServedOptions, type ServedPage, watched } from "../page/served";
import { projectRoot } from "../paths";

/** YAML takes what JSON writes. */
const quoted = (text: string) => JSON.stringify(text);

/** A vault whose every text is an attack: titles, summaries, topics, sources and a bibliography. */
function writeHostileVault(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [at, attack] of attacks.entries()) {
    const other = attacks[(at + 1) % attacks.length] ?? "";
    const front = [
      `title: ${quoted(attack)}`,
      `summary: ${quoted(other)}`,
      `topics: [harm, ${quoted(`harm/${other.replaceAll("/", "∕")}`)}]`,
    ];
    writeFileSync(join(folder, `${at}.md`), `---\n${[...front, `sources: ["@attack${at}"]`].join("\n")}\n---\n# ${attack}\n\nText.\n`);
  }
  const entries = attacks.map((attack, at) => {
    const text = attack.replace(/[{}\\]/g, "");
    return `@article{attack${at},\n  title = {${text}},\n  author = {${text.replaceAll(" and ", " ")}},\n  year = {2026},\n  url = {${at % 2 ? "javascript:harm()" : "https://fine.invalid/<b>"}}\n}`;
  });
  writeFileSync(join(folder, "references.bib"), `${entries.join("\n")}\n`);
}

describe("an exported topic page", function () {
  this.timeout(60_000);
  let folder = "";
  let shown: ServedPage | undefined;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "quaestio-export-"));
    mkdirSync(join(projectRoot, ".screens"), { recursive: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(async () => {
    await shown?.close();
    shown = undefined;
  });

  /** Exports a topic as a person does, and opens what that wrote. */
  async function open(topic: string, vault: string, options: ServedOptions = {}): Promise<ServedPage> {
    const file = join(folder, "topic.html");
    const cli = join(projectRoot, "dist", "cli", "main.node.js");
    execFileSync(process.execPath, [cli, "export", topic, "--vault", vault, "--no-cache", "-o", file], { stdio: "pipe" });
    shown = await watched(pathToFileURL(file).href, { width: 1000, height: 700, ...options });
    return shown;
  }
  const picture = (name: string) => shown?.page.screenshot({ path: join(projectRoot, ".screens", `exported-${name}.png`) });

  for (const colorScheme of ["light", "dark"] as const)
    it(`shows cards, list and papers of the sample notes (${colorScheme})`, async () => {
      const { page, complaints, strangers } = await open("reinforcement-learning", join(projectRoot, "notes"), { colorScheme });
      assert.equal(await page.title(), "Reinforcement Learning");
      await page.getByText("41 synthesis notes · 180 source papers").waitFor();
      await page.getByRole("article").first().waitFor();
      const fonts = await page.evaluate(async () => (await document.fonts.load("16px codicon")).map(({ status }) => status));
      assert.deepEqual(fonts, ["loaded"], "the icons are in the file");
      assert.equal(await page.getByRole("article").getByRole("button").count(), 0, "nobody is there to open or explore");
      await picture(`cards-${colorScheme}`);
      assert.deepEqual(await page.getByRole("radio").evaluateAll((all) => all.map((it) => (it as HTMLInputElement).value)), [
        "cards",
        "list",
        "papers",
      ]);
      await page.getByText("List", { exact: true }).click();
      await page.getByRole("columnheader", { name: "Links here" }).getByRole("button").click();
      await page.getByRole("row").nth(1).getByText("Can reinforcement learning discover reasoning strategies").waitFor();
      await picture(`list-${colorScheme}`);
      await page.getByText("Papers", { exact: true }).click();
      await page.getByRole("searchbox").fill("2505.24298");
      await page.getByText("1 of 180").waitFor();
      await page.getByRole("link", { name: /^AReaL: .* at arxiv\.org, opens in the browser$/ }).waitFor();
      await picture(`papers-${colorScheme}`);
      assert.deepEqual([complaints, strangers], [[], []]);
    });

  it("shows attacks as text", async () => {
    const vault = join(folder, "vault");
    writeHostileVault(vault);
    const { page, complaints, strangers } = await open("harm", vault);
    await page.getByRole("article").first().waitFor();
    const shownText = (await page.locator("#page").textContent()) ?? "";
    assert.deepEqual(
      attacks.filter((it) => !shownText.includes(it)),
      [],
    );
    for (const view of ["List", "Papers"]) {
      await page.getByText(view, { exact: true }).click();
      await page.locator(".table-row").first().waitFor();
      await picture(`attacks-${view}`);
    }
    assert.equal(await page.locator("#page :is(img, svg, iframe, script, b, style)").count(), 0);
    assert.equal(await page.locator("a[href^='javascript' i], a[href^='file' i]").count(), 0);
    assert.equal(await page.locator("script").count(), 3);
    assert.deepEqual([complaints, strangers], [[], []]);
  });

  it("speaks the language of the editor that exports it, whatever notes and translations say", async () => {
    const built = readFileSync(join(projectRoot, "dist", "page", "topic.html"), "utf8");
    const icons = readFileSync(join(projectRoot, "dist", "page", "codicon.ttf"), "base64");
    const { language, contents } = pseudoTexts();
    const file = join(folder, "topic.html");
    writeFileSync(file, filledPage(built, hostileTopic().shown, { language, contents: { ...contents, Papers: attacks.join("") } }, icons));
    shown = await watched(pathToFileURL(file).href, { width: 1000, height: 700 });
    const { page, complaints, strangers } = shown;
    await page.getByRole("article").first().waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), language);
    const shownText = (await page.locator("#page").textContent()) ?? "";
    for (const text of [contents["Cards"] ?? "?", attacks.join("")]) assert.ok(shownText.includes(text), text);
    assert.equal(await page.evaluate(() => Reflect.get(window, "harmed")), undefined);
    assert.equal(await page.locator("#page :is(img, svg, iframe, script, b, style)").count(), 0);
    assert.deepEqual([complaints, strangers], [[], []]);
  });
});
