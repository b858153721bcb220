// The settings that keep an editor quiet, the same for tests, screenshots and a first look.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** User settings, by their full names. */
export type Settings = Readonly<Record<string, unknown>>;

/** Nothing that opens, asks, animates or calls home by itself. */
export const quietSettings: Settings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.iconTheme": "vs-seti",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
  "workbench.enableExperiments": false,
  "workbench.reduceMotion": "on",
  "editor.cursorBlinking": "solid",
  "workbench.settings.enableNaturalLanguageSearch": false,
  "window.commandCenter": false,
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "update.showReleaseNotes": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "security.workspace.trust.enabled": false,
  "git.openRepositoryInParentFolders": "never",
  "git.autofetch": false,
  "npm.fetchOnlinePackageInfo": false,
  "json.schemaDownload.enable": false,
  "files.simpleDialog.enable": true,
  "files.autoSave": "off",
  // The editor's own default for Markdown, which it applies too late in some sessions: then it offers words after every letter.
  "[markdown]": { "editor.quickSuggestions": { other: "off", comments: "off", strings: "off" } },
};

/** Writes the user settings of the editor whose data is in `dataDir`, replacing what is there. */
export function writeSettings(dataDir: string, settings: Settings): void {
  const file = settingsFile(dataDir);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`);
}

/** Writes them only where there are none: what somebody chose in a running editor stays. */
export function writeFirstSettings(dataDir: string, settings: Settings): void {
  if (!existsSync(settingsFile(dataDir))) writeSettings(dataDir, settings);
}

/** A key that runs commands of the editor one after the other, wherever the focus is. Replaces the keys that a user has set. */
export function writeKey(dataDir: string, key: string, commands: readonly string[]): void {
  const keys = [{ key, command: "runCommands", args: { commands } }];
  writeFileSync(join(dirname(settingsFile(dataDir)), "keybindings.json"), `${JSON.stringify(keys, null, 2)}\n`);
}

function settingsFile(dataDir: string): string {
  return join(dataDir, "User", "settings.json");
}
