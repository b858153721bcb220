// What is offered at the caret, whatever is being typed there: one short switch over its kinds.
import type { Vault } from "../index/vault";
import { citationCandidates } from "./citationCompletion";
import { type Candidate, linkCandidates } from "./completion";
import { type DestinationOptions, destinationCandidates } from "./destinationCompletion";
import { itemCandidates } from "./itemCompletion";
import { missingQuoteAt } from "./openQuote";
import { type PartPlace, partCandidates } from "./partCompletion";
import type { Typed } from "./typed";

/** The candidates for what is being typed, best first. Where the quote around an item is open still, they close it. */
export function suggestionsFor(vault: Vault, at: PartPlace, typed: Typed, options: DestinationOptions): readonly Candidate[] {
  const candidates = candidatesFor(vault, at, typed, options);
  const missing = missingQuoteAt(at.text, at.caret);
  if (!missing) return candidates;
  return candidates.map(({ text, range, ...rest }) => {
    const between = at.text.slice(range.end, missing.at);
    return { ...rest, text: text + between + missing.quote, range: { start: range.start, end: missing.at } };
  });
}

function candidatesFor(vault: Vault, at: PartPlace, typed: Typed, options: DestinationOptions): readonly Candidate[] {
  switch (typed.kind) {
    case "link":
      return linkCandidates(vault, at.from, typed.link, options);
    case "part":
      return partCandidates(vault, at, typed.part, options);
    case "item":
      return itemCandidates(vault, at.from, typed.item, options);
    case "citation":
      return citationCandidates(vault, typed.citation);
    case "destination":
      return destinationCandidates(vault, at, typed.destination, options);
  }
}
