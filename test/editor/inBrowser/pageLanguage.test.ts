// The topic page in a language that is not English: whatever it says in any of its views is said in that language.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type View, views } from "../../../client/topicPage/messages";
import { pseudoTexts } from "../../pseudo";
import { madeTopic } from "../page/madeTopic";
import { atTopicPage, type OpenTopicPage } from "../page/topicPage";

const answers = madeTopic(41);

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap((inner) => (typeof value === "object" ? stringsIn(inner) : []));

/** The texts of notes and papers, the longest first, and what else is the same in every language. */
const data = [...stringsIn(answers.shown), ...answers.related.flatMap(({ reasons }) => reasons.map(({ text }) => text)), "arxiv.org"]
  .filter((text) => text !== "")
  .sort((a, b) => b.length - a.length);

/** What a page says to those who see it and to those who hear it, in the order of the document, without what notes and papers say. */
async function said({ page }: OpenTopicPage): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const attributes = ["aria-label", "aria-roledescription", "title", "placeholder"];
    const all = [...document.querySelectorAll("#page *")];
    const ofElements = all.flatMap((it) => attributes.map((name) => it.getAttribute(name) ?? ""));
    const nodes = all.flatMap((it) => [...it.childNodes]).filter((it) => it.nodeType === Node.TEXT_NODE);
    return [...ofElements, ...nodes.map(({ nodeValue }) => nodeValue ?? "")];
  });
  const without = (text: string) => data.reduce((left, part) => left.replaceAll(part, ""), text);
  return texts.map((text) => without(text).trim()).filter((text) => /\p{L}{2}/u.test(text));
}

/** Waits until a view is drawn. */
async function drawn(opened: OpenTopicPage, view: View): Promise<void> {
  await opened.show(view);
  if (view === "graph") await opened.page.locator(".graph-toolbar").waitFor();
  else await opened.page.locator("article, .table-row").first().waitFor();
}

describe("a topic page in another language", function () {
  this.timeout(60_000);
  const at = atTopicPage();

  it("says nothing in English in any view, and names its language", async () => {
    const opened = await at.open(answers, { texts: pseudoTexts() });
    const { page } = opened;
    await page.getByRole("article").first().waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "el");
    await page.locator(".card .actions .link").first().click();
    await page.locator(".related li").first().waitFor();
    for (const view of views) {
      await drawn(opened, view);
      const texts = await said(opened);
      assert.deepEqual(
        texts.filter((text) => /[a-z]{2}/i.test(text)),
        [],
        view,
      );
      assert.ok(texts.length > 20, texts.join("\n"));
      await opened.picture(`language-${view}`);
    }
    await page.locator(".graph-stage").focus();
    await page.keyboard.press("ArrowDown");
    assert.match(await page.locator(".graph-status").innerText(), /ŧīḗḗḓ ŧǿǿ/);
    assert.deepEqual([opened.complaints, opened.strangers], [[], []]);
  });

  it("speaks English where it is given no other language", async () => {
    const opened = await at.open(answers);
    await opened.page.getByRole("radio", { name: "Cards" }).waitFor();
    assert.equal(await opened.page.locator("html").getAttribute("lang"), "en");
  });
});
