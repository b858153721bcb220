// The types of the generated BibTeX parser, which `latex-utensils` ships without: its main module would bring a LaTeX parser along.
declare module "latex-utensils/out/src/bibtex/bibtex_parser_simple" {
  import type { BibtexAst } from "latex-utensils/out/types/src/bibtex/bibtex_parser_types";

  /** Reads BibTeX items; throws at the first malformed one. */
  export function parse(text: string): BibtexAst;
}
