// The document that a topic page begins with: no text of any note is in it, and nothing in it may run or be fetched but our own two files.
import { Uri, type Webview } from "vscode";

/** The folder of what a page may load. */
export const pageFolder = (extension: Uri): Uri => Uri.joinPath(extension, "dist", "page");

/**
 * The document. Its policy allows our script by a nonce, our styles and the icons' font from our folder, and workers of the script's own
 * making, in which the graph is laid out. (https://code.visualstudio.com/api/extension-guides/webview#content-security-policy)
 */
export function pageHtml(webview: PageHost, extension: Uri): string {
  const nonce = crypto.randomUUID();
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(pageFolder(extension), name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    "img-src data:",
    "worker-src blob:",
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" href="${file("style.css")}">
<title>Topic</title>
</head>
<body>
<div id="page"></div>
<script nonce="${nonce}" src="${file("main.js")}"></script>
</body>
</html>`;
}

/** What of a webview the document depends on. */
export type PageHost = Pick<Webview, "cspSource" | "asWebviewUri">;
