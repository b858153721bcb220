// Others that do a part of what Quaestio does, measured on the same vaults when they are asked for by name.
import type { Sample } from "./measures";
import { measureFoam } from "./peers/foam";
import pinned from "./peers/package.json";
import { measureVscode } from "./peers/vscode";
import type { Vault } from "./vault";

export interface Peer {
  readonly name: string;
  readonly version: string;
  /** Measures once, in milliseconds. Rejects with a sentence when it cannot be run. */
  measure(vault: Vault): Promise<Sample>;
}

const peers: readonly Peer[] = [
  { name: "vscode", version: pinned.dependencies["vscode-markdown-languageserver"], measure: measureVscode },
  { name: "foam", version: pinned.dependencies["foam-core"], measure: measureFoam },
];

/** The peers of these names. Throws with a sentence for an unknown one. */
export function peersNamed(names: readonly string[]): readonly Peer[] {
  return names.map((name) => {
    const found = peers.find((peer) => peer.name === name);
    if (!found) throw new Error(`There is no peer “${name}”; there are ${peers.map((peer) => peer.name).join(", ")}.`);
    return found;
  });
}
