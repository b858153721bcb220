// Pasting and dropping into a note: the address of a paper becomes a citation, a note a link. What the server knows nothing of stays as it is.
import {
  type DataTransfer,
  type Disposable,
  Disposable as Disposables,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  env,
  l10n,
  languages,
  Range,
  type TextDocument,
  window,
} from "vscode";
import type { PasteAnswer } from "../server/protocol";
import type { NotesClient } from "./notesClient";

const kind = DocumentDropOrPasteEditKind.Text.append("quaestio", "link");
const uriList = "text/uri-list";
const plainText = "text/plain";
const markdown = { language: "markdown" };

const titles: Readonly<Record<PasteAnswer["kind"], string>> = {
  citation: l10n.t("Insert Citation"),
  source: l10n.t("Insert Source"),
  link: l10n.t("Insert Link to Question"),
};

/** Offers what an address or a note becomes, whenever one is pasted or dropped where nothing is selected. */
export function pasteLinks(notes: NotesClient): Disposable {
  return Disposables.from(
    languages.registerDocumentPasteEditProvider(
      markdown,
      {
        async provideDocumentPasteEdits(document, ranges, data) {
          const [range] = ranges;
          // Over a selection the editor makes a link of an address, with the selected text.
          if (ranges.length !== 1 || !range?.isEmpty) return undefined;
          const answer = await answerTo(notes, document, range, data);
          return answer && [new DocumentPasteEdit(answer.text, titles[answer.kind], kind)];
        },
      },
      { providedPasteEditKinds: [kind], pasteMimeTypes: [plainText, uriList] },
    ),
    languages.registerDocumentDropEditProvider(
      markdown,
      {
        async provideDocumentDropEdits(document, position, data) {
          const answer = await answerTo(notes, document, new Range(position, position), data);
          return answer && [new DocumentDropEdit(answer.text, titles[answer.kind], kind)];
        },
      },
      { providedDropEditKinds: [kind], dropMimeTypes: [plainText, uriList] },
    ),
  );
}

async function answerTo(notes: NotesClient, document: TextDocument, range: Range, data: DataTransfer): Promise<PasteAnswer | undefined> {
  const text = (await data.get(uriList)?.asString()) || (await data.get(plainText)?.asString()) || "";
  // Most of what is pasted is text and concerns nobody.
  return isAddresses(text) ? ask(notes, document, range, text) : undefined;
}

const isAddresses = (text: string) => text.length < longest && /^\s*(?:[a-z][\w+.-]*:\/\/\S+\s*)+$/i.test(text);
const longest = 20_000;

async function ask(notes: NotesClient, { uri }: TextDocument, { start, end }: Range, text: string): Promise<PasteAnswer | undefined> {
  const place = ({ line, character }: Range["start"]) => ({ line, character });
  const params = { uri: uri.toString(), start: place(start), end: place(end), text };
  return (await notes.request("quaestio/pasted", params).catch(() => null)) ?? undefined;
}

/** Pastes what is in the clipboard as a link or a citation, in place of what is selected: ids and titles as well, which are pasted as text otherwise. */
export async function pasteAsLink(notes: NotesClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== "markdown") {
    void window.showInformationMessage(l10n.t("Open a note and put the caret where the link is to stand."));
    return;
  }
  const { document, selection } = editor;
  const { version } = document;
  const text = await env.clipboard.readText();
  const answer = await ask(notes, document, selection, text);
  if (!answer) {
    void window.showInformationMessage(
      l10n.t(
        "Nothing to link to: the clipboard holds no address or id of a paper, no note and no title of one, or a link cannot stand here.",
      ),
    );
    return;
  }
  const isDone = document.version === version && (await editor.edit((edit) => edit.replace(selection, answer.text)));
  if (!isDone) void window.showWarningMessage(l10n.t("The link was not inserted: the note was changed meanwhile, or cannot be edited."));
}
