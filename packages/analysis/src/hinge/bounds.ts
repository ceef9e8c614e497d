import { greatestChance } from '../weigh/chance.ts';
import type { Odds } from '../weigh/posterior.ts';
import { verticesOf } from './vertices.ts';

/** A polytope of distributions over the hypotheses of one actor, by its vertices where they were enumerated. */
export type Body = { readonly odds: Odds; readonly vertices: readonly (readonly number[])[] | undefined };

export type Bound = {
  readonly value: number;
  /** Whether the value is attained; else it is only certain that none lies beyond. */
  readonly exact: boolean;
};

/** Most joint vertices that are tried. */
const most = 250_000;

export function bodyOf(odds: Odds): Body {
  return { odds, vertices: verticesOf(odds) };
}

/**
 * The least or greatest value of Σ Π p_a(h_a) · values[h] over the bodies: linear in each actor's p, so that it is attained where
 * every one is a vertex. `values` runs over the hypotheses with the last body changing fastest, and lies in [0, 1]. Where the joint
 * vertices are too many, bodies are taken out one by one, each choosing anew for every combination of the rest: that can only
 * widen the bound.
 */
export function boundOf(
  values: readonly number[],
  bodies: readonly Body[],
  end: 'least' | 'greatest',
): Bound {
  let rest = [...bodies];
  let table = values;
  let exact = true;
  while (jointVertices(rest) > most) {
    const worst = rest.reduce((best, body, at) => (countOf(body) > countOf(rest[best]!) ? at : best), 0);
    table = takenOut(table, rest, worst, end);
    rest = rest.filter((_, at) => at !== worst);
    exact = false;
  }
  return { value: attained(table, rest, end), exact };
}

function countOf({ vertices }: Body): number {
  return vertices?.length ?? Number.POSITIVE_INFINITY;
}

function jointVertices(bodies: readonly Body[]): number {
  return bodies.reduce((product, body) => product * countOf(body), 1);
}

function attained(values: readonly number[], bodies: readonly Body[], end: 'least' | 'greatest'): number {
  const [first, ...rest] = bodies;
  if (!first) return values[0]!;
  const size = first.odds.length;
  const stride = values.length / size;
  const better = end === 'least' ? Math.min : Math.max;
  return first.vertices!.reduce(
    (best, vertex) => {
      const table = Array.from({ length: stride }, (_, at) =>
        vertex.reduce((sum, p, h) => sum + p * values[h * stride + at]!, 0),
      );
      return better(best, attained(table, rest, end));
    },
    end === 'least' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY,
  );
}

/** The table over the other bodies when one chooses the best for each of their combinations. */
function takenOut(
  values: readonly number[],
  bodies: readonly Body[],
  axis: number,
  end: 'least' | 'greatest',
): readonly number[] {
  const size = bodies[axis]!.odds.length;
  const inner = bodies.slice(axis + 1).reduce((product, { odds }) => product * odds.length, 1);
  return Array.from({ length: values.length / size }, (_, at) => {
    const base = Math.floor(at / inner) * inner * size + (at % inner);
    const column = Array.from({ length: size }, (_, h) => values[base + h * inner]!);
    return bestOf(column, bodies[axis]!, end);
  });
}

function bestOf(column: readonly number[], { odds, vertices }: Body, end: 'least' | 'greatest'): number {
  if (vertices) {
    const values = vertices.map((vertex) => vertex.reduce((sum, p, h) => sum + p * column[h]!, 0));
    return end === 'least' ? Math.min(...values) : Math.max(...values);
  }
  if (end === 'greatest') return greatestChance(odds, column);
  return (
    1 -
    greatestChance(
      odds,
      column.map((one) => 1 - one),
    )
  );
}
