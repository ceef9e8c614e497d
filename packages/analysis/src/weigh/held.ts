import { type Case, compileCase } from '@demarche/case';
import { type Concept, positionOf } from '@demarche/engine';
import { gameOf } from '../answer/cell.ts';
import { courseOf } from '../answer/course.ts';
import { gamesOf } from '../answer/game.ts';
import type { Agreements } from '../answer/result.ts';
import type { Foresight, Outlook, Standpoint } from './foresight.ts';
import { priorOf } from './prior.ts';

/**
 * Foresight with the actor's own options held: the rests of the course from a state, in the actor's own game. Of the others it
 * believes what `beliefs` say; where they say nothing, every reading counts by its prior.
 */
export function heldForesight(
  found: Case,
  {
    concept = 'seq',
    agreements = 'any',
  }: { readonly concept?: Concept; readonly agreements?: Agreements } = {},
): Foresight {
  const kept = new Map<string, readonly Outlook[] | undefined>();
  return (from) => {
    const key = `${from.actor} ${from.code} ${[...from.taken].sort().join()}`;
    if (!kept.has(key)) kept.set(key, outlooks(found, from, concept, agreements));
    return kept.get(key);
  };
}

function outlooks(
  found: Case,
  { actor, taken, code, held }: Standpoint,
  concept: Concept,
  agreements: Agreements,
): readonly Outlook[] | undefined {
  const fix = Object.fromEntries(
    held.map((k) => [found.options[k]!.id, taken.includes(found.options[k]!.id)]),
  );
  const scenario = { id: 'held', label: 'held', start: {}, fix, because: [] };
  // In graph form there are no options to hold: the actor's own moves are left out.
  const graph = found.graph && {
    ...found.graph,
    moves: found.graph.moves.map((own, i) => (i === actor ? {} : own)),
  };
  const then: Case = { ...found, now: taken, scenarios: [scenario], ...(graph ? { graph } : {}) };
  const compiled = compileCase(then, scenario.id);
  const start = positionOf(compiled.structure, code);
  if (start < 0) return undefined;
  const games = gamesOf(compiled.structure);
  return profilesFor(found, actor).flatMap(({ weight, profile }) => {
    const course = courseOf(gameOf(compiled, games, profile, concept), start, agreements);
    return course.rests.map((rest) => ({
      share: weight / course.rests.length,
      states: course.components[rest]!.map((node) => compiled.structure.codes[course.nodes[node]!]!),
    }));
  });
}

type Weighted = { readonly weight: number; readonly profile: Readonly<Record<string, string>> };

/** The profiles that an actor reckons with. Its own options are held, so that its own reading plays no part. */
function profilesFor(found: Case, actor: number): Weighted[] {
  let profiles: Weighted[] = [{ weight: 1, profile: {} }];
  found.actors.forEach(({ id }, about) => {
    const own = found.readings[about]!;
    const believed = found.beliefs.find(
      (one) => one.holder === actor && one.about === about && one.of === undefined,
    );
    const options =
      about === actor
        ? [{ reading: own[0]!.id, weight: 1 }]
        : believed
          ? [{ reading: believed.reading, weight: 1 }]
          : readingsByPrior(found, about);
    profiles = profiles.flatMap(({ weight, profile }) =>
      options.map((one) => ({ weight: weight * one.weight, profile: { ...profile, [id]: one.reading } })),
    );
  });
  return profiles.filter(({ weight }) => weight > 0);
}

/** Readings with their prior, `other` left out. */
function readingsByPrior(found: Case, actor: number): { reading: string; weight: number }[] {
  const { shares } = priorOf(found, actor);
  const readings = found.readings[actor]!.map(({ id }, k) => ({ reading: id, weight: shares[k]! }));
  const total = readings.reduce((sum, { weight }) => sum + weight, 0);
  return readings.map(({ reading, weight }) => ({
    reading,
    weight: total > 0 ? weight / total : 1 / readings.length,
  }));
}
