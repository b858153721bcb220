// What is being typed that can be completed: each kind has a finder of its own, which asks the note's parser.
import { type TypedCitation, typedCitationAt } from "./typedCitation";
import { type TypedDestination, typedDestinationAt } from "./typedDestination";
import { type TypedItem, typedItemAt } from "./typedItem";
import { type TypedLink, type TypedPart, typedWikiAt } from "./typedLink";

export type Typed =
  | { readonly kind: "link"; readonly link: TypedLink }
  | { readonly kind: "part"; readonly part: TypedPart }
  | { readonly kind: "item"; readonly item: TypedItem }
  | { readonly kind: "destination"; readonly destination: TypedDestination }
  | { readonly kind: "citation"; readonly citation: TypedCitation };

/** What is in the making at the caret; undefined where nothing is to be completed. */
export function typedAt(text: string, caret: number): Typed | undefined {
  const wiki = typedWikiAt(text, caret);
  if (wiki) return "divisions" in wiki ? { kind: "part", part: wiki } : { kind: "link", link: wiki };
  const item = typedItemAt(text, caret);
  if (item) return { kind: "item", item };
  const destination = typedDestinationAt(text, caret);
  if (destination) return { kind: "destination", destination };
  const citation = typedCitationAt(text, caret);
  return citation && { kind: "citation", citation };
}
