// All that a preview needs to show a note, besides its text: what its references mean, its header, and the texts that it embeds.
import type { Note } from "../../core/note";
import type { Vault } from "../../index/vault";
import { hrefOfNote } from "./hrefs";
import { partText } from "./partText";
import { type RenderedHeader, renderedHeader } from "./renderedHeader";
import { type Embedded, type RenderedText, renderedText } from "./renderedText";

export interface EmbeddedText extends RenderedText {
  readonly id: string;
  readonly title: string;
  readonly href?: string;
  readonly markdown: string;
}

export interface RenderModel extends RenderedText {
  /** The id that its whole text has where it is embedded. */
  readonly id: string;
  readonly header: RenderedHeader | undefined;
  /** Each text once, however often it is embedded. */
  readonly embeds: readonly EmbeddedText[];
}

/** Embeds in embeds are followed so deep: who shows them stops there, too. */
const deepest = 5;

/** No page holds more embedded texts, or more of them in UTF-16 units; the rest is shown as links. */
const most = { embeds: 100, units: 500_000 };

/** Where the text of a note comes from; undefined where it cannot be had. */
export type ReadText = (note: Note) => Promise<string | undefined>;

/** The model of a note. Notes are resolved as they are while the texts of the embedded ones are being read. */
export async function renderModel(vault: Vault, note: Note, read: ReadText): Promise<RenderModel | undefined> {
  const text = await read(note);
  if (text === undefined) return undefined;
  const { rendered, embedded } = renderedText(vault, { note, text, page: note });
  return { ...rendered, id: note.uri, header: renderedHeader(vault, note), embeds: await embeddedTexts(vault, note, embedded, read) };
}

async function embeddedTexts(vault: Vault, page: Note, first: readonly Embedded[], read: ReadText): Promise<readonly EmbeddedText[]> {
  const texts = new Map<string, EmbeddedText>();
  let units = 0;
  let level = first;
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const next: Embedded[] = [];
    for (const { id, note, part } of level) {
      if (texts.has(id) || texts.size >= most.embeds) continue;
      const text = await read(note);
      const markdown = text === undefined ? undefined : partText(note, text, part);
      if (text === undefined || markdown === undefined || units + markdown.length > most.units) continue;
      units += markdown.length;
      const { rendered, embedded } = renderedText(vault, { note, text, page });
      const href = hrefOfNote(page, note, part);
      texts.set(id, { ...rendered, id, title: note.title.text, markdown, ...(href === undefined ? {} : { href }) });
      next.push(...embedded);
    }
    level = next;
  }
  return [...texts.values()];
}
