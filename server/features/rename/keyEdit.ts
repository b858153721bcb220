// Gives a citation key another name: in the bibliography that describes it, and wherever a note cites by it.
import { citationKeyEnd } from "../../core/citations";
import type { Note, PaperId, Range } from "../../core/note";
import type { Vault } from "../../index/vault";
import { type ChangedFile, changed, Refused, readText, type TextChange, type Texts, textEdit, type VaultEdit } from "./plan";

export async function keyEdit(vault: Vault, texts: Texts, key: string, name: string): Promise<VaultEdit> {
  const now = name.trim().replace(/^@/, "");
  if (now === key) return textEdit([]);
  if (citationKeyEnd(now, 0) !== now.length || /[{},~%#\\]/.test(now))
    throw new Refused(`“${now}” is no citation key, which is made of letters, digits and single marks between them.`);
  const old: PaperId = `key:${key}`;
  const paper: PaperId = `key:${now}`;
  if (vault.papers.isKnown(paper) || vault.papers.citing(paper).size > 0) throw new Refused(`There is a citation key “${now}” already.`);
  const entries = vault.papers.describing(old).filter(({ entry }) => entry.key === key);
  const outside = entries.find(({ bibliography }) => !vault.folders.some(({ uri }) => bibliography.folder === uri));
  if (outside) throw new Refused(`Nothing was changed: ${outside.bibliography.path} lies outside the vault and is only read.`);
  const inEntries = entries.map(
    ({ bibliography, entry }): ChangedFile => ({ file: bibliography, changes: [{ range: entry.range, text: now }] }),
  );
  const inNotes: ChangedFile[] = [];
  for (const note of vault.papers.citing(old)) inNotes.push(...(await changesIn(texts, note, key, now)));
  return textEdit([...inEntries, ...inNotes]);
}

async function changesIn(texts: Texts, indexed: Note, key: string, now: string): Promise<readonly ChangedFile[]> {
  const { note, text } = await readText(texts, indexed);
  const changes = rangesOf(note, text, key).map((range): TextChange => ({ range, text: now }));
  if (changes.length === 0) return [];
  const after = texts.reread(note, changed(text, changes));
  if (rangesOf(after, changed(text, changes), now).length !== changes.length || after.references.length !== note.references.length)
    throw new Refused(`Nothing was changed: in ${note.path} the key could not be written anew.`);
  return [{ file: note, changes }];
}

/** Where a note cites by the key itself, and not by another spelling of the paper. */
function rangesOf(note: Note, text: string, key: string): readonly Range[] {
  const named: PaperId = `key:${key}`;
  const sources = note.sources.filter(({ paper }) => paper === named).map(({ range }) => range);
  const cited = note.references.flatMap((reference) => {
    const isCitation = reference.kind === "citation" && reference.key === key;
    const isLink = reference.kind === "wiki" && reference.target === `@${key}`;
    return isCitation || isLink ? [reference.targetRange] : [];
  });
  return [...sources, ...cited].flatMap(({ start, end }) => {
    const at = text.slice(start, end).indexOf(key);
    return at < 0 ? [] : [{ start: start + at, end: start + at + key.length }];
  });
}
