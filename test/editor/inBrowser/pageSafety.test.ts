// The topic page shown attacks in every text: they are read as text, nothing runs, nobody is asked.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { views } from "../../../client/topicPage/messages";
import { attacks, hostileTopic, madeTopic } from "../page/madeTopic";
import { atTopicPage, type OpenTopicPage } from "../page/topicPage";

/** Elements that only an attack could have made, and addresses that must not be followed. */
const foreign = ({ page }: OpenTopicPage) =>
  page.evaluate(() => {
    const made = [
      ...document.querySelectorAll("#page :is(img, svg, iframe, script, b, object, embed, style, link), script:not([nonce], #texts)"),
    ];
    const handlers = [...document.querySelectorAll("*")].filter((it) => it.getAttributeNames().some((name) => name.startsWith("on")));
    const links = [...document.querySelectorAll("a")].filter(({ protocol }) => protocol !== "https:");
    return [...made, ...handlers, ...links].map((it) => it.outerHTML);
  });

describe("a topic page of attacks", function () {
  this.timeout(60_000);
  const at = atTopicPage();

  it("shows every one as text, in each view, in what is explored and beside the graph", async () => {
    const opened = await at.open(hostileTopic());
    const { page } = opened;
    await page.getByRole("article").first().waitFor();
    await page
      .getByRole("button", { name: /^Explore related of/ })
      .first()
      .click();
    await page.getByRole("region", { name: "Related notes" }).getByRole("listitem").first().waitFor();
    for (const view of views) {
      await opened.show(view);
      if (view === "graph") await page.getByRole("button", { name: "Continue layout" }).waitFor({ timeout: 30_000 });
      else await page.locator("article, .table-row").first().waitFor();
      await opened.picture(`attacks-${view}`);
      assert.deepEqual(await foreign(opened), [], view);
      const text = (await page.locator("#page").textContent()) ?? "";
      const missing = attacks.filter((it) => !text.includes(it));
      assert.deepEqual(missing, [], view);
      await page.locator(".question, .graph-legend button").first().hover();
    }
    assert.equal(await page.evaluate(() => Reflect.get(window, "harmed")), undefined);
    assert.equal(await page.title(), "Quaestio");
    assert.deepEqual([opened.complaints, opened.strangers], [[], []]);
  });

  it("walks the graph of attacks, whose card and status are text", async () => {
    const opened = await at.open(hostileTopic("graph"));
    const { page } = opened;
    await page.getByRole("button", { name: "Continue layout" }).waitFor({ timeout: 30_000 });
    await page.getByRole("application").focus();
    for (const _ of attacks) {
      await page.keyboard.press("ArrowDown");
      assert.deepEqual(await foreign(opened), []);
    }
    const told = (await page.locator(".graph-status").textContent()) ?? "";
    assert.ok(
      attacks.some((it) => told.startsWith(it)),
      told,
    );
    assert.equal(await page.evaluate(() => Reflect.get(window, "harmed")), undefined);
    assert.deepEqual([opened.complaints, opened.strangers], [[], []]);
  });

  it("shows translations that attack as text", async () => {
    const contents = { Cards: attacks.join(""), Filter: attacks.join(""), "1 problem": attacks.join("") };
    const opened = await at.open(madeTopic(41), { texts: { language: "en", contents } });
    await opened.page.getByRole("article").nth(10).waitFor();
    assert.deepEqual(await foreign(opened), []);
    assert.ok((await opened.page.locator(".views").innerText()).includes(attacks[0] ?? ""));
    assert.equal(await opened.page.evaluate(() => Reflect.get(window, "harmed")), undefined);
    assert.deepEqual([opened.complaints, opened.strangers], [[], []]);
  });

  it("is under a policy that refuses what an attack would need", async () => {
    const opened = await at.open(hostileTopic());
    await opened.page.getByRole("article").first().waitFor();
    const refused = await opened.page.evaluate(async () => {
      const violated: string[] = [];
      addEventListener("securitypolicyviolation", ({ effectiveDirective }) => violated.push(effectiveDirective));
      document.body.insertAdjacentHTML("beforeend", "<img src='https://stranger.invalid/'><p onclick='harm()' style='color: red'>x</p>");
      document.querySelector<HTMLElement>("p[onclick]")?.click();
      document.body.append(Object.assign(document.createElement("script"), { textContent: "harm()" }));
      document.body.append(Object.assign(document.createElement("iframe"), { src: "https://stranger.invalid/" }));
      await fetch("https://stranger.invalid/").catch(() => undefined);
      try {
        new Worker("/main.js");
      } catch {
        // A browser may refuse at once.
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
      return [...new Set(violated)].sort();
    });
    assert.deepEqual(refused, [
      "connect-src",
      "frame-src",
      "img-src",
      "script-src-attr",
      "script-src-elem",
      "style-src-attr",
      "worker-src",
    ]);
    assert.equal(await opened.page.evaluate(() => Reflect.get(window, "harmed")), undefined);
  });
});
