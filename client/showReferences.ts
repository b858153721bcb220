// Shows the places that a lens counted, in the editor's own list of references. Called by lenses only: no menu has it.
import { commands, Location, Position, Range, Uri } from "vscode";
import type { ProtocolLocation, ProtocolPosition } from "../server/protocol";
import type { NotesClient } from "./notesClient";

/** Asks for the places of this moment: the lens may have counted a while ago. */
export async function showReferences(notes: NotesClient, address: unknown, place: unknown): Promise<void> {
  const { line, character } = (place ?? {}) as Partial<ProtocolPosition>;
  if (typeof address !== "string" || typeof line !== "number" || typeof character !== "number") return;
  const counted = await notes.request("quaestio/counted", { uri: address, position: { line, character } });
  await commands.executeCommand(
    "editor.action.showReferences",
    Uri.parse(address, true),
    new Position(line, character),
    counted.map(toLocation),
  );
}

function toLocation({ uri, range: { start, end } }: ProtocolLocation): Location {
  return new Location(Uri.parse(uri, true), new Range(start.line, start.character, end.line, end.character));
}
