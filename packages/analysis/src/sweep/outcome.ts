import type { Compiled } from '@demarche/case';
import { type Concept, compact, concepts, evaluate, flag, greatestFrom, type Ranks } from '@demarche/engine';
import { startOf } from '../answer/cell.ts';
import { courseOf } from '../answer/course.ts';
import { changeFor } from '../answer/gains.ts';
import { type Game, gamesOf } from '../answer/game.ts';
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
type Play = (concept: Concept) => Game;

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
  const flagsOf = equilibriumFlags(compiled);
  let games = gamesOf(structure);
  let played = 0;

  let seen: readonly (Sight | undefined)[] | undefined;
  const sights = () => {
    seen ??= compiled.case.actors.map((_, actor) => sightOf(compiled, actor));
    return seen;
  };
  const outcome = (ranks: Ranks, views: readonly Ranks[] | undefined): Outcome => {
    if (++played > Math.max(20, room / (8 * states))) {
      games = gamesOf(structure);
      played = 0;
    }
    const play = (concept: Concept) =>
      views ? games(ranks, concept, views, sights()) : games(ranks, concept);
    const course = courseOf(play(settings.concept), start, settings.agreements);
    const rests = course.rests.flatMap((c) => course.components[c]!.map((node) => course.nodes[node]!));
    return {
      verdicts: asked.map((holds) =>
        verdicts.indexOf(verdictOf(course, (state) => holds[state] === 1).answer),
      ),
      changes: layout.gains ? ranks.map((own) => changes.indexOf(changeFor(own, start, rests))) : [],
      rests: counted ? rests : [],
      equilibria: !counted ? new Uint8Array(0) : views ? flagsAsHeld(play, states) : flagsOf(play, ranks),
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

const ownOnly: readonly Concept[] = ['nash', 'gmr', 'smr'];
const readingOthers: readonly Concept[] = concepts.filter((one) => !ownOnly.includes(one));

/** Per state, under which concepts it is an equilibrium: nash, gmr and smr read nobody else's ranks, so an actor's are kept. */
function equilibriumFlags({ structure }: Compiled): (play: Play, ranks: Ranks) => Uint8Array {
  const every = concepts.reduce((flags, concept) => flags | flag[concept], 0);
  const kept = Array.from({ length: structure.actors }, () => new WeakMap<Uint32Array, Uint8Array>());
  const own = (ranks: Ranks, actor: number) => {
    const known = kept[actor]!.get(ranks[actor]!);
    if (known) return known;
    const made = compact.stability(structure, ranks, actor, ownOnly);
    kept[actor]!.set(ranks[actor]!, made);
    return made;
  };
  return (play, ranks) => {
    const flags = new Uint8Array(structure.codes.length).fill(every);
    ranks.forEach((rank, actor) => {
      const stable = own(ranks, actor).slice();
      for (const concept of readingOthers) {
        // The level is what the course asked for already.
        const level = play(concept).level(actor);
        const gain = rank.map((one, state) => Math.min(one, level[state]!));
        const greatest = greatestFrom(structure, actor, gain);
        for (let state = 0; state < flags.length; state++)
          if (greatest[state]! <= rank[state]!) stable[state]! |= flag[concept];
      }
      for (let state = 0; state < flags.length; state++) flags[state]! &= stable[state]!;
    });
    return flags;
  };
}

/** The same where each moves in its own game: stable for everyone, each by what it believes and sees. */
function flagsAsHeld(play: Play, states: number): Uint8Array {
  const flags = new Uint8Array(states);
  for (const concept of concepts) {
    const game = play(concept);
    const stable = game.ranks.map((_, actor) => game.stable(actor));
    for (let state = 0; state < states; state++)
      if (stable.every((one) => one[state] === 1)) flags[state]! |= flag[concept];
  }
  return flags;
}
