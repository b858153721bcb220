// The document of a topic page as a webview takes it.
import { Uri, type Webview } from "vscode";
import { editorTexts } from "../editorTexts";
import { pageDocument } from "./document";

/** The folder of what a page may load. */
export const pageFolder = (extension: Uri): Uri => Uri.joinPath(extension, "dist", "page");

/** The document, with our two files where the editor serves them. */
export function pageHtml(webview: PageHost, extension: Uri): string {
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(pageFolder(extension), name)).toString();
  return pageDocument({
    ...{ nonce: crypto.randomUUID(), source: webview.cspSource, script: file("main.js"), style: file("style.css") },
    texts: editorTexts(),
  });
}

/** What of a webview the document depends on. */
export type PageHost = Pick<Webview, "cspSource" | "asWebviewUri">;
