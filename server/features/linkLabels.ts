// The labels of footnotes and of links that are defined elsewhere in a text (`[label]: address`, CommonMark section 4.7).

/** The labels that a text defines, as written; those of footnotes begin with `^`. */
export const labelsIn = (text: string): readonly string[] => [...text.matchAll(/^[ \t>]*\[([^\]\n]+)\]:/gm)].map(([, label = ""]) => label);

/** Whether a text uses or defines a label. */
export const isLabelIn = (label: string, text: string): boolean => text.toLowerCase().includes(`[${label.toLowerCase()}]`);
