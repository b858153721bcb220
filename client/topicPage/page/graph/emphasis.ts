// Which notes are bright, dimmed or hidden, and what each of these looks like.
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { Palette } from "./colours";
import type { DrawnEdge, DrawnNode } from "./drawn";

/** What the reader looks at just now. */
export interface Emphasis {
  /** Under the pointer. */
  hovered: string | undefined;
  /** Where the keyboard is. */
  current: string | undefined;
  /** Only this note and those tied to it are bright, until Escape. */
  kept: string | undefined;
  /** Notes that the filter leaves; undefined for all. */
  matching: ReadonlySet<string> | undefined;
  /** Groups, by their place, whose notes are not drawn. */
  hidden: ReadonlySet<number>;
}

export interface Looks {
  node(uri: string, node: DrawnNode): Partial<NodeDisplayData>;
  edge(key: string, edge: DrawnEdge): Partial<EdgeDisplayData>;
  /** Neither dimmed nor hidden by the filter, the legend or the neighbourhood that is kept. */
  isBright(uri: string): boolean;
}

/** What looks are made of. */
export interface LooksOptions {
  readonly palette: Palette;
  readonly hover: "dims others" | "brightens its own";
  /** How many lines there are. */
  readonly lines: number;
  tiedTo(uri: string): readonly string[];
  groupOf(uri: string): number;
}

/** How an emphasis looks, worked out once for each of its states. */
export function looksOf(emphasis: Emphasis, { palette, hover, lines, tiedTo, groupOf }: LooksOptions): Looks {
  const { hovered, current, kept, matching, hidden } = emphasis;
  const around = (uri: string | undefined) => (uri === undefined ? undefined : new Set([uri, ...tiedTo(uri)]));
  const dimming = hover === "dims others" ? around(hovered) : undefined;
  const keptAround = around(kept);
  const isBright = (uri: string) => (matching?.has(uri) ?? true) && (keptAround?.has(uri) ?? true) && !hidden.has(groupOf(uri));
  const isLit = (uri: string) => isBright(uri) && (dimming?.has(uri) ?? true);
  const line = { link: palette.line("link", lines), papers: palette.line("papers", lines) };
  const looked = new Set([hovered, current, kept]);
  return {
    isBright,
    node(uri, node) {
      if (hidden.has(node.group)) return { ...node, hidden: true };
      const isLookedAt = looked.has(uri);
      if (!isLit(uri) && !isLookedAt) return { ...node, color: palette.dimmedGroup(node.group), label: "" };
      return {
        ...node,
        color: palette.group(node.group),
        zIndex: isLookedAt ? 2 : 1,
        highlighted: isLookedAt,
        forceLabel: isLookedAt || isNamed(keptAround ?? dimming ?? matching, uri),
      };
    },
    edge(_key, { from, to, kind, size }) {
      if (hidden.has(groupOf(from)) || hidden.has(groupOf(to))) return { hidden: true };
      if (from === hovered || to === hovered) return { color: palette.nearLine, size: size + 0.5, zIndex: 2 };
      if (hovered === undefined && kept !== undefined && (from === kept || to === kept))
        return { color: palette.nearLine, size, zIndex: 2 };
      if (dimming || !isBright(from) || !isBright(to)) return { color: palette.dimmedLine, size, zIndex: 0 };
      return { color: line[kind], size, zIndex: 1 };
    },
  };
}

/** Titles that are always drawn, however small the note: where so few are bright that they can stand in the picture at once. */
const mostNamed = 30;

const isNamed = (bright: ReadonlySet<string> | undefined, uri: string) =>
  bright !== undefined && bright.size <= mostNamed && bright.has(uri);
