import type { Compiled, Order } from '@demarche/case';
import { evaluate } from '@demarche/engine';
import type { CourseGraph } from './course.ts';
import type { Game } from './game.ts';
import type { Gain, Profile } from './result.ts';

/** Per actor, whether the rests are better or worse for it than now, and how much of its list holds there. */
export function gainsOf(
  compiled: Compiled,
  game: Game,
  course: CourseGraph,
  profile: Profile,
): Readonly<Record<string, Gain>> {
  const rests = course.rests.flatMap((c) => course.components[c]!.map((node) => course.nodes[node]!));
  const now = course.nodes[0]!;
  return Object.fromEntries(
    compiled.case.actors.map((actor, i) => {
      const change = changeFor(game.ranks[i]!, now, rests);
      const order = compiled.case.readings[i]?.find((one) => one.id === profile[actor.id])?.order;
      return [actor.id, { change, ...listHeld(compiled, game, order, rests) }];
    }),
  );
}

/** How the states of the rests compare with now for an actor with these ranks. */
export function changeFor(own: Uint32Array, now: number, rests: readonly number[]): Gain['change'] {
  const changes = new Set(rests.map((state) => Math.sign(own[state]! - own[now]!)));
  const [only] = changes;
  return changes.size > 1 ? 'mixed' : only === 1 ? 'better' : only === -1 ? 'worse' : 'same';
}

/** Rests in which everyone is worse off than now. */
export function worseForAll(game: Game, course: CourseGraph): readonly (readonly number[])[] {
  const now = course.nodes[0]!;
  return course.rests
    .map((c) => course.components[c]!.map((node) => course.nodes[node]!))
    .filter((states) => states.every((state) => game.ranks.every((own) => own[state]! < own[now]!)));
}

function listHeld(
  compiled: Compiled,
  game: Game,
  order: Order | undefined,
  rests: readonly number[],
): { readonly priorities?: number; readonly of?: number } {
  if (order?.kind !== 'prefers') return {};
  const programs = order.priorities.map(({ that }) => that.map((formula) => compiled.program(formula)));
  const held = rests.map((state) => {
    const code = game.structure.codes[state]!;
    const first = programs.findIndex((group) =>
      group.some((program) => !evaluate(program, code, new Uint8Array(program.length + 1))),
    );
    return first === -1 ? programs.length : first;
  });
  return { priorities: Math.min(...held), of: programs.length };
}
