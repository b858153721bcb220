// Merges two notes: what one says goes into the other as a section of it, all that led to the one leads to the other, and its file goes.
import { bodyStartOf } from "../../core/frontMatter";
import type { Note, NoteUri } from "../../core/note";
import { isInside } from "../../core/text";
import { offersOf } from "../../index/keys";
import type { Vault } from "../../index/vault";
import { isLabelIn, labelsIn } from "../linkLabels";
import { type Cause, type Changing, changed, changing, type ReadText, Refused, readText, type Texts, type VaultEdit } from "../rename/plan";
import { vaultEdit } from "../rename/vaultEdit";
import { isTo, type Pair, relatedOf, relatedRemoval, withFields } from "./fields";
import { jointOf } from "./joint";
import { type Section, sectionsOf } from "./section";

/**
 * The edit that merges a note into another of its workspace folder. Throws `Refused` with a sentence where that cannot be done without
 * changing what a link means or losing what a note says.
 */
export async function merge(vault: Vault, texts: Texts, gone: Note, into: Note): Promise<VaultEdit> {
  refuseUnfit(gone, into);
  const pair = { gone: await readText(texts, gone), into: await readText(texts, into) };
  refuseLabels(pair);
  const full = withFields(vault, texts, pair);
  const others = await withoutDoubles(vault, texts, gone, into);
  let refused: unknown;
  for (const section of sectionsOf(pair.gone, full)) {
    const joint = jointOf(texts, pair, full, section);
    if (!joint) continue;
    try {
      return await vaultEdit(vault, texts, causeOf(pair, joint, full.note, section, others));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused ??= error;
    }
  }
  throw refused ?? new Refused(`Nothing was changed: the text of ${gone.path} would be read as something else in ${into.path}.`);
}

function refuseUnfit(gone: Note, into: Note): void {
  if (gone.uri === into.uri) throw new Refused("A note cannot be merged into itself.");
  if (gone.folder === undefined || gone.folder !== into.folder)
    throw new Refused("Only notes of one folder of the workspace can be merged.");
  for (const { kind, path, problems } of [gone, into]) {
    if (kind === "topic") throw new Refused(`${path} describes a topic: it cannot be merged.`);
    if (problems.some(({ code, severity }) => (code === "front-matter" && severity === "error") || code === "unreadable-note"))
      throw new Refused(`Nothing was changed: the front matter of ${path} cannot be read. Mend it first.`);
  }
}

/** Footnotes get other numbers; of other labels nobody could say which of two addresses is meant. */
function refuseLabels({ gone, into }: Pair): void {
  const isShared = (a: ReadText, b: ReadText) => labelsIn(bodyOf(a)).find((label) => !label.startsWith("^") && isLabelIn(label, bodyOf(b)));
  const label = isShared(gone, into) ?? isShared(into, gone);
  if (label !== undefined)
    throw new Refused(
      `Nothing was changed: [${label}] stands in both notes and would mean one address for both. Give it another name in one.`,
    );
}

const bodyOf = ({ text }: ReadText) => text.slice(bodyStartOf(text));

function causeOf({ gone, into }: Pair, joint: Changing, full: Note, section: Section, others: ReadonlyMap<NoteUri, Changing>): Cause {
  const { uri, folder, path, title } = gone.note;
  return {
    notes: new Map([...others, [into.note.uri, joint]]),
    moves: [],
    name: title.from === "stem" ? undefined : { kind: "title", uri, old: title.text, text: into.note.title.text },
    gone: {
      ...{ uri, folder, path, into: into.note.uri },
      shift: { heading: full.headings.length + section.headings, anchor: full.anchors.length },
    },
  };
}

/** Notes that list both as related: one of the two is enough then. */
async function withoutDoubles(vault: Vault, texts: Texts, gone: Note, into: Note): Promise<ReadonlyMap<NoteUri, Changing>> {
  const listsBoth = (note: Note) =>
    [gone, into].every(({ uri }) => relatedOf(note).some((it) => isTo(vault, note, it, (to) => to.uri === uri)));
  const seekers = new Set([...offersOf(gone)].flatMap((key) => [...vault.seekers(key)]));
  const changes = new Map<NoteUri, Changing>();
  for (const indexed of seekers) {
    if (indexed.uri === into.uri || indexed.uri === gone.uri || !listsBoth(indexed)) continue;
    const read = await readText(texts, indexed);
    const change = relatedRemoval(vault, read, (it) => it.uri === gone.uri);
    if (!change) continue;
    const after = texts.reread(read.note, changed(read.text, [change]));
    const kept = read.note.references.filter(({ range }) => !isInside(range, change.range));
    if (after.references.length !== kept.length || kept.length !== read.note.references.length - 1) continue;
    const own = changing(read, [change], after);
    changes.set(indexed.uri, { ...own, carried: kept.map((reference, at) => ({ from: read.note, reference, at })) });
  }
  return changes;
}
