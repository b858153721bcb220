// A link to a question that no note answers yet: it is no slip, it is to be written.
import { isFileName } from "../core/key";
import type { WikiReference } from "../core/note";
import { readingsOf } from "../core/wikiLink";
import type { Vault } from "../index/vault";
import { closestName } from "./closest";

/** Whether a wiki link that nothing answers asks a question: no path, no file and no part, and no title comes close. */
export function isOpenQuestion(vault: Vault, { target }: WikiReference): boolean {
  const asks = target.endsWith("?") && !/[/#]/.test(target) && !isFileName(target.slice(0, -1));
  return asks && !closestName(vault, readingsOf(target)[1]?.base ?? target);
}
