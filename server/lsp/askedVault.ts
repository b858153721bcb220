// The notes of a server as tools ask for them: open ones from their documents, closed ones from their files.
import { liesInside } from "../host/insideFolder";
import { rulesOf } from "../host/rules";
import { Unanswerable } from "../tools/shape";
import type { AskedVault } from "../tools/tool";
import { textOf } from "./noteTexts";
import { type Session, settingsOf } from "./session";

/** What it takes to answer tools, whether or not somebody edits the notes. */
export type ToolSession = Pick<Session, "store" | "related" | "clientUri">;

/** The notes of a session, as tools ask for them. */
export function askedVault(session: ToolSession): AskedVault {
  const { store, related, clientUri } = session;
  return {
    vault: store.index,
    uriOf: clientUri,
    problemsOf: (note) => store.problems.of(note, rulesOf(settingsOf(session, note))),
    async textOf(note) {
      const folder = store.folders.find(({ uri }) => uri === note.folder);
      if (folder && !(await liesInside(folder.files, folder.uri, note.uri)))
        throw new Unanswerable(`${note.path} is a link to a file outside the vault, so its text is not given.`);
      const text = await textOf(store, note);
      if (text === undefined)
        throw new Unanswerable(`The file ${note.path} cannot be read as text, or is larger than notes.maxSize allows.`);
      return text;
    },
    async relatedness() {
      await related.upToDate();
      return related.relatedness;
    },
  };
}
