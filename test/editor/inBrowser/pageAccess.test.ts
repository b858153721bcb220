// The topic page before axe, which finds what keeps people from using it: in every theme, each view and what is explored.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { views } from "../../../client/topicPage/messages";
import { madeTopic } from "../page/madeTopic";
import { themeKinds } from "../page/themes";
import { atTopicPage, type OpenTopicPage } from "../page/topicPage";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

interface Results {
  readonly violations: readonly Finding[];
  readonly passes: readonly Finding[];
}

/** What axe finds, however slight. The browser runs it as its debugger would: the policy stays. */
async function findings({ page }: OpenTopicPage): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => Reflect.get(window, "axe").run(document) as Promise<Results>);
  assert.ok(passes.length > 10, "axe has looked at the page");
  return violations.map(
    ({ id, impact, nodes }) => `${id} (${impact}): ${nodes.length} × ${nodes[0]?.html.slice(0, 160)} — ${nodes[0]?.failureSummary}`,
  );
}

describe("the topic page before axe", function () {
  this.timeout(120_000);
  const at = atTopicPage();

  for (const theme of themeKinds)
    it(`has no violation in ${theme}`, async () => {
      const opened = await at.open(madeTopic(41), { theme });
      const { page } = opened;
      const found: string[] = [];
      const look = async (where: string) => found.push(...(await findings(opened)).map((it) => `${where}: ${it}`));
      await page
        .getByRole("button", { name: /^Explore related of/ })
        .nth(1)
        .click();
      await page.getByRole("region", { name: "Related notes" }).getByRole("listitem").first().waitFor();
      await look("explored");
      await opened.picture(`explored-${theme}`);
      for (const view of views) {
        await opened.show(view);
        if (view === "graph") await page.getByRole("button", { name: "Continue layout" }).waitFor({ timeout: 30_000 });
        else await page.locator("article, .table-row").first().waitFor();
        await look(view);
        await opened.picture(`${view}-${theme}`);
      }
      await page.getByRole("searchbox").fill("no such words");
      await opened.show("list");
      await page.getByText("Nothing has all of these words.").waitFor();
      await look("nothing found");
      await page.setViewportSize({ width: 300, height: 700 });
      await page.getByRole("searchbox").fill("");
      await page.locator(".table-row").first().waitFor();
      await look("narrow");
      assert.deepEqual(found, []);
    });
});
