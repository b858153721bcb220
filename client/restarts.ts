// A server that ends without being told to is started again. One that goes on doing so is not: then a person says when.
import { commands, l10n, window } from "vscode";
import { type BaseLanguageClient, CloseAction, ErrorAction, type ErrorHandler } from "vscode-languageclient";

/** So many ends in so many milliseconds are no accident. */
const mostEnds = 5;
const within = 3 * 60_000;

/** What can be done about it. */
interface Remedies {
  /** Starts the server again; texts that are open are told to it as they are. */
  restart(): void;
  showLog(): void;
}

/** What the client does when its server ends or what is sent to it fails. */
export function restarts(remedies: Remedies): ErrorHandler {
  let ends: number[] = [];
  return {
    // Where nothing can be sent any more the end of the connection follows.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < within), now];
      if (ends.length < mostEnds) return { action: CloseAction.Restart, handled: true };
      ends = [];
      void askForRestart(remedies);
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function askForRestart({ restart, showLog }: Remedies): Promise<void> {
  const again = l10n.t("Start Again");
  const log = l10n.t("Show Log");
  const choice = await window.showErrorMessage(
    l10n.t(
      "The Quaestio language server has ended {0} times in three minutes, so it is left alone. Your texts are as you typed them.",
      mostEnds,
    ),
    again,
    log,
  );
  if (choice === again) restart();
  if (choice === log) showLog();
}

/** Ends the server if it runs, and starts it. One that ended while it was starting takes a new window. */
export async function restartServer(client: BaseLanguageClient, showLog: () => void): Promise<void> {
  try {
    await client.stop();
    await client.start();
  } catch {
    const reload = l10n.t("Reload Window");
    const log = l10n.t("Show Log");
    const choice = await window.showErrorMessage(
      l10n.t("The Quaestio language server does not start again. Loading the window anew may help; the log says more."),
      reload,
      log,
    );
    if (choice === reload) await commands.executeCommand("workbench.action.reloadWindow");
    if (choice === log) showLog();
  }
}
