// Every rule of the format of notes, in groups.

import { blocks } from "./blocks";
import { citations } from "./citations";
import { codes } from "./codes";
import { dialects } from "./dialects";
import { exclusions } from "./exclusions";
import { fields } from "./fields";
import { headings } from "./headings";
import { markdownLinks } from "./markdownLinks";
import { markdownTargets } from "./markdownTargets";
import { math } from "./math";
import { nearest } from "./nearest";
import { noteProblems } from "./noteProblems";
import { papers } from "./papers";
import type { Rule } from "./rule";
import { topics } from "./topics";
import { wikiLinks } from "./wikiLinks";
import { wikiNames } from "./wikiNames";
import { wikiTargets } from "./wikiTargets";

export const groups: Readonly<Record<string, readonly Rule[]>> = {
  "wiki links": wikiLinks,
  "Markdown links": markdownLinks,
  "front matter": fields,
  "what is no reference": exclusions,
  formulas: math,
  "wiki targets": wikiTargets,
  "file names": wikiNames,
  "several notes": nearest,
  headings,
  blocks,
  "Markdown targets": markdownTargets,
  "problems of references": codes,
  "problems of notes": noteProblems,
  topics,
  citations,
  papers,
  "other tools": dialects,
};

export const allRules: readonly Rule[] = Object.values(groups).flat();
