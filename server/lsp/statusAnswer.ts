// What the server tells of itself: see `ServerStatus`.
import { encodedUri, fsPathOf, schemeOf } from "../core/noteUri";
import { defaultSettings, type Settings } from "../core/settings";
import type { OpenFolder } from "../host/openFolder";
import type { FolderStatus, ServerStatus } from "../protocol";
import type { Session } from "./session";

declare const QUAESTIO_VERSION: string;

export async function status({ store, record, runtime, comparison }: Session): Promise<ServerStatus> {
  const comparisons = await comparison.status();
  return {
    version: QUAESTIO_VERSION,
    runtime: runtime.name,
    memory: runtime.memory?.() ?? null,
    uptime: Date.now() - record.started,
    folders: store.folders.map((folder) => folderStatus({ store, record }, folder)),
    comparisons,
    failures: record.failures.map((failure) => ({ ...failure, sentence: withoutPlaces(failure.sentence, store.folders) })),
  };
}

function folderStatus({ store, record }: Pick<Session, "store" | "record">, folder: OpenFolder): FolderStatus {
  let notes = 0;
  let references = 0;
  for (const note of store.index.notes()) {
    if (note.folder !== folder.uri) continue;
    notes++;
    references += note.references.length;
  }
  const load = record.loads.get(folder.uri);
  return {
    scheme: schemeOf(folder.uri),
    kind: folder.isMarked ? "marked" : folder.signs.size > 0 ? "by its notes" : "plain",
    ...{ notes, references },
    loadTime: load?.time ?? null,
    unchanged: load?.unchanged ?? 0,
    settings: changedSettings(folder.settings),
  };
}

/** The settings that are not the defaults, as `notes.maxSize`. Names of files outside the vault are the user's business. */
export function changedSettings(settings: Settings): Readonly<Record<string, unknown>> {
  const { bibliography, ...others } = settings;
  const changed = Object.entries(flat(others)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name]));
  return Object.fromEntries([...changed, ...(bibliography.length > 0 ? [["bibliography", bibliography.length]] : [])]);
}

function flat(value: object, prefix = ""): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): [string, unknown][] =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.entries(flat(inner, `${prefix}${name}.`))
        : [[`${prefix}${name}`, inner]],
    ),
  );
}

const defaults = flat(defaultSettings);

/** A line of the log without the names of the folders and of files that the user named outside them. */
function withoutPlaces(sentence: string, folders: readonly OpenFolder[]): string {
  const named = folders.flatMap(({ settings }) => settings.bibliography);
  const places = folders.flatMap(({ uri }) => [uri, encodedUri(uri), fsPathOf(uri)]);
  const unnamed = named.reduce((text, path) => text.replaceAll(path, "<file>"), sentence);
  return places.reduce((text, place) => text.replaceAll(place, "<folder>"), unnamed);
}
