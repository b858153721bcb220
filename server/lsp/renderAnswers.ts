// What the preview of a note needs, in our own messages.
import { noteUri } from "../core/noteUri";
import { renderModel as modelOf } from "../features/render/renderModel";
import type { RenderModel, Requests } from "../protocol";
import { textOf } from "./noteTexts";
import type { Session } from "./session";

/** The model of a note of a vault; null for any other document. */
export async function renderModel({ store }: Session, { uri }: Requests["quaestio/renderModel"]["params"]): Promise<RenderModel | null> {
  const note = store.index.note(noteUri(uri));
  const model = note && (await modelOf(store.index, note, (it) => textOf(store, it)));
  if (!model) return null;
  const { header, ...rest } = model;
  return header ? { ...rest, header } : rest;
}
