// The template of a folder's new notes, as features take it, and what the user is told of one that cannot be used.
import type { NoteUri } from "../core/note";
import { noteUri, uriBelow } from "../core/noteUri";
import { faultOf, type NoteTemplate } from "../features/noteTemplate";
import type { OpenFolder } from "../host/openFolder";
import { concernsTemplate, readTemplate } from "../host/template";
import type { NoteStore } from "./noteStore";

/** What new notes of a folder begin with today; undefined where nothing is set or could be read. */
export function templateFor(store: NoteStore, uri: NoteUri | undefined): NoteTemplate | undefined {
  const folder = store.folders.find((it) => it.uri === uri);
  return folder && toNoteTemplate(folder);
}

function toNoteTemplate({ template }: OpenFolder): NoteTemplate | undefined {
  return template && "text" in template ? { ...template, today: isoDay(new Date()) } : undefined;
}

/** The day as its calendar calls it where the server runs. */
function isoDay(date: Date): string {
  const twoDigits = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** Why new notes of a folder do not begin with its template, in a sentence; undefined where they do, or there is none. */
export function templateFault(folder: OpenFolder): string | undefined {
  const { template, uri, dialect } = folder;
  if (template && "unreadable" in template) return `New notes begin without the template ${template.path}. ${template.unreadable}`;
  const ready = toNoteTemplate(folder);
  return ready && faultOf(ready, { uri: uriBelow(uri, "new.md"), folder: uri, path: "new.md", dialect });
}

/** Reads templates again among files that changed; returns what is to be told of those that cannot be used. */
export async function templatesFollowed(store: NoteStore, files: readonly string[]): Promise<readonly string[]> {
  const places = files.flatMap((uri) => store.placeOf(noteUri(uri)) ?? []);
  const concerned = new Set(places.flatMap(({ folder, path }) => (concernsTemplate(folder.settings.notes, path) ? [folder.uri] : [])));
  for (const { uri, files: port, settings } of store.folders.filter((folder) => concerned.has(folder.uri)))
    store.configure(uri, { template: await readTemplate(uri, port, settings) });
  return store.folders.flatMap((folder) => (concerned.has(folder.uri) ? (templateFault(folder) ?? []) : []));
}
