import type { CourseGraph } from './course.ts';
import type { Before, Verdict } from './result.ts';

type RestVerdict = 'yes' | 'no' | 'unsettled';

/** What the rests of a course say of a question that holds in some states. */
export type Reading = {
  readonly answer: Verdict;
  readonly passed: boolean;
  readonly before: Before | undefined;
  /** Components at which the ways part, with the arcs that lead to one verdict each. */
  readonly forks: readonly {
    readonly component: number;
    readonly exits: readonly { readonly node: number; readonly arc: number; readonly verdict: RestVerdict }[];
  }[];
};

export function verdictOf(course: CourseGraph, holds: (state: number) => boolean): Reading {
  const truth = course.nodes.map(holds);
  const passed = truth.includes(true);
  const verdicts = course.components.map(() => new Set<RestVerdict>());
  for (const c of course.rests) {
    const members = course.components[c]!.map((node) => truth[node]!);
    verdicts[c]!.add(members.every(Boolean) ? 'yes' : members.some(Boolean) ? 'unsettled' : 'no');
  }
  // Components are numbered against the arcs, so that what a component leads to is done before it.
  course.components.forEach((nodes, c) => {
    for (const node of nodes)
      for (const arc of course.arcs[node]!)
        for (const verdict of verdicts[course.component[arc.node]!]!) verdicts[c]!.add(verdict);
  });
  const all = verdicts[course.component[0]!]!;
  const answer = all.size === 1 ? [...all][0]! : 'depends';
  const forks = course.components.flatMap((nodes, c) => {
    if (verdicts[c]!.size < 2) return [];
    const exits = nodes.flatMap((node) =>
      course.arcs[node]!.flatMap((arc, a) =>
        course.component[arc.node] === c ? [] : [{ node, arc: a, to: arc.node }],
      ),
    );
    const sure = exits.every((exit) => verdicts[course.component[exit.to]!]!.size === 1);
    if (!sure) return [];
    return [
      {
        component: c,
        exits: exits.map(({ node, arc, to }) => ({
          node,
          arc,
          verdict: [...verdicts[course.component[to]!]!][0]!,
        })),
      },
    ];
  });
  return { answer, passed, before: answer === 'no' ? beforeOf(truth) : undefined, forks };
}

function beforeOf(truth: readonly boolean[]): Before {
  if (!truth.includes(true)) return 'never';
  return truth[0] ? 'lost' : 'comes-and-goes';
}
