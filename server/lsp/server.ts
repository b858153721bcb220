// The language server: what it can do, and which function answers which request. Knows no file system and no transport.
import {
  type CancellationToken,
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import type { NoteUri } from "../core/note";
import { encodedUri, noteUri } from "../core/noteUri";
import { clientFiles } from "../host/clientFiles";
import type { IndexStore } from "../host/indexStore";
import { type NoteFiles, noFiles, type WatchFolder } from "../host/noteFiles";
import type { Report } from "../host/report";
import type { VaultChanged } from "../protocol";
import { codeActions, definition, documentLinks, hover, references } from "./answers";
import { guarded } from "./guard";
import { IndexComparison } from "./indexComparison";
import { IndexKeeper } from "./indexKeeper";
import { lensRefresh } from "./lensRefresh";
import { codeLens, codeLensResolve, documentHighlights, documentSymbols, foldingRanges, workspaceSymbols } from "./looks";
import { NoteStore, type StoreOptions } from "./noteStore";
import { openTexts } from "./openTexts";
import { OwnRecord } from "./ownRecord";
import { answerOwnRequests } from "./ownRequests";
import { ProposedMoves } from "./proposedMoves";
import { Publisher } from "./publisher";
import { RelatednessKeeper } from "./relatednessKeeper";
import { prepareRename, rename, willRenameFiles } from "./renaming";
import { DiskLooks } from "./rescan";
import type { Runtime, Session } from "./session";
import { completion, resolvedCompletion } from "./suggestions";
import { kindOf } from "./toLspActions";
import { resolvedAction } from "./wideEdits";
import { workspaceOf } from "./workspace";

declare const QUAESTIO_VERSION: string;

export interface ServerOptions {
  readonly connection: Connection;
  /** The file port for folders of a URI scheme; undefined where this process does not reach them. */
  filesFor(scheme: string): NoteFiles | undefined;
  /** Follows folders of the scheme `file` for clients that tell of no changes. */
  readonly watchFolder?: WatchFolder;
  /** Where what was read is kept for the next start: in the folder that the client names, else where the system wants it. */
  storeIn(folder: NoteUri | undefined): IndexStore;
  /** What runs the server, for reports. */
  readonly runtime: Runtime;
}

/** What the client said it wants beside the protocol's own capabilities. */
interface InitializationOptions {
  /** `vscode`: the built-in Markdown extension is there too, and nothing may appear twice. */
  readonly host?: "vscode";
  readonly diagnostics?: "push" | "pull";
  /** The URI of a folder in which the server may keep what it read. */
  readonly storage?: string;
  /** The client answers the requests of `ClientRequests`: files that the server does not reach come through it. */
  readonly answersFileRequests?: boolean;
}

/** Characters that begin a link or go on with a title: without the blank, words after the first would not be asked for. */
const triggers = ["[", "@", " ", "-", "'", ",", ":", "(", "/", "?", "#", "^"];

/** Serves one client on a connection until it ends. */
export function serve({ connection, filesFor, watchFolder, storeIn, runtime }: ServerOptions): void {
  const documents = new TextDocuments(openTexts);
  const record = new OwnRecord();
  const report: Report = (sentence, level = "info") => {
    record.logged(sentence, level);
    connection.console[logMethods[level]](sentence);
  };
  const onImpact: StoreOptions["onImpact"] = (impact, gone) => {
    publisher?.concern(impact, gone);
    related.concern(impact, gone);
    comparison?.schedule();
  };
  let elsewhere = noFiles;
  const looks = new DiskLooks(
    (scheme) => filesFor(scheme) ?? elsewhere,
    (file) => store.isNote(file),
  );
  const store: NoteStore = new NoteStore({ filesFor: (scheme) => looks.filesFor(scheme), report, onImpact });
  const related = new RelatednessKeeper({ store, report });
  const clientUri = (uri: NoteUri) => store.documentOf(uri)?.uri ?? encodedUri(uri);
  let publisher: Publisher | undefined;
  let comparison: IndexComparison | undefined;

  connection.onInitialize((params): InitializeResult => {
    const { host, diagnostics, storage, answersFileRequests } = (params.initializationOptions ?? {}) as InitializationOptions;
    if (answersFileRequests) elsewhere = clientFiles(connection);
    const pulls = diagnostics === "pull" || !params.capabilities.textDocument?.publishDiagnostics;
    const indexStore = storeIn(storage === undefined ? undefined : noteUri(storage));
    const keeper = new IndexKeeper({ store, indexStore, report });
    const { send, changed } = channel(connection, params, pulls, clientUri);
    const refreshLenses = lensRefresh(connection, params, store);
    publisher = new Publisher({
      ...{ store, clientUri, report, send },
      changed(topicsChanged, notes) {
        refreshLenses(topicsChanged, notes);
        changed(topicsChanged, notes);
        keeper.schedule();
        comparison?.schedule();
      },
    });
    comparison = new IndexComparison({ store, publisher, report });
    const workspace = workspaceOf({ connection, store, publisher, related, indexStore, looks, watchFolder, params, report, record });
    const isBesideBuiltIn = host === "vscode";
    answer(connection, publisher, {
      ...{ store, related, isBesideBuiltIn, reported: publisher.reported },
      ...abilitiesOf(params.capabilities),
      proposed: new ProposedMoves(Date.now),
      ...{ record, runtime, comparison },
      rescan: (params) => workspace.rescan(params),
      inform: (sentence) => connection.window.showInformationMessage(sentence),
      warn: (sentence) => connection.window.showWarningMessage(sentence),
      pulls,
      report,
      clientUri,
    });
    connection.onInitialized(() => void workspace.start());
    return {
      capabilities: capabilities(params.capabilities, { pulls, isBesideBuiltIn }),
      serverInfo: { name: "Quaestio", version: QUAESTIO_VERSION },
    };
  });

  documents.onDidChangeContent(({ document }) => {
    store.edited(document);
    related.postpone();
    publisher?.schedule();
  });
  documents.onDidClose(({ document }) => {
    store.closed(document).catch((error) => report(`Closing a document failed: ${error?.stack ?? error}`, "error"));
  });
  documents.listen(connection);
  connection.listen();
}

/** How the client is told a line of the log of each level. */
const logMethods = { error: "error", warning: "warn", info: "info" } as const;

/** What answers depend on that the client can or cannot do. */
function abilitiesOf({ textDocument, workspace }: ClientCapabilities) {
  const edits = workspace?.workspaceEdit;
  return {
    linksDefinitions: textDocument?.definition?.linkSupport ?? false,
    createsFiles: edits?.resourceOperations?.includes("create") ?? false,
    renamesFiles: edits?.resourceOperations?.includes("rename") ?? false,
    deletesFiles: edits?.resourceOperations?.includes("delete") ?? false,
    versionsEdits: edits?.documentChanges ?? false,
    annotatesEdits: edits?.changeAnnotationSupport !== undefined,
    resolvesActions: resolvesActions(textDocument),
  };
}

const resolvesActions = (textDocument: ClientCapabilities["textDocument"]): boolean =>
  textDocument?.codeAction?.resolveSupport?.properties.includes("edit") ?? false;

interface Service {
  readonly pulls: boolean;
  readonly isBesideBuiltIn: boolean;
}

/** Beside the built-in Markdown extension nothing that it has as well. */
function capabilities(client: ClientCapabilities, { pulls, isBesideBuiltIn }: Service): InitializeResult["capabilities"] {
  return {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: { triggerCharacters: triggers, resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    hoverProvider: true,
    codeLensProvider: { resolveProvider: true },
    workspaceSymbolProvider: true,
    ...(isBesideBuiltIn ? {} : { documentSymbolProvider: true, documentHighlightProvider: true, foldingRangeProvider: true }),
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, ...Object.values(kindOf)],
      ...(resolvesActions(client.textDocument) ? { resolveProvider: true } : {}),
    },
    documentLinkProvider: {},
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      // Images and folders are linked as well.
      fileOperations: { willRename: { filters: [{ pattern: { glob: "**/*" } }] } },
    },
    ...(pulls ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } } : {}),
  };
}

/** Where problems go: pushed, or fetched by the client when it is told that they changed. Never both. */
function channel(connection: Connection, { capabilities: client }: InitializeParams, pulls: boolean, clientUri: (uri: NoteUri) => string) {
  const refresh = pulls && client.workspace?.diagnostics?.refreshSupport;
  return {
    send: (uri: string, version: number | undefined, diagnostics: Parameters<Connection["sendDiagnostics"]>[0]["diagnostics"]) => {
      if (!pulls) void connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
    },
    changed: (topicsChanged: boolean, notes: readonly NoteUri[] | "all") => {
      const change: VaultChanged = { topicsChanged, notes: notes === "all" ? notes : notes.map(clientUri) };
      void connection.sendNotification("quaestio/vaultChanged", change);
      if (refresh) void connection.sendRequest(DiagnosticRefreshRequest.type);
    },
  };
}

interface AnswerOptions extends Session {
  readonly pulls: boolean;
  readonly report: Report;
}

/** The table: request -> function. */
function answer(connection: Connection, publisher: Publisher, { pulls, report, ...session }: AnswerOptions): void {
  const { store } = session;
  const flush = () => store.flush();
  const on = <P, R>(name: string, empty: R, handle: (session: Session, params: P, token: CancellationToken) => R, begin = flush) =>
    guarded(name, begin, report, empty, (params: P, token) => handle(session, params, token));

  connection.onCompletion(on("completion", null, completion, () => undefined));
  connection.onCompletionResolve((item, token) =>
    on("completionResolve", Promise.resolve(item), resolvedCompletion, () => undefined)(item, token),
  );
  connection.onDefinition(on("definition", null, definition));
  connection.onReferences(on("references", null, references));
  connection.onHover(on("hover", null, hover));
  connection.onCodeLens(on("codeLens", null, codeLens));
  connection.onCodeLensResolve((lens, token) => on("codeLensResolve", lens, codeLensResolve)(lens, token));
  connection.onDocumentSymbol(on("documentSymbol", null, documentSymbols));
  connection.onDocumentHighlight(on("documentHighlight", null, documentHighlights));
  connection.onFoldingRanges(on("foldingRange", null, foldingRanges));
  connection.onWorkspaceSymbol(on("workspaceSymbol", Promise.resolve([]), workspaceSymbols));
  connection.onCodeAction(on("codeAction", null, codeActions));
  connection.onCodeActionResolve((action, token) => on("codeActionResolve", Promise.resolve(action), resolvedAction)(action, token));
  connection.onPrepareRename(on("prepareRename", null, prepareRename));
  connection.onRenameRequest(on("rename", Promise.resolve(null), rename));
  connection.workspace.onWillRenameFiles(on("willRenameFiles", Promise.resolve(null), willRenameFiles));
  connection.onDocumentLinks(on("documentLinks", null, documentLinks));
  answerOwnRequests(connection, session, { report, flush });
  if (!pulls) return;
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const pulled = on("diagnostic", nothing, (_session, { textDocument }: DocumentDiagnosticParams): DocumentDiagnosticReport => {
    const open = store.openNote(textDocument.uri);
    return open?.note.folder ? { ...nothing, items: publisher.diagnostics(open.note) } : nothing;
  });
  // Half a vault would report what its other half answers.
  connection.languages.diagnostics.on((params, token) => publisher.released().then(() => pulled(params, token)));
}
