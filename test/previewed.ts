// A note of a fixture as the editor's preview shows it: the model from the server's feature, drawn by the plugin in a markdown-it that is
// set up as the built-in Markdown extension does it.
import MarkdownIt from "markdown-it";
import { readNotes } from "../client/preview/plugin";
import { renderModel } from "../server/features/render/renderModel";
import type { RenderModel } from "../server/protocol";
import { type Fixture, fixture, noteIn } from "./fixture";

/** The model of a note of a fixture, the first one where no path is given; as it comes over the wire. */
export async function modelIn(vault: Fixture, path?: string): Promise<RenderModel> {
  const textOf = (uri: string) => vault.files.find((file) => `${file.folder}/${file.path}` === uri)?.text;
  const model = await renderModel(vault.vault, noteIn(vault, path), async ({ uri }) => textOf(uri));
  return JSON.parse(JSON.stringify(model));
}

/** A markdown-it with the plugin, for documents whose models `modelOf` knows. */
export function previewing(modelOf: (document: unknown) => RenderModel | undefined): MarkdownIt {
  const md = readNotes(new MarkdownIt({ html: true, linkify: true }), modelOf);
  asEditor(md);
  return md;
}

/** As much of the editor's rules as ours depend on, set after ours as there: front matter, lines, addresses of links. */
function asEditor(md: MarkdownIt): void {
  md.block.ruler.before("fence", "front_matter", (state, start, end, silent) => {
    if (start !== 0 || !/^---\s*$/.test(state.getLines(0, 1, 0, false))) return false;
    let close = 1;
    while (close < end && !/^---\s*$/.test(state.getLines(close, close + 1, 0, false))) close++;
    if (close === end) return false;
    if (!silent) {
      state.push("front_matter", "", 0).content = state.getLines(1, close, 0, false);
      state.line = close + 1;
    }
    return true;
  });
  md.renderer.rules["front_matter"] = (tokens, at) => `<table>${md.utils.escapeHtml(tokens[at]?.content ?? "")}</table>\n`;
  const link = md.renderer.rules["link_open"];
  md.renderer.rules["link_open"] = (tokens, at, options, env, self) => {
    const href = tokens[at]?.attrGet("href");
    if (typeof href === "string") tokens[at]?.attrSet("data-href", href);
    return link ? link(tokens, at, options, env, self) : self.renderToken(tokens, at, options);
  };
  md.core.ruler.push("source_map_data_attribute", ({ tokens }) => {
    for (const token of tokens) if (token.map && token.type !== "inline") token.attrSet("data-line", String(token.map[0]));
  });
}

/** The page of a note of a fixture. The editor reads a text without saying whose it is, and draws it when it knows. */
export async function pageOf(source: string, path?: string): Promise<string> {
  const vault = fixture(source);
  const model = await modelIn(vault, path);
  const text = vault.files.find((file) => `${file.folder}/${file.path}` === model.id)?.text ?? "";
  return drawn(
    previewing(() => model),
    text,
  );
}

/** A text drawn as a document of the editor. */
export function drawn(md: MarkdownIt, text: string): string {
  return md.renderer.render(md.parse(text, {}), md.options, { currentDocument: "document" });
}
