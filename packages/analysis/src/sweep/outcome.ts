import type { Compiled } from '@demarche/case';
import { type Concept, concepts, evaluate, flag, type Ranks } from '@demarche/engine';
import { startOf } from '../answer/cell.ts';
import { courseOf } from '../answer/course.ts';
import { changeFor } from '../answer/gains.ts';
import { type Game, gamesOf, newStore, renewed } from '../answer/game.ts';
import { type Sight, sightOf } from '../answer/sight.ts';
import { verdictOf } from '../answer/verdict.ts';
import { changes, type Layout, verdicts } from './layout.ts';
import type { SweepSettings } from './settings.ts';

/** What one draw of everybody's preferences leads to; positions as in the layout. */
export type Outcome = {
  /** Per question, the position of its verdict. */
  readonly verdicts: readonly number[];
  /** Per actor, the position of how the rests compare with now. */
  readonly changes: readonly number[];
  /** States of the rests. */
  readonly rests: readonly number[];
  /** Per state that is counted, the flags of the concepts under which it is an equilibrium. */
  readonly equilibria: Uint8Array;
};

/** The game of a draw under a concept. */
type Play = (concept: Concept, ranks: Ranks, views: readonly Ranks[] | undefined) => Game;

/** So many numbers may be kept for each of the caches, whatever the size of the conflict. */
const room = 4_000_000;

/** The outcome of a profile of ranks. What depends on fewer than all actors, or was met before, is worked out once. */
export function outcomesOf(
  compiled: Compiled,
  layout: Layout,
  settings: SweepSettings,
): (ranks: Ranks, views?: readonly Ranks[]) => Outcome {
  const { structure } = compiled;
  const states = structure.codes.length;
  const start = startOf(compiled);
  const asked = compiled.case.questions.flatMap(({ kind, holdsWhen }) => {
    if (kind !== 'holds' || !holdsWhen) return [];
    const program = compiled.program(holdsWhen);
    const stack = new Uint8Array(program.length + 1);
    return [structure.codes.map((code) => (evaluate(program, code, stack) ? 1 : 0))];
  });
  const counted = layout.codes.length > 0;
  let store = newStore(structure);
  const ground = { games: gamesOf(structure, undefined, undefined, store) };
  const play: Play = (concept, ranks, views) =>
    views ? ground.games(ranks, concept, views, sights()) : ground.games(ranks, concept);

  let seen: readonly (Sight | undefined)[] | undefined;
  const sights = () => {
    seen ??= compiled.case.actors.map((_, actor) => sightOf(compiled, actor));
    return seen;
  };
  const flagsOf = equilibriumFlags(states, play);
  const outcome = (ranks: Ranks, views: readonly Ranks[] | undefined): Outcome => {
    if (store.results.size * states > 4 * room) {
      store = renewed(store);
      ground.games = gamesOf(structure, undefined, undefined, store);
    }
    const equilibria = counted ? flagsOf(ranks, views) : new Uint8Array(0);
    if (settings.only === 'equilibria') return { verdicts: [], changes: [], rests: [], equilibria };
    const course = courseOf(play(settings.concept, ranks, views), start, settings.agreements);
    const rests = course.rests.flatMap((c) => course.components[c]!.map((node) => course.nodes[node]!));
    return {
      verdicts: asked.map((holds) =>
        verdicts.indexOf(verdictOf(course, (state) => holds[state] === 1).answer),
      ),
      changes: layout.gains ? ranks.map((own) => changes.indexOf(changeFor(own, start, rests))) : [],
      rests: counted ? rests : [],
      equilibria,
    };
  };

  const names = new Map<Uint32Array, number>();
  const kept = new Map<string, Outcome>();
  const most = Math.max(20, room / (counted ? states : 100));
  return (ranks, views) => {
    if (names.size > 4 * most) {
      names.clear();
      kept.clear();
    }
    const key = [ranks, ...(views ?? [])].flatMap((one) => one.map((own) => nameOf(names, own))).join();
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= most) kept.clear();
    const made = outcome(ranks, views);
    kept.set(key, made);
    return made;
  };
}

function nameOf(names: Map<Uint32Array, number>, ranks: Uint32Array): number {
  const known = names.get(ranks);
  if (known !== undefined) return known;
  names.set(ranks, names.size);
  return names.size - 1;
}

/** Per state, under which concepts it is an equilibrium. */
function equilibriumFlags(
  states: number,
  play: Play,
): (ranks: Ranks, views: readonly Ranks[] | undefined) => Uint8Array {
  return (ranks, views) => {
    const flags = new Uint8Array(states);
    const everyone = new Uint8Array(states);
    for (const concept of concepts) {
      const game = play(concept, ranks, views);
      everyone.set(game.stable(0));
      for (let actor = 1; actor < ranks.length; actor++) {
        const stable = game.stable(actor);
        for (let state = 0; state < states; state++) everyone[state]! &= stable[state]!;
      }
      const shift = Math.log2(flag[concept]);
      for (let state = 0; state < states; state++) flags[state]! |= everyone[state]! << shift;
    }
    return flags;
  };
}
