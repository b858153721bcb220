// The models of the notes that are previewed. The preview asks for one while it draws and cannot wait: it draws with the last one known, of
// whatever version, and once more when another has come.
import type { RenderModel } from "../../server/protocol";

/** What the models are kept in step with. Documents go by their URIs as the editor writes them; times are milliseconds. */
export interface Surroundings {
  ask(uri: string): Promise<RenderModel | null>;
  /** The version of a document; undefined for one that is not open. */
  versionOf(uri: string): number | undefined;
  /** The notes that a click in a preview may lead to. */
  linkedFrom(uri: string, model: RenderModel): readonly string[];
  /** Whether any preview is open. */
  isPreviewing(): boolean;
  /** Asks the editor to draw all previews anew. It forgets that where it is about to look after a preview anyway, if only to find nothing new. */
  redraw(): void;
  now(): number;
  later(time: number, run: () => void): void;
}

export interface Models {
  /** The model of a document that is being drawn, as far as it is known. */
  of(uri: string): RenderModel | undefined;
  /** Asks for the model of a document that is likely to be drawn soon; settles when it is there. */
  prepare(uri: string): Promise<void>;
  /** To be called when notes have changed: what is previewed may refer to them. */
  changed(): void;
}

/** No more documents are remembered, and no more of those that one links to are asked about; the last ones are. */
const most = { documents: 60, linked: 30 };

/** Milliseconds: the editor puts drawing off by 300. */
const drawingTime = 600;

/** Milliseconds: a page that is drawn anew while it is still being loaded may never be shown (VS Code takes the end of one load for that of the other). */
const loadingTime = 1000;

/**
 * A quarter of a minute of trying, soon at first and then more and more seldom: a busy editor draws late. Not for ever, since a preview may have gone
 * on to another document: nobody draws this one any more.
 */
const mostRedraws = 8;
const soonRedraws = 4;

interface Known {
  model: RenderModel | undefined;
  /** The model as text: what is equal need not be drawn again. */
  face: string;
  /** For which state of the document and of the notes it was asked for last. */
  stamp: string;
  isAsking: boolean;
  /** The face that the document was drawn with last. */
  drawn: string | undefined;
  /** When the editor began to load a page of it. */
  loadedAt: number;
}

/** Keeps models. Each state of a document and of the notes is asked about once, so that drawing anew never leads to another asking. */
export function renderModels(around: Surroundings): Models {
  const known = new Map<string, Known>();
  let changes = 0;
  let drawnLast = "";
  const stampOf = (uri: string) => `${around.versionOf(uri)} ${changes}`;

  function entryOf(uri: string): Known {
    const entry = known.get(uri) ?? { model: undefined, face: "null", stamp: "", isAsking: false, drawn: undefined, loadedAt: 0 };
    known.delete(uri);
    known.set(uri, entry);
    for (const [oldest] of known) if (known.size > most.documents) known.delete(oldest);
    return entry;
  }

  async function follow(uri: string, entry: Known): Promise<void> {
    if (entry.isAsking) return;
    entry.isAsking = true;
    try {
      while (known.get(uri) === entry && entry.stamp !== stampOf(uri)) {
        entry.stamp = stampOf(uri);
        take(entry, await around.ask(uri));
      }
    } catch {
      // Without the server a note is shown as any other document.
    } finally {
      entry.isAsking = false;
    }
  }

  function take(entry: Known, model: RenderModel | null): void {
    const face = JSON.stringify(model);
    if (face === entry.face) return;
    entry.face = face;
    entry.model = model ?? undefined;
    // One that was not drawn yet will be.
    if (entry.drawn !== undefined) redraw(entry, face, 0);
  }

  function redraw(entry: Known, face: string, tries: number): void {
    if (tries === mostRedraws || entry.face !== face || entry.drawn === face) return;
    const wait = entry.loadedAt + loadingTime - around.now();
    if (wait > 0) around.later(wait, () => redraw(entry, face, tries));
    else {
      around.redraw();
      around.later(drawingTime * 2 ** Math.max(0, tries + 1 - soonRedraws), () => redraw(entry, face, tries + 1));
    }
  }

  /** Asks, one after the other, about the notes that a click may lead to. */
  async function prepareLinked(uri: string, model: RenderModel): Promise<void> {
    const linked = around.linkedFrom(uri, model).filter((it) => !known.has(it));
    for (const it of linked.slice(0, most.linked)) if (drawnLast === uri) await follow(it, entryOf(it));
  }

  return {
    of(uri) {
      const entry = entryOf(uri);
      // A page that shows another document, or is asked to draw the same anew, is loaded as a whole.
      if (drawnLast !== uri || entry.drawn !== entry.face) entry.loadedAt = around.now();
      drawnLast = uri;
      entry.drawn = entry.face;
      void follow(uri, entry)
        .then(() => entry.model && prepareLinked(uri, entry.model))
        .catch(() => undefined);
      return entry.model;
    },
    prepare: (uri) => follow(uri, entryOf(uri)),
    changed() {
      changes++;
      if (!around.isPreviewing()) known.clear();
      for (const [uri, entry] of known) if (entry.drawn !== undefined) void follow(uri, entry);
    },
  };
}
