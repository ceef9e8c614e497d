import { type Case, compileCase } from '@demarche/case';
import { type Concept, reachFrom } from '@demarche/engine';
import { gameOf, startOf } from '../answer/cell.ts';
import { type CourseGraph, courseOf } from '../answer/course.ts';
import { type Game, gamesOf } from '../answer/game.ts';
import type { Agreements, Profile } from '../answer/result.ts';
import { tellingOf, tieOrder } from '../answer/telling.ts';
import { firstProfile } from '../grid/profiles.ts';
import type { PathStep, ReachResult } from './result.ts';

export type ReachOptions = {
  readonly profile?: Profile;
  readonly scenario?: string | null;
  /** Default seq. */
  readonly concept?: Concept;
  readonly agreements?: Agreements;
};

type Hop = { readonly movers: readonly number[]; readonly to: number };

/** Where one can get from now: by moves, by improvements, on the course; and the shortest way to each equilibrium and rest. */
export function reachCase(found: Case, options: ReachOptions = {}): ReachResult {
  const profile = options.profile ?? firstProfile(found);
  const compiled = compileCase(found, options.scenario ?? null);
  const game = gameOf(
    compiled,
    gamesOf(compiled.structure, tellingOf(compiled)),
    profile,
    options.concept ?? 'seq',
  );
  const { structure } = compiled;
  const now = startOf(compiled);
  const telling = tieOrder(compiled);
  const byMoves = reachFrom(structure, now, telling);
  const byImprovements = reachFrom(structure, now, { ...telling, ranks: game.ranks });
  const course = courseOf(game, now, options.agreements ?? 'any');
  const onCourse = shortestOnCourse(course);
  const resting = new Set(
    course.rests.flatMap((c) => course.components[c]!.map((node) => course.nodes[node]!)),
  );
  const stable = found.actors.map((_, i) => game.stable(i));
  const isEquilibrium = (state: number) => stable.every((one) => one[state] === 1);
  const targets = [...structure.codes.keys()].filter((state) => resting.has(state) || isEquilibrium(state));
  const single = (steps: readonly { actor: number; to: number }[] | undefined): Hop[] | undefined =>
    steps?.map(({ actor, to }) => ({ movers: [actor], to }));
  const tell = (hops: readonly Hop[]) => told(found, game, now, hops);
  return {
    scenario: compiled.scenario,
    profile,
    concept: game.concept,
    now: structure.codes[now]!,
    byMoves: codesReached(structure.codes, byMoves.distance),
    byImprovements: codesReached(structure.codes, byImprovements.distance),
    onCourse: course.nodes.map((state) => structure.codes[state]!).sort((a, b) => a - b),
    targets: targets.map((state) => {
      const ways = [
        ['course', onCourse(state)],
        ['improvements', single(byImprovements.path(state))],
        ['moves', single(byMoves.path(state))],
      ] as const;
      const [way, hops] = ways.find(([, path]) => path !== undefined) ?? (['none', []] as const);
      return {
        state: structure.codes[state]!,
        equilibrium: isEquilibrium(state),
        rest: resting.has(state),
        way,
        path: tell(hops ?? []),
      };
    }),
    first: course.arcs[0]!.flatMap((arc) => tell([arc])),
  };
}

function codesReached(codes: Uint32Array, distance: Int32Array): readonly number[] {
  return [...codes].filter((_, state) => distance[state]! >= 0);
}

function shortestOnCourse(course: CourseGraph): (state: number) => readonly Hop[] | undefined {
  const cameBy = new Map<number, { from: number; hop: Hop }>();
  const queue = [0];
  for (let at = 0; at < queue.length; at++)
    for (const arc of course.arcs[queue[at]!]!) {
      if (arc.node === 0 || cameBy.has(arc.node)) continue;
      cameBy.set(arc.node, { from: queue[at]!, hop: arc });
      queue.push(arc.node);
    }
  return (state) => {
    const node = course.nodes.indexOf(state);
    if (node === -1) return undefined;
    const hops: Hop[] = [];
    for (let back = node; back !== 0; back = cameBy.get(back)!.from) hops.unshift(cameBy.get(back)!.hop);
    return hops;
  };
}

/** Hops with names, and who is better off after each than before it. */
function told(found: Case, game: Game, from: number, hops: readonly Hop[]): readonly PathStep[] {
  const id = (actor: number) => found.actors[actor]!.id;
  return hops.map(({ movers, to }, at) => {
    const before = at === 0 ? from : hops[at - 1]!.to;
    const gains = found.actors.flatMap((actor, i) =>
      game.ranks[i]![to]! > game.ranks[i]![before]! ? [actor.id] : [],
    );
    return { movers: movers.map(id), to: game.structure.codes[to]!, gains };
  });
}
