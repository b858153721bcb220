// The models of the notes that are previewed. The preview asks for one while it draws and cannot wait: it draws with the last one known, of
// whatever version, and once more when another has come.
import type { RenderModel } from "../../server/protocol";

/** What the models are kept in step with. Documents go by their URIs as the editor writes them. */
export interface Surroundings {
  ask(uri: string): Promise<RenderModel | null>;
  /** The version of a document; undefined for one that is not open. */
  versionOf(uri: string): number | undefined;
  /** Whether any preview is open. */
  isPreviewing(): boolean;
  /** Asks the editor to draw all previews anew. It forgets that where it is about to look after a preview anyway, if only to find nothing new. */
  redraw(): void;
  /** Runs something when the editor has had the time to draw. */
  afterDrawing(run: () => void): void;
}

export interface Models {
  /** The model of a document that is being drawn, as far as it is known. */
  of(uri: string): RenderModel | undefined;
  /** Asks for the model of a document that is likely to be drawn soon; settles when it is there. */
  prepare(uri: string): Promise<void>;
  /** To be called when notes have changed: what is previewed may refer to them. */
  changed(): void;
}

/** No more documents are remembered; those drawn last are. */
const mostDocuments = 8;

interface Known {
  model: RenderModel | undefined;
  /** The model as text: what is equal need not be drawn again. */
  face: string;
  /** For which state of the document and of the notes it was asked for last. */
  stamp: string;
  isAsking: boolean;
  /** The face that the document was drawn with last. */
  drawn: string | undefined;
}

/** A preview may have gone on to another document: nobody draws this one any more. */
const mostRedraws = 3;

/** Keeps models. Each state of a document and of the notes is asked about once, so that drawing anew never leads to another asking. */
export function renderModels(around: Surroundings): Models {
  const known = new Map<string, Known>();
  let changes = 0;
  const stampOf = (uri: string) => `${around.versionOf(uri)} ${changes}`;

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
    if (entry.drawn !== undefined) redraw(entry, mostRedraws);
  }

  function redraw(entry: Known, times: number): void {
    around.redraw();
    const { face } = entry;
    around.afterDrawing(() => {
      if (times > 1 && entry.face === face && entry.drawn !== face) redraw(entry, times - 1);
    });
  }

  function entryOf(uri: string): Known {
    const entry = known.get(uri) ?? { model: undefined, face: "null", stamp: "", isAsking: false, drawn: undefined };
    known.delete(uri);
    known.set(uri, entry);
    for (const [oldest] of known) if (known.size > mostDocuments) known.delete(oldest);
    return entry;
  }

  return {
    of(uri) {
      const entry = entryOf(uri);
      entry.drawn = entry.face;
      void follow(uri, entry);
      return entry.model;
    },
    prepare: (uri) => follow(uri, entryOf(uri)),
    changed() {
      changes++;
      if (!around.isPreviewing()) known.clear();
      for (const [uri, entry] of known) void follow(uri, entry);
    },
  };
}
