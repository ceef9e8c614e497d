import { type Case, type Compiled, compileCase } from '@demarche/case';
import { type Concept, positionOf, type Ranks, type Structure, substructureOf } from '@demarche/engine';
import { answerGame, gameOf, ranksFor, startOf } from '../answer/cell.ts';
import { arcsFrom, courseOf } from '../answer/course.ts';
import { type Game, type GameTable, gamesOf } from '../answer/game.ts';
import type { Agreements, Profile } from '../answer/result.ts';
import { sightOf, valuesIn } from '../answer/sight.ts';
import { tellingOf } from '../answer/telling.ts';
import { firstProfile } from '../grid/profiles.ts';
import { perceivedProfile, secondLevelProfile } from './profile.ts';
import type { Expectation, Perceived } from './result.ts';
import { type Believed, surprisesOf } from './surprise.ts';

export type PerceiveOptions = {
  readonly profile?: Profile;
  readonly scenario?: string | null;
  /** Default seq. */
  readonly concept?: Concept;
  readonly agreements?: Agreements;
};

/** Who is playing which game: what is true, what follows as each sees it, what each expects, and who is in for a surprise. */
export function perceiveCase(found: Case, options: PerceiveOptions = {}): Perceived {
  const compiled = compileCase(found, options.scenario ?? null);
  return perceiveCell(
    compiled,
    gamesOf(compiled.structure, tellingOf(compiled)),
    options.profile ?? firstProfile(found),
    options.concept ?? 'seq',
    options.agreements ?? 'any',
  );
}

export function perceiveCell(
  compiled: Compiled,
  games: GameTable,
  profile: Profile,
  concept: Concept,
  agreements: Agreements,
): Perceived {
  const found = compiled.case;
  const asTrue = answerGame(
    compiled,
    gameOf(compiled, games, profile, concept),
    profile,
    agreements,
    'correct',
  );
  const game = gameOf(compiled, games, profile, concept, 'as-held');
  const asBelieved = answerGame(compiled, game, profile, agreements, 'as-held');
  const believed = believedIn(game, agreements);
  const expects = found.actors.map((actor, i): Expectation => {
    const own = perceivedProfile(found, profile, i);
    const answer = answerGame(
      compiled,
      ownGame(compiled, games, profile, i, concept),
      own,
      agreements,
      'as-held',
    );
    return {
      actor: actor.id,
      profile: own,
      second: found.actors.flatMap(({ id }, j) => {
        const theirs = secondLevelProfile(found, profile, i, j);
        return j === i || sameProfile(theirs, own) ? [] : [{ of: id, profile: theirs }];
      }),
      unaware: (found.unaware[i] ?? []).map(({ option }) => found.options[option]!.id),
      unperceived: (found.unperceived[i] ?? []).map(({ text }) => text),
      answer,
      surprises: surprisesOf(actor.id, answer, asBelieved, believed),
    };
  });
  const stable = found.actors.map((_, i) => game.stable(i));
  return {
    asTrue,
    asBelieved,
    expects,
    equilibria: [...game.structure.codes].filter((_, state) => stable.every((one) => one[state] === 1)),
    misread: expects.some(
      (one) =>
        !sameProfile(one.profile, profile) ||
        one.second.length + one.unaware.length + one.unperceived.length > 0,
    ),
  };
}

function sameProfile(one: Profile, other: Profile): boolean {
  return Object.keys(one).every((id) => one[id] === other[id]);
}

/**
 * The game as actor i sees it: its beliefs of the others are the truth there, and its second-level beliefs are theirs. What it
 * does not see of the conflict nobody does anything with there; that others see more or less than itself it does not suppose.
 */
function ownGame(compiled: Compiled, games: GameTable, profile: Profile, i: number, concept: Concept): Game {
  const found = compiled.case;
  const structure = ownStructure(compiled, i);
  const whole = structure === compiled.structure;
  const narrowed = (ranks: Ranks): Ranks =>
    whole ? ranks : ranks.map((one) => valuesIn(structure, compiled.structure, one));
  const ranks = narrowed(ranksFor(compiled, perceivedProfile(found, profile, i)));
  const views = found.actors.map((_, j) =>
    j === i ? ranks : narrowed(ranksFor(compiled, secondLevelProfile(found, profile, i, j))),
  );
  return (whole ? games : gamesOf(structure, tellingOf({ case: found, structure })))(ranks, concept, views);
}

/** The conflict as actor i sees it. Who does not reckon with how things stand sees nothing that could move. */
function ownStructure(compiled: Compiled, i: number): Structure {
  const sight = sightOf(compiled, i);
  if (!sight) return compiled.structure;
  const start = startOf(compiled);
  return sight.view[start] === -1
    ? substructureOf(compiled.structure, (state) => state === start)
    : sight.structure;
}

function believedIn(game: Game, agreements: Agreements): Believed {
  const { structure } = game;
  const code = (state: number) => structure.codes[state]!;
  return {
    place: (one) => game.telling.state(positionOf(structure, one)),
    stepsAt: (from) =>
      arcsFrom(game, positionOf(structure, from), agreements).map(({ movers, to, steps }) => ({
        movers,
        to: code(to),
        steps: steps.map(code),
      })),
    restsFrom: (from) => {
      const course = courseOf(game, positionOf(structure, from), agreements);
      return course.rests
        .map((c) => course.components[c]!.map((node) => code(course.nodes[node]!)).sort((a, b) => a - b))
        .sort((a, b) => a[0]! - b[0]!);
    },
  };
}
