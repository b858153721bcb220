// What the manifest promises: when the extension starts, and that nobody else's defaults are touched.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { contributedSettings, manifest } from "./contributedSettings";
import { contributedTools } from "./contributedTools";
import { projectRoot } from "./tempFolder";

const { withSettings } = require(join(projectRoot, "client", "settingsTable.js"));

interface Entry {
  readonly command: string;
  readonly when: string;
  readonly group: string;
}

/** The places of a manifest that the editor shows to people. */
const shown =
  /^(?:name|title|category|label|contextualTitle|contents|(?:markdown)?[dD]escription|(?:markdown)?[eE]numDescriptions|altText|displayName|userDescription)$/;

/** What is said in words at these places, each text once, keys left out. */
function spoken(value: unknown, name = ""): readonly string[] {
  // Names in small letters are for programs.
  if (typeof value === "string") return shown.test(name) && !/^%.*%$|^[a-z_]+$/.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  // What a tool takes is read by models alone.
  const all = Object.entries(value).flatMap(([key, inner]) =>
    key === "inputSchema" ? [] : spoken(inner, Array.isArray(value) ? name : key),
  );
  return [...new Set(all)];
}

describe("the manifest", () => {
  it("starts the extension on Markdown files and pages that are brought back; the editor adds its views and commands by itself", () => {
    assert.deepEqual(manifest.activationEvents, ["onLanguage:markdown", "onWebviewPanel:quaestio.topicPage"]);
  });

  it("changes no defaults of the editor and takes over no language", () => {
    assert.deepEqual([manifest.contributes.configurationDefaults, manifest.contributes.languages], [undefined, undefined]);
  });

  it("keeps commands that need a row out of the palette, and shows them only on rows that have what they need", () => {
    const { commandPalette, "view/item/context": onRows } = manifest.contributes.menus;
    for (const command of [
      ...["quaestio.linkMention", "quaestio.openPlaceToSide", "quaestio.writeQuestion"],
      ...["quaestio.openPaper", "quaestio.newQuestionAboutPaper", "quaestio.copyCitationKey", "quaestio.revealPaper"],
    ]) {
      const hidden = commandPalette.find((it: { command: string }) => it.command === command);
      assert.equal(hidden?.when, "false", command);
      const whens = onRows.filter((it: { command: string }) => it.command === command).map((it: { when: string }) => it.when);
      assert.ok(whens.length > 0, command);
      for (const when of whens) assert.match(when, /view == quaestio\.\w+ && viewItem (?:==|=~) /);
    }
  });

  it("explains every setting in a sentence, gives it a default, and shows them in the order they stand in", () => {
    const settings = Object.entries(contributedSettings);
    for (const [name, setting] of settings) {
      assert.match(setting?.markdownDescription ?? setting?.description ?? "", /^[A-Z].*\.$/s, name);
      assert.notEqual(setting?.default, undefined, name);
    }
    assert.deepEqual(
      settings.map(([, setting]) => setting?.order),
      settings.map((_, at) => at + 1),
    );
  });

  it("marks walkthrough texts up with what the editor draws: bold, italics and links; two brackets would swallow the rest", () => {
    for (const { steps } of manifest.contributes.walkthroughs)
      for (const { id, description } of steps) assert.doesNotMatch(description, /\[\[|`|(?<!\*)\*(?!\*)/, id);
  });

  it("has its settings in the README as they are", () => {
    const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
    assert.equal(readme, withSettings(readme, manifest.contributes.configuration), "run `npm run docs`");
  });

  it("declares the tools for agents as the table has them", () => {
    const wanted = JSON.parse(JSON.stringify(contributedTools));
    assert.deepEqual(manifest.contributes.languageModelTools, wanted, "run `npm run docs`");
    for (const { modelDescription } of wanted) assert.doesNotMatch(modelDescription, /`(?!quaestio_)\w+`/);
  });

  it("gives keys to rows of a view only while the view has the focus and nobody types", () => {
    for (const { command, when, args } of manifest.contributes.keybindings) {
      assert.match(when, /^focusedView == quaestio\.\w+ && listFocus && !inputFocus$/, command);
      assert.deepEqual(args, { row: "focused" }, command);
    }
  });

  it("hides what takes one note where several rows are selected, and offers every drag as a command", () => {
    const onNotes = manifest.contributes.menus["view/item/context"].filter(
      ({ when, group }: Entry) => when.startsWith("view == quaestio.topics && viewItem == note") && !group.startsWith("inline"),
    );
    const forSeveral = onNotes.filter(({ when }: Entry) => !when.endsWith(" && !listMultiSelection")).map((it: Entry) => it.command);
    assert.deepEqual(forSeveral, ["quaestio.openToSide", "quaestio.moveToTopic", "quaestio.addToTopic", "quaestio.copyLink"]);
    const inPalette = (command: string) => manifest.contributes.menus.commandPalette.find((it: Entry) => it.command === command)?.when;
    for (const command of ["quaestio.moveToTopic", "quaestio.addToTopic", "quaestio.renameQuestion"])
      assert.equal(inPalette(command), "editorLangId == markdown && workspaceFolderCount > 0", command);
    for (const command of [
      "quaestio.openToSide",
      "quaestio.readRow",
      "quaestio.revealInExplorer",
      "quaestio.newQuestionHere",
      "quaestio.renameTopic",
    ])
      assert.equal(inPalette(command), "false", command);
  });

  it("shows the buttons of a view's title in that view alone, and what undoes a choice only where it was made", () => {
    const menus = manifest.contributes.menus;
    const inTitles: readonly { readonly command?: string; readonly when: string }[] = menus["view/title"];
    for (const { when } of inTitles) assert.match(when, /^view == quaestio\.\w+(?: &&|$)/);
    const whenOf = (command: string) => inTitles.find((it) => it.command === command)?.when ?? "";
    assert.match(whenOf("quaestio.clearPapersFilter"), /&& quaestio\.papersFiltered$/);
    assert.match(whenOf("quaestio.clearOpenQuestionsFilter"), /&& quaestio\.openQuestionsFiltered$/);
    for (const { when } of menus["quaestio.papersViewAs"]) assert.match(when, /quaestio\.papers(?:Show|Sort) != /);
  });

  it("declares every command that a menu names", () => {
    const commands = new Set(manifest.contributes.commands.map((it: { command: string }) => it.command));
    const items = Object.values<readonly { readonly command?: string }[]>(manifest.contributes.menus).flat();
    for (const { command } of items) if (command !== undefined) assert.ok(commands.has(command), command);
  });

  it("says nothing itself: each text stands in package.nls.json under its key, and each key there is used once", () => {
    const read = (name: string) => readFileSync(join(projectRoot, name), "utf8");
    const keys = [...read("package.json").matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    assert.deepEqual(keys.sort(), Object.keys(JSON.parse(read("package.nls.json"))).sort());
    assert.ok(manifest.files.includes("package.nls.json"));
    const { capabilities, contributes, description } = JSON.parse(read("package.json"));
    assert.deepEqual(spoken({ capabilities, contributes, description }), ["Quaestio"]);
  });

  it("has what marketplaces show: an icon, a banner, categories they know, badges from where they take them", () => {
    const icon = readFileSync(join(projectRoot, manifest.icon));
    assert.equal(icon.subarray(1, 4).toString(), "PNG");
    // Width and height: https://www.w3.org/TR/png-3/#11IHDR
    assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [256, 256]);
    assert.ok(manifest.files.includes(manifest.icon));
    assert.match(manifest.galleryBanner.color, /^#[0-9a-f]{6}$/);
    assert.ok(["dark", "light"].includes(manifest.galleryBanner.theme));
    // https://code.visualstudio.com/api/references/extension-manifest
    const known = ["Education", "Linters", "Notebooks", "Other", "Programming Languages", "Snippets", "Visualization"];
    for (const category of manifest.categories) assert.ok(known.includes(category), category);
    assert.ok(manifest.keywords.length > 0 && manifest.keywords.length <= 30);
    assert.ok(manifest.badges.length > 0);
    for (const { url, href, description } of manifest.badges) {
      assert.match(url, /^https:\/\/img\.shields\.io\//);
      assert.match(href, /^https:\/\//);
      assert.notEqual(description, "");
    }
    for (const address of [manifest.homepage, manifest.bugs.url, manifest.qna])
      assert.match(address, /^https:\/\/github\.com\/quaestio\/quaestio/);
  });

  it("publishes what it shows, each file by its name", () => {
    for (const file of manifest.files) assert.ok(existsSync(join(projectRoot, file)), `${file} is not there`);
    const shown = [...JSON.stringify(manifest).matchAll(/"(?:\.\/)?(client\/media\/[^"]+\.\w+)"/g)].map(([, file = ""]) => file);
    assert.ok(shown.length > 5);
    for (const file of shown)
      assert.ok(
        manifest.files.some((it: string) => file === it || file.startsWith(`${it}/`)),
        `${file} is not published`,
      );
  });

  it("is the only place of the version, which the changelog has still to come or knows", () => {
    const changelog = readFileSync(join(projectRoot, "CHANGELOG.md"), "utf8");
    const heads = [...changelog.matchAll(/^## \[(.+?)\]/gm)].map(([, name]) => name);
    assert.equal(heads[0], "Unreleased");
    for (const name of heads.slice(1)) assert.match(name ?? "", /^\d+\.\d+\.\d+$/);
    const lock = JSON.parse(readFileSync(join(projectRoot, "package-lock.json"), "utf8"));
    assert.equal(lock.version, manifest.version);
  });

  it("needs nothing installed beside the package", () => {
    assert.equal(manifest.dependencies, undefined);
  });
});
