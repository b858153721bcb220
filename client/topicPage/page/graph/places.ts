// Where notes stand before the layout moves them: by group, always the same for the same notes.
import type { Graph, GraphNode } from "../../../../server/protocol";

export interface Place {
  x: number;
  y: number;
}

/** The place of each note by its URI; the layout writes into it. */
export type Places = Map<string, Place>;

/** The distance between neighbours at the start; the layout's forces are made for about this. */
const spacing = 10;

/** Turned by this angle from one to the next, points fill a disc evenly and never stand on each other. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** The places of all notes: those that are known stay; a new note begins beside the notes it is tied to. */
export function placesOf(graph: Graph, known: Places = new Map()): Places {
  if (known.size === 0) return startPlaces(graph);
  const places: Places = new Map();
  for (const { uri } of graph.nodes) {
    const place = known.get(uri);
    if (place) places.set(uri, place);
  }
  // Where everything is new, nothing that is known helps.
  if (places.size === 0) return startPlaces(graph);
  const anchors = [...places.values()];
  const beside = placedNeighbours(graph, places);
  let count = 0;
  for (const [at, { uri }] of graph.nodes.entries()) {
    if (places.has(uri)) continue;
    count++;
    const near = beside.get(at) ?? [];
    const { x, y } = onSpiral(count, near.length > 0 ? middleOf(near) : rimOf(anchors, count));
    places.set(uri, { x, y });
  }
  return places;
}

/** Each group on a disc of its own, the discs around the notes of no group; the most linked notes in the middle of each. */
function startPlaces({ nodes }: Graph): Places {
  const groups = new Map<number, GraphNode[]>();
  for (const node of [...nodes].sort((a, b) => b.incoming - a.incoming)) {
    const members = groups.get(node.group);
    if (members) members.push(node);
    else groups.set(node.group, [node]);
  }
  const places: Places = new Map();
  const put = (members: readonly GraphNode[], centre: Place) => {
    for (const [at, { uri }] of members.entries()) places.set(uri, onSpiral(at, centre));
  };
  put(groups.get(-1) ?? [], { x: 0, y: 0 });
  const ring = [...groups].filter(([group]) => group >= 0).sort(([a], [b]) => a - b);
  const widths = ring.map(([, { length }]) => discRadius(length) * 2);
  const around = widths.reduce((sum, width) => sum + width, 0);
  const radius =
    ring.length < 2 && !groups.has(-1)
      ? 0
      : Math.max(around / (2 * Math.PI), discRadius(groups.get(-1)?.length ?? 0) + Math.max(0, ...widths) / 2);
  let passed = 0;
  for (const [at, [, members]] of ring.entries()) {
    const width = widths[at] ?? 0;
    const angle = ((passed + width / 2) / around) * 2 * Math.PI;
    put(members, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
    passed += width;
  }
  return places;
}

/** The places of the notes that each note is tied to, by the note's place in the list. */
function placedNeighbours({ nodes, edges }: Graph, places: Places): ReadonlyMap<number, readonly Place[]> {
  const beside = new Map<number, Place[]>();
  const add = (at: number, other: number) => {
    const place = places.get(nodes[other]?.uri ?? "");
    if (!place) return;
    const near = beside.get(at);
    if (near) near.push(place);
    else beside.set(at, [place]);
  };
  for (const { from, to } of edges) {
    add(from, to);
    add(to, from);
  }
  return beside;
}

const discRadius = (count: number) => spacing * Math.sqrt(count + 1);

function onSpiral(at: number, { x, y }: Place): Place {
  const radius = spacing * Math.sqrt(at);
  return { x: x + radius * Math.cos(at * goldenAngle), y: y + radius * Math.sin(at * goldenAngle) };
}

function middleOf(places: readonly Place[]): Place {
  const sum = places.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / places.length, y: sum.y / places.length };
}

/** Outside of all that stand already, in a direction of its own. */
function rimOf(places: readonly Place[], count: number): Place {
  const middle = middleOf(places);
  const radius = places.reduce((most, { x, y }) => Math.max(most, Math.hypot(x - middle.x, y - middle.y)), spacing);
  return { x: middle.x + radius * Math.cos(count * goldenAngle), y: middle.y + radius * Math.sin(count * goldenAngle) };
}
