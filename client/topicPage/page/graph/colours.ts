// The colours and the font of the graph, read from the editor's theme; a canvas takes no CSS variables, so they are read anew when the theme changes.

/** What the picture is drawn with; every colour as `rgb(r,g,b)`. */
export interface Palette {
  readonly background: string;
  readonly foreground: string;
  /** A line between notes that refer to each other, or that cite the same papers, among so many lines: the more, the fainter. */
  line(kind: "link" | "papers", count: number): string;
  /** Lines of the note that is looked at. */
  readonly nearLine: string;
  readonly dimmedLine: string;
  /** Around the note that is looked at. */
  readonly ring: string;
  readonly font: string;
  /** The colour of a group by its place; of −1, for notes of no group, the foreground. */
  group(place: number): string;
  dimmedGroup(place: number): string;
}

type Rgb = readonly [number, number, number];

/** Every theme defines these; told apart as well as the theme's author tells charts apart. */
const groupVariables = ["blue", "orange", "green", "purple", "red", "yellow"].map((name) => `--vscode-charts-${name}`);

/** How much of a colour is left where it stands back; the rest is background. */
const shares = { dimmed: 0.22, dimmedLine: 0.1 };

/** The same for a line among so many: a crowd of lines is to be seen through. */
const shareOfLine = (count: number) => (count < 500 ? 0.5 : count < 2_000 ? 0.32 : 0.18);

/** The palette of the theme that `element` is shown in. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const colour = colourReader(style);
  const background = colour(["--vscode-editor-background"], [255, 255, 255]);
  const foreground = colour(["--vscode-editor-foreground", "--vscode-foreground"], [128, 128, 128]);
  const groups = groupVariables.map((name) => colour([name], foreground));
  const papers = colour(["--vscode-textLink-foreground", "--vscode-charts-blue"], foreground);
  const of = (place: number): Rgb => groupColour(groups, place, foreground, background);
  return {
    background: toCss(background),
    foreground: toCss(foreground),
    line: (kind, count) => toCss(mixed(kind === "link" ? foreground : papers, background, shareOfLine(count))),
    nearLine: toCss(foreground),
    dimmedLine: toCss(mixed(foreground, background, shares.dimmedLine)),
    ring: toCss(colour(["--vscode-focusBorder", "--vscode-contrastActiveBorder"], foreground)),
    font: style.getPropertyValue("--vscode-font-family").trim() || style.fontFamily || "sans-serif",
    group: (place) => toCss(of(place)),
    dimmedGroup: (place) => toCss(mixed(of(place), background, shares.dimmed)),
  };
}

/** Calls `changed` whenever the editor's theme may have changed; the result ends that. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ["class", "data-vscode-theme-kind", "data-vscode-theme-id"] });
  // The variables themselves stand here.
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style", "class"] });
  return () => observer.disconnect();
}

/** With more groups than colours the colours come again, first nearer to the text's colour, then nearer to the background. */
function groupColour(groups: readonly Rgb[], place: number, foreground: Rgb, background: Rgb): Rgb {
  const colour = groups[place % groups.length];
  if (place < 0 || !colour) return foreground;
  const round = Math.floor(place / groups.length) % 3;
  if (round === 0) return colour;
  return round === 1 ? mixed(colour, foreground, 0.5) : mixed(colour, background, 0.6);
}

/** Themes write colours in every form of CSS: the browser itself says what a form means, by painting one point with it. */
function colourReader(style: CSSStyleDeclaration): (variables: readonly string[], other: Rgb) => Rgb {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return (variables, other) => {
    const value = variables.map((name) => style.getPropertyValue(name).trim()).find((it) => it !== "" && CSS.supports("color", it));
    if (!value || !context) return other;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return alpha === 0 ? other : [red, green, blue];
  };
}

function mixed(colour: Rgb, other: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2) => Math.round(colour[at] * share + other[at] * (1 - share));
  return [part(0), part(1), part(2)];
}

const toCss = ([red, green, blue]: Rgb) => `rgb(${red},${green},${blue})`;
