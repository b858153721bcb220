// What the extension consists of: a table of contents.
import { type ExtensionContext, l10n, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { askedList } from "./askedList";
import { brokenLinks } from "./brokenLinks";
import { command } from "./command";
import { copyBlockLink, copyHeadingLink } from "./copyLink";
import { editorTexts } from "./editorTexts";
import { exploreQuestion } from "./exploreQuestion";
import { exploreRelated, exploreRelatedHere } from "./exploreRelated";
import { answerFileRequests } from "./fileAnswers";
import { filesMove } from "./filesMove";
import { fixes, saveFixed, saveNotesFixed } from "./fixes";
import { goToQuestion, randomQuestion } from "./goTo";
import { setTexts } from "./language";
import { lensCommands } from "./lensCommands";
import { linksView } from "./linksView";
import { mergeQuestion } from "./mergeQuestion";
import { newQuestion, newQuestionAboutPaper, newQuestionInTopic, writeQuestion } from "./newQuestion";
import { notesClient } from "./notesClient";
import { openQuestionsView } from "./openQuestionsView";
import { copyCitationKey, openPaper, revealPaper } from "./paperActions";
import { papersView } from "./papersView";
import { pasteAsLink, pasteLinks } from "./pasteLinks";
import { type PreviewPlugin, previewPlugin } from "./preview/preview";
import { read } from "./read";
import { relatedView } from "./relatedView";
import { rescan } from "./rescan";
import { restartServer, restarts } from "./restarts";
import { explicitSettings } from "./settings";
import { showReferences } from "./showReferences";
import { status } from "./status";
import { statusBar } from "./statusBar";
import { suggestInLinks } from "./suggestInLinks";
import { tools } from "./tools";
import { topicPages } from "./topicPage/topicPages";
import { topicsTree } from "./topicsTree";
import { questionTrail } from "./trail";
import { vaultCounts } from "./vaultCounts";
import { writeNote } from "./writeNote";

/** What the built-in Markdown extension and the tests inside the editor take from this one. */
export interface Extension extends Pick<PreviewPlugin, "extendMarkdownIt"> {
  /** Resolves when the notes have been read for the first time; rejects when the server did not start. */
  readonly loaded: Promise<void>;
}

/** Starts the extension. `connect` makes the client for the surroundings: a Node process or a web worker. */
export function start(context: ExtensionContext, connect: (name: string, options: LanguageClientOptions) => BaseLanguageClient): Extension {
  setTexts(editorTexts());
  const log = window.createOutputChannel("Quaestio", { log: true });
  const showLog = () => log.show();
  const lenses = lensCommands();
  const list = askedList();
  const client = connect("Quaestio", {
    // Every scheme: a note is completed and explained in a diff or before it is saved as well.
    // And every bibliography: what is typed there counts before it is saved, and an entry tells who cites it.
    documentSelector: [{ language: "markdown" }, { pattern: "**/*.bib" }],
    initializationOptions: { host: "vscode", storage: context.globalStorageUri.toString(), answersFileRequests: true },
    middleware: {
      ...list.middleware,
      ...fixes,
      ...lenses,
      workspace: { configuration: explicitSettings, willRenameFiles: filesMove },
    },
    outputChannel: log,
    errorHandler: restarts({ restart: () => void restartServer(client, showLog), showLog }),
  });
  const files = answerFileRequests(client);
  const started = client.start();
  const notes = notesClient(client, started);
  const counts = vaultCounts(notes);
  const pages = topicPages(context, notes);
  const preview = previewPlugin(notes);
  const related = relatedView(notes, context.workspaceState);
  context.subscriptions.push(
    log,
    client,
    files,
    lenses,
    pages,
    related,
    counts,
    statusBar(counts),
    ...topicsTree({ notes, client }, counts, context.workspaceState),
    linksView(notes),
    openQuestionsView(notes),
    papersView(notes),
    questionTrail(notes, context.workspaceState),
    suggestInLinks(notes, list),
    rescan(notes),
    brokenLinks(client),
    pasteLinks(notes),
    preview,
    tools(context, notes),
    status(context, client),
    command("quaestio.writeNote", writeNote),
    command(saveFixed, saveNotesFixed),
    command("quaestio.showReferences", (uri, position) => showReferences(notes, uri, position)),
    command("quaestio.openTopic", (target) => pages.open(target)),
    command("quaestio.exportTopic", (target) => pages.export(target)),
    command("quaestio.read", (target) => read(preview, target)),
    command("quaestio.pinRelated", () => related.pin("kept")),
    command("quaestio.unpinRelated", () => related.pin("following")),
    command("quaestio.insertRelatedLink", (target) => related.insertLink(target)),
    command("quaestio.openRelatedToSide", (target) => related.openToSide(target)),
    command("quaestio.notRelated", (target) => related.hide(target)),
    command("quaestio.showNotRelated", () => related.showHidden()),
    command("quaestio.exploreRelated", (target) => exploreRelated(notes, target)),
    command("quaestio.exploreRelatedHere", () => exploreRelatedHere(notes)),
    command("quaestio.exploreQuestion", () => exploreQuestion(notes)),
    command("quaestio.newQuestion", (typed) => newQuestion(notes, typed)),
    command("quaestio.newQuestionInTopic", (target) => newQuestionInTopic(notes, target)),
    command("quaestio.newQuestionAboutPaper", (target) => newQuestionAboutPaper(notes, target)),
    command("quaestio.openPaper", openPaper),
    command("quaestio.copyCitationKey", copyCitationKey),
    command("quaestio.revealPaper", revealPaper),
    command("quaestio.writeQuestion", (target) => writeQuestion(notes, target)),
    command("quaestio.goToQuestion", () => goToQuestion(notes)),
    command("quaestio.randomQuestion", () => randomQuestion(notes)),
    command("quaestio.mergeQuestion", (target, into) => mergeQuestion({ notes, client }, target, into)),
    command("quaestio.copyHeadingLink", () => copyHeadingLink(notes)),
    command("quaestio.copyBlockLink", () => copyBlockLink(notes)),
    command("quaestio.pasteAsLink", () => pasteAsLink(notes)),
    command("quaestio.restartServer", () => restartServer(client, showLog)),
    command("quaestio.showLog", showLog),
  );
  started.catch((error: unknown) => {
    log.error(error instanceof Error ? error : String(error));
    void window
      .showErrorMessage(
        l10n.t("The Quaestio language server did not start, so there are no topics, links or problems. The log says why."),
        l10n.t("Show Log"),
      )
      .then((choice) => choice && log.show());
  });
  return { loaded: notes.loaded, extendMarkdownIt: preview.extendMarkdownIt };
}
