// What can be done with a paper of the Papers view: open its page, copy its key, go to its entry.
import { env, l10n, Uri, window } from "vscode";
import type { PaperRow } from "../server/protocol";
import { withoutIcons } from "./markdown";
import { placeOf } from "./paperRows";

/** The paper of the row that a command was called on. */
export const paperIn = (target: unknown): PaperRow | undefined => (target as { readonly row?: PaperRow } | undefined)?.row;

/** Opens the page of a paper in the browser. What a bibliography calls an address may be anything: only pages of the web are opened. */
export async function openPaper(target: unknown): Promise<void> {
  const url = paperIn(target)?.url;
  if (url === undefined) return;
  const page = Uri.parse(url);
  if (page.scheme === "https" || page.scheme === "http") await env.openExternal(page);
  else void window.showInformationMessage(l10n.t("The address of this paper is no page of the web, so it was not opened."));
}

/** Milliseconds. */
const shownFor = 4000;

/** Copies what stands behind the `@` of a citation. */
export async function copyCitationKey(target: unknown): Promise<void> {
  const paper = paperIn(target);
  if (!paper) return;
  await env.clipboard.writeText(paper.citationKey);
  window.setStatusBarMessage(l10n.t("Copied {0}", withoutIcons(paper.citationKey)), shownFor);
}

/** Shows the entry of a bibliography that describes a paper. */
export async function revealPaper(target: unknown): Promise<void> {
  const entry = paperIn(target)?.entry;
  if (!entry) return;
  const { uri, range } = placeOf(entry);
  await window.showTextDocument(uri, { selection: range });
}
