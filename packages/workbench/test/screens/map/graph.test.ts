import { expect, test } from 'vitest';
import type { MapView, OwnMove } from '../../../src/compute/map.ts';
import { graphAround, mostDrawn } from '../../../src/screens/map/graph.ts';
import { placed } from '../../../src/screens/map/layout.ts';

const step = (to: number) => ({ movers: [0], to, steps: [to] });
const view: MapView = {
  codes: [0, 1, 2, 3],
  stable: [[false], [true], [true], [true]],
  equilibria: [1, 3],
  course: {
    now: 0,
    states: [
      { code: 0, steps: [step(1)] },
      { code: 1, steps: [] },
    ],
    rests: [[1]],
  },
};
const everybody = { actors: [0, 1], improvements: false };

test('the way from now and the few equilibria apart from it are drawn', () => {
  const graph = graphAround(view, new Map(), everybody);
  expect(graph).toMatchObject({ codes: [0, 1, 3], cut: 0, apart: 0 });
  expect(graph.arcs).toEqual([{ from: 0, to: 1, movers: [0], kind: 'course' }]);
});

test('what was opened is drawn for the actors asked for, and no arc twice', () => {
  const moves: OwnMove[] = [
    { actor: 0, to: 1, improvement: true },
    { actor: 1, to: 2, improvement: false },
  ];
  const opened = new Map([[0, moves]]);
  expect(graphAround(view, opened, everybody).arcs).toHaveLength(2);
  expect(graphAround(view, opened, { actors: [0, 1], improvements: true }).codes).not.toContain(2);
  expect(graphAround(view, opened, { actors: [0], improvements: false }).codes).not.toContain(2);
});

test('many states are cut, never drawn over each other', () => {
  const many: OwnMove[] = Array.from({ length: 400 }, (_, k) => ({
    actor: 1,
    to: k + 10,
    improvement: true,
  }));
  const graph = graphAround(view, new Map([[0, many]]), everybody);
  expect([graph.codes.length, graph.cut]).toEqual([mostDrawn, 403 - mostDrawn]);
  const { boxes } = placed(
    graph,
    () => 40,
    graph.arcs.map(() => 'B'),
  );
  for (const a of boxes)
    for (const b of boxes)
      if (a.code < b.code) expect(Math.abs(a.x - b.x) >= 190 || Math.abs(a.y - b.y) >= 40).toBe(true);
});
