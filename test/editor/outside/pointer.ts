// What a person does by the pointer where the editor draws things anew under it: a hand that is never quite still tries again by itself.
import type { Locator, Page } from "playwright-core";

/** Milliseconds in which a button can be pressed once its place is pointed at. */
const soon = 2000;

/** Presses a button that a row or a header shows only while the pointer is over it. What is drawn anew under a pointer at rest does not know of it. */
export async function pressOn(place: Locator, name: string): Promise<void> {
  const button = place.getByRole("button", { name });
  for (let tries = 0; tries < 5; tries++) {
    await place.hover();
    const isPressed = await button.click({ timeout: soon }).then(
      () => true,
      () => false,
    );
    if (isPressed) return;
    await place.page().mouse.move(0, 0);
  }
  await place.hover();
  await button.click({ timeout: soon });
}

/** Chooses from a menu that is open by going there and Enter: a click right after it opened may count as the end of the one that opened it. */
export async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole("menuitem", { name: item }).hover();
  await page.keyboard.press("Enter");
}

/**
 * Clicks something that the editor may draw anew under the pointer, as it does lenses, until what it opens is there. Not too soon again: a
 * second click closes what the first one is about to open.
 */
export async function clickUntil(target: Locator, opened: Locator): Promise<void> {
  for (let tries = 0; tries < 4 && !(await opened.isVisible()); tries++) {
    await target.click();
    await opened.waitFor({ timeout: 8000 }).catch(() => undefined);
  }
  await opened.waitFor({ timeout: 2000 });
}
