// What a preview needs besides the text of its note.

/** What stands in place of a reference where a note is shown. All of it is plain text. */
export interface RenderLink {
  /** What is read. */
  readonly text: string;
  /** The year alone, for a citation that leaves the authors out. */
  readonly year?: string;
  /** Relative to the note that is shown, percent-encoded; or the page of a paper. */
  readonly href?: string;
  /** What pointing at it tells. */
  readonly tip?: string;
  readonly state: "found" | "broken" | "question";
  /** Which of the embedded texts stands there, where it is embedded. */
  readonly embed?: string;
  readonly isImage?: true;
}

/** A text's references, each once under what is written there. */
export interface RenderText {
  /** By what stands in double brackets without its label. */
  readonly links: readonly (readonly [target: string, link: RenderLink])[];
  readonly citations: readonly (readonly [key: string, link: RenderLink])[];
  /** Markdown links that the editor would not open as they are, by destination. */
  readonly destinations: readonly (readonly [written: string, link: RenderLink])[];
  /** Labels stand before targets, as in Dendron. */
  readonly isLabelFirst: boolean;
}

/** A text that is embedded somewhere in what is shown. */
export interface RenderEmbed extends RenderText {
  readonly id: string;
  readonly title: string;
  readonly href?: string;
  readonly markdown: string;
}

/** What a preview shows in place of a note's front matter. */
export interface RenderHeader {
  /** Empty where a heading of the note says it. */
  readonly title: string;
  readonly summary: string;
  readonly topics: readonly RenderLink[];
  readonly sources: readonly RenderLink[];
  readonly related: readonly RenderLink[];
}

/** What a preview needs, besides the text of its note. */
export interface RenderModel extends RenderText {
  /** The id that its whole text has where it is embedded. */
  readonly id: string;
  /** Absent where the front matter has nothing of ours. */
  readonly header?: RenderHeader;
  /** Each text once, however often it is embedded; too many or too long ones are left out. */
  readonly embeds: readonly RenderEmbed[];
}
