// The document that a topic page begins with: no text of any note is in it, and nothing in it may run or be fetched but our own two files.
import type { Texts } from "../language";
import type { ShownTopic } from "./messages";

/** What a document is made with; addresses as the page asks for them. */
export interface DocumentParts {
  /** Never the same twice. */
  readonly nonce: string;
  /** From where styles and fonts may come, as a policy names it. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  /** The language that the page is to speak. */
  readonly texts: Texts;
}

/**
 * The document. Its policy allows our script by a nonce, our styles and the icons' font from our folder, and workers of the script's own
 * making, in which the graph is laid out. (https://code.visualstudio.com/api/extension-guides/webview#content-security-policy)
 */
export function pageDocument({ nonce, source, script, style, texts }: DocumentParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    `font-src ${source}`,
    "img-src data:",
    "worker-src blob:",
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" href="${style}">
<title>Quaestio</title>
</head>
<body>
<div id="page"></div>
<script type="application/json" id="texts">${asData(texts)}</script>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/**
 * The built page of a topic, with what it shows, the language it speaks and its icons' font (in base64). All stand there as data; font and
 * texts come first in the page, so that nothing in a note is taken for their place.
 */
export const filledPage = (page: string, shown: ShownTopic, texts: Texts, icons: string): string =>
  page
    .replace("__SHOWN__", () => asData(shown))
    .replace(/(?<=id="texts">)[^<]*/, () => asData(texts))
    .replace("__ICONS__", () => icons);

/** As JSON in a page, where nothing can end the element it stands in. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
