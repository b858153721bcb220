// The texts of the page's language, which stand in its document as data.
import { setTexts, type Texts } from "../../language";

/** Has the page speak its language. To be called before anything is said. */
export function speak(): void {
  const texts = JSON.parse(document.getElementById("texts")?.textContent ?? "") as Texts;
  setTexts(texts);
  document.documentElement.lang = texts.language;
}
