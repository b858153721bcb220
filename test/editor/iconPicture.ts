// The icon that marketplaces show, drawn from its SVG, which they do not take.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openPage } from "./browser";
import { projectRoot } from "./paths";

/** Pixels on each side: twice what is shown, for sharp screens. */
const side = 256;

/** Writes `icon.png` beside `icon.svg`. */
export async function iconPicture(): Promise<void> {
  const media = join(projectRoot, "client", "media");
  const { page, close } = await openPage("about:blank", { width: side, height: side });
  try {
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${side}px; height: ${side}px }</style>`);
    await page
      .locator("body")
      .evaluate((body, svg) => body.insertAdjacentHTML("beforeend", svg), readFileSync(join(media, "icon.svg"), "utf8"));
    await page.screenshot({ path: join(media, "icon.png"), omitBackground: true });
  } finally {
    await close();
  }
}
