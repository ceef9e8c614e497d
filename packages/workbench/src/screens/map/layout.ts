import { graphlib, layout as layered } from '@dagrejs/dagre';
import type { MapGraph } from './graph.ts';

export type Box = { readonly code: number; readonly x: number; readonly y: number };
type Point = { readonly x: number; readonly y: number };
export type Placed = {
  readonly boxes: readonly Box[];
  /** By position in `arcs`, the points of the line and the middle of its label. */
  readonly lines: readonly { readonly points: readonly Point[]; readonly label: Point }[];
  readonly width: number;
  readonly height: number;
};

export const boxWidth = 190;

/** Layers from left to right, the way from now first (dagre: Gansner et al. 1993). */
export function placed(
  { codes, arcs }: MapGraph,
  heightOf: (code: number) => number,
  labels: readonly string[],
): Placed {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 22, ranksep: 36, marginx: 12, marginy: 12 });
  for (const code of codes) graph.setNode(String(code), { width: boxWidth, height: heightOf(code) });
  arcs.forEach(({ from, to, kind }, k) => {
    graph.setEdge(
      String(from),
      String(to),
      { weight: kind === 'course' ? 4 : 1, width: labels[k]!.length * 6.2 + 8, height: 16, labelpos: 'c' },
      String(k),
    );
  });
  layered(graph);
  const boxes = codes.map((code) => {
    const { x, y } = graph.node(String(code));
    return { code, x: x! - boxWidth / 2, y: y! - heightOf(code) / 2 };
  });
  const lines = arcs.map(({ from, to }, k) => {
    const { points = [], x = 0, y = 0 } = graph.edge(String(from), String(to), String(k));
    return { points, label: { x, y } };
  });
  const { width, height } = graph.graph();
  return { boxes, lines, width: width ?? 0, height: height ?? 0 };
}
