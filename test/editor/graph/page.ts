// The script of the page that shows a graph to a test: what a topic page does with the graph, and what the test asks of it.
import Sigma from "sigma";
import { type GraphView, graphView } from "../../../client/topicPage/page/graph/graphView";
import type { Graph } from "../../../server/protocol";

/** What a test finds in the page. */
export interface GraphPage {
  readonly opened: string[];
  /** Milliseconds from the page's start to the end of its first frame with notes. */
  firstPicture: number;
  /** How often the graph was drawn. */
  drawings: number;
  view: GraphView;
  /** Where a note is, in pixels from the window's corner. */
  spotOf(uri: string): { readonly x: number; readonly y: number } | undefined;
  /** Where a note is in the graph itself, whatever is in view. */
  placeOf(uri: string): { readonly x: number; readonly y: number } | undefined;
  colourOf(uri: string): string | undefined;
  isHidden(uri: string): boolean | undefined;
  /** The lines that are drawn. */
  lines(): number;
  zoom(): number;
  /** Begins to note how long each frame takes, in milliseconds. */
  record(): void;
  /** Ends that, and tells the frames in which the graph was drawn. */
  recorded(): readonly number[];
}

let renderer: Sigma | undefined;
let isRecording = false;
const frames: number[] = [];
const render = Reflect.get(Sigma.prototype, "render") as (this: Sigma) => unknown;
Reflect.set(Sigma.prototype, "render", function (this: Sigma) {
  renderer = this;
  const result = render.call(this);
  page.drawings++;
  if (this.getGraph().order > 0 && page.firstPicture === 0) page.firstPicture = performance.now();
  return result;
});

const graph = Reflect.get(window, "graphToShow") as Graph;
const container = document.createElement("div");
container.id = "graph";
container.style.height = "100%";
document.getElementById("page")?.append(container);

const page: GraphPage = {
  opened: [],
  firstPicture: 0,
  drawings: 0,
  view: undefined as unknown as GraphView,
  spotOf(uri) {
    const node = renderer?.getNodeDisplayData(uri);
    if (!renderer || !node) return undefined;
    const { x, y } = renderer.framedGraphToViewport(node);
    const corner = renderer.getContainer().getBoundingClientRect();
    return { x: x + corner.x, y: y + corner.y };
  },
  placeOf(uri) {
    if (!renderer?.getGraph().hasNode(uri)) return undefined;
    const { x, y } = renderer.getGraph().getNodeAttributes(uri);
    return { x, y };
  },
  colourOf: (uri) => renderer?.getNodeDisplayData(uri)?.color,
  isHidden: (uri) => renderer?.getNodeDisplayData(uri)?.hidden,
  lines: () => renderer?.getGraph().size ?? 0,
  zoom: () => renderer?.getCamera().ratio ?? 0,
  record() {
    frames.length = 0;
    isRecording = true;
    let [last, drawn] = [performance.now(), page.drawings];
    const frame = (now: number) => {
      if (page.drawings > drawn) frames.push(now - last);
      [last, drawn] = [now, page.drawings];
      if (isRecording) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  },
  recorded() {
    isRecording = false;
    return frames;
  },
};

Reflect.set(window, "graphPage", page);
page.view = graphView(container, graph, {
  open: (uri) => page.opened.push(uri),
  cardOf(uri) {
    const node = graph.nodes.find((it) => it.uri === uri);
    return (
      node && {
        ...{ uri, title: node.title, incoming: node.incoming, topics: [], sourceCount: 3, problems: 1, modified: 0 },
        summary: "What the papers agree on, and where the evidence is thin: <b>not bold</b>. ".repeat(3),
      }
    );
  },
});
