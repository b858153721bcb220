// The sum that ranks: each of its parts, how much it counts, and why.

/** A part of the sum and what it says of a candidate. All parts are about 0 to 1, so that weights compare. */
export const parts = {
  text: { weight: 1, why: "How alike the words of both notes are, rare words counting more." },
  closest: { weight: 0.2, why: "The same as a share of the most alike note's: long and short notes then differ less." },
  title: { weight: 0.1, why: "How alike the titles are: a title is chosen with more care than any sentence." },
  named: { weight: 0.15, why: "How completely this note's text has the words of the candidate's name." },
  naming: { weight: 0.15, why: "How completely the candidate's text has the words of this note's name." },
  phrase: { weight: 0.05, why: "Whether this note's text has the candidate's name as it stands." },
  inPhrase: { weight: 0.05, why: "Whether the candidate's text has this note's name as it stands." },
  neighbours: { weight: 2.2, why: "Whether notes with similar words are linked with the candidate: the largest single gain." },
  circle: { weight: 1.5, why: "The same once more, from those that all other parts together find close." },
  topics: { weight: 0.1, why: "Common topics, rare ones counting more; in many vaults topics are too broad to say much." },
  papers: { weight: 0.1, why: "Common papers, rare ones counting more." },
  folder: { weight: 0.3, why: "How much of the way to both files is the same." },
  links: { weight: 0.1, why: "Whether what this note links to is linked with the candidate." },
  linked: { weight: 0.3, why: "How alike the candidate is to the notes that this one links to." },
} as const satisfies Record<string, { readonly weight: number; readonly why: string }>;

export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as readonly Part[];

/** How much each part counts. */
export type Weights = Readonly<Record<Part, number>>;

export const usualWeights: Weights = Object.fromEntries(partNames.map((part) => [part, parts[part].weight])) as Record<Part, number>;

/** How much of each part a candidate has. */
export type Amounts = Record<Part, number>;

/** The sum. Its order of adding is fixed, so equal amounts give equal scores. */
export function scoreOf(amounts: Readonly<Amounts>, weights: Weights): number {
  let score = 0;
  for (const part of partNames) score += weights[part] * amounts[part];
  return score;
}
