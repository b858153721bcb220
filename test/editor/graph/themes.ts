// The variables of the editor's own themes, as far as a graph asks for them.

const dark = {
  "editor-background": "#1f1f1f",
  "editor-foreground": "#cccccc",
  foreground: "#cccccc",
  descriptionForeground: "#9d9d9d",
  focusBorder: "#0078d4",
  "textLink-foreground": "#4daafc",
  "charts-red": "#f14c4c",
  "charts-blue": "#3794ff",
  "charts-yellow": "#cca700",
  "charts-orange": "#d18616",
  "charts-green": "#89d185",
  "charts-purple": "#b180d7",
  "button-secondaryBackground": "#313131",
  "button-secondaryForeground": "#cccccc",
  "button-secondaryHoverBackground": "#3c3c3c",
  "inputOption-activeBackground": "#2489db82",
  "inputOption-activeForeground": "#ffffff",
  "inputOption-activeBorder": "#2488db",
  "toolbar-hoverBackground": "#5a5d5e50",
  "editorHoverWidget-background": "#202020",
  "editorHoverWidget-foreground": "#cccccc",
  "editorHoverWidget-border": "#454545",
  "editorWidget-border": "#313131",
};

const light: typeof dark = {
  "editor-background": "#ffffff",
  "editor-foreground": "#3b3b3b",
  foreground: "#3b3b3b",
  descriptionForeground: "#3b3b3b",
  focusBorder: "#005fb8",
  "textLink-foreground": "#005fb8",
  "charts-red": "#e51400",
  "charts-blue": "#1a85ff",
  "charts-yellow": "#bf8803",
  "charts-orange": "#d18616",
  "charts-green": "#388a34",
  "charts-purple": "#652d90",
  "button-secondaryBackground": "#e5e5e5",
  "button-secondaryForeground": "#3b3b3b",
  "button-secondaryHoverBackground": "#cccccc",
  "inputOption-activeBackground": "#bed6ed",
  "inputOption-activeForeground": "#000000",
  "inputOption-activeBorder": "#005fb8",
  "toolbar-hoverBackground": "#b8b8b850",
  "editorHoverWidget-background": "#f8f8f8",
  "editorHoverWidget-foreground": "#3b3b3b",
  "editorHoverWidget-border": "#cecece",
  "editorWidget-border": "#cecece",
};

const highContrast: Readonly<Record<string, string>> = {
  ...dark,
  "editor-background": "#000000",
  "editor-foreground": "#ffffff",
  foreground: "#ffffff",
  descriptionForeground: "rgba(255, 255, 255, 0.7)",
  focusBorder: "#f38518",
  contrastBorder: "#6fc3df",
  contrastActiveBorder: "#f38518",
  "textLink-foreground": "#21a6ff",
  "button-border": "#6fc3df",
  "button-secondaryBackground": "#000000",
  "button-secondaryForeground": "#ffffff",
  "inputOption-activeBackground": "rgba(0, 0, 0, 0)",
  "inputOption-activeForeground": "#ffffff",
  "inputOption-activeBorder": "#6fc3df",
  "editorHoverWidget-background": "#0c141f",
  "editorHoverWidget-foreground": "#ffffff",
  "editorHoverWidget-border": "#6fc3df",
  "editorWidget-border": "#6fc3df",
};

/** The variables of a theme by the kind that the editor writes onto a webview's body. */
export const themes = { "vscode-dark": dark, "vscode-light": light, "vscode-high-contrast": highContrast } as const;

export type ThemeKind = keyof typeof themes;

/** A theme as a rule of CSS. */
export function themeRule(kind: ThemeKind): string {
  const variables = Object.entries(themes[kind]).map(([name, value]) => `--vscode-${name}: ${value};`);
  return `:root { ${variables.join(" ")} --vscode-font-family: sans-serif; --vscode-font-size: 13px; }`;
}
