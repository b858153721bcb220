// The topic page in the editor: told by the extension, and telling it.
import type { ToPage } from "../messages";
import { GraphPlace } from "./graphPlace";
import { editorHost } from "./host";
import { filterByKey, Page } from "./page";
import { speak } from "./texts";

speak();
const host = editorHost();
const page = new Page({ scroller: document.getElementById("page") as HTMLElement, host, graph: (actions) => new GraphPlace(actions) });
window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => page.take(data));
window.addEventListener("keydown", filterByKey);
host.tell({ kind: "ready" });
