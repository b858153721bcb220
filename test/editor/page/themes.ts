// The variables of the editor's own themes as it writes them onto a webview, as far as a page asks for them.

/** The kinds of themes by the class that the editor writes onto a webview's body: its modern dark and light one, and the two of high contrast. */
export const themeKinds = ["vscode-dark", "vscode-light", "vscode-high-contrast", "vscode-high-contrast-light"] as const;

export type ThemeKind = (typeof themeKinds)[number];

/** By name, in the order of the kinds; an empty one is not written. */
const colours: Readonly<Record<string, readonly [string, string, string, string]>> = {
  "badge-background": ["#616161", "#cccccc", "#000000", "#0f4a85"],
  "badge-foreground": ["#f8f8f8", "#3b3b3b", "#ffffff", "#ffffff"],
  "button-border": ["rgba(255, 255, 255, 0.1)", "rgba(0, 0, 0, 0.1)", "#6fc3df", "#0f4a85"],
  "button-secondaryBackground": ["rgba(0, 0, 0, 0)", "#e5e5e5", "", "#ffffff"],
  "button-secondaryForeground": ["#cccccc", "#3b3b3b", "#ffffff", "#292929"],
  "button-secondaryHoverBackground": ["#2b2b2b", "#cccccc", "", ""],
  "charts-blue": ["#59a4f9", "#0063d3", "#59a4f9", "#0063d3"],
  "charts-green": ["#89d185", "#388a34", "#89d185", "#374e06"],
  "charts-orange": ["#d18616", "#d18616", "#d18616", "#d18616"],
  "charts-purple": ["#b180d7", "#652d90", "#b180d7", "#652d90"],
  "charts-red": ["#f14c4c", "#e51400", "#f48771", "#b5200d"],
  "charts-yellow": ["#cca700", "#bf8803", "#ffd370", "#895503"],
  contrastActiveBorder: ["", "", "#f38518", "#006bbd"],
  contrastBorder: ["", "", "#6fc3df", "#0f4a85"],
  descriptionForeground: ["#9d9d9d", "#3b3b3b", "rgba(255, 255, 255, 0.7)", "rgba(41, 41, 41, 0.7)"],
  "editor-background": ["#1f1f1f", "#ffffff", "#000000", "#ffffff"],
  "editor-foreground": ["#cccccc", "#3b3b3b", "#ffffff", "#292929"],
  "editorError-foreground": ["#f14c4c", "#e51400", "#f48771", "#b5200d"],
  "editorHoverWidget-background": ["#202020", "#f8f8f8", "#0c141f", "#ffffff"],
  "editorHoverWidget-border": ["rgba(204, 204, 204, 0.2)", "rgba(59, 59, 59, 0.2)", "#6fc3df", "#0f4a85"],
  "editorHoverWidget-foreground": ["#cccccc", "#3b3b3b", "#ffffff", "#292929"],
  "editorWidget-background": ["#202020", "#f8f8f8", "#0c141f", "#ffffff"],
  "editorWidget-border": ["rgba(204, 204, 204, 0.2)", "rgba(59, 59, 59, 0.2)", "#6fc3df", "#0f4a85"],
  errorForeground: ["#f85149", "#f85149", "#f48771", "#b5200d"],
  focusBorder: ["#0078d4", "#005fb8", "#f38518", "#006bbd"],
  foreground: ["#cccccc", "#3b3b3b", "#ffffff", "#292929"],
  "icon-foreground": ["#cccccc", "#3b3b3b", "#ffffff", "#292929"],
  "input-background": ["#313131", "#ffffff", "#000000", "#ffffff"],
  "input-border": ["#3c3c3c", "#cecece", "#6fc3df", "#0f4a85"],
  "input-foreground": ["#cccccc", "#3b3b3b", "#ffffff", "#292929"],
  "input-placeholderForeground": ["#989898", "#767676", "rgba(255, 255, 255, 0.7)", "rgba(41, 41, 41, 0.7)"],
  "inputOption-activeBackground": ["rgba(36, 137, 219, 0.51)", "#bed6ed", "rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"],
  "inputOption-activeBorder": ["#2488db", "#005fb8", "#6fc3df", "#0f4a85"],
  "inputOption-activeForeground": ["#ffffff", "#000000", "#ffffff", "#292929"],
  "list-hoverBackground": ["#2a2d2e", "#f2f2f2", "rgba(255, 255, 255, 0.1)", "rgba(15, 74, 133, 0.1)"],
  "list-inactiveSelectionBackground": ["#37373d", "#e4e6f1", "", "rgba(15, 74, 133, 0.1)"],
  "panel-border": ["#2b2b2b", "#e5e5e5", "#6fc3df", "#0f4a85"],
  "textLink-activeForeground": ["#4daafc", "#005fb8", "#21a6ff", "#0f4a85"],
  "textLink-foreground": ["#4daafc", "#005fb8", "#21a6ff", "#0f4a85"],
  "toolbar-hoverBackground": ["rgba(90, 93, 94, 0.31)", "rgba(184, 184, 184, 0.31)", "", ""],
  "widget-border": ["#313131", "#e5e5e5", "#6fc3df", "#0f4a85"],
};

/** The variables of a theme, as CSS names them. */
export function variablesOf(kind: ThemeKind): Readonly<Record<string, string>> {
  const own = Object.entries(colours).flatMap(([name, values]) => {
    const value = values[themeKinds.indexOf(kind)];
    return value ? [[`--vscode-${name}`, value]] : [];
  });
  return { ...Object.fromEntries(own), "--vscode-font-family": "sans-serif", "--vscode-font-size": "13px" };
}
