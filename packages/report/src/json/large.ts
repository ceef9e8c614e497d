import type { LargeSettlement, LargeState } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { type Concept, type Cube, codeOf, readsRule, setBit, statesIn, wordsFor } from '@demarche/engine';
import { aboutJson } from './about.ts';

/** A number that JSON readers keep exactly: from 2^53 up a string. */
export type JsonCount = number | string;

export function exact(value: bigint): JsonCount {
  return value < 2n ** 53n ? Number(value) : value.toString();
}

/**
 * `demarche solve --json` of a case with too many options to list its states: codes where the states are few, cubes and counts
 * always. `atLeast` names the concepts whose search ended before all were found.
 */
export function largeJson(found: Case, result: LargeSettlement, version: string, most: number) {
  const told = result.found.filter(({ refused }) => refused === undefined);
  const byConcept = <T>(value: (one: (typeof told)[number]) => T) =>
    Object.fromEntries(told.map((one) => [one.concept, value(one)]));
  const lists = byConcept(({ cubes }) => codesIn(cubes, most).map(exact));
  const refused = result.found.filter((one) => one.refused !== undefined);
  const atLeast = told.filter(({ ended }) => ended !== 'all');
  return {
    ...aboutJson(found, version),
    settings: settingsOf(result),
    readings: result.profile,
    scenario: result.scenario,
    actors: found.actors.map(({ id }) => id),
    options: found.options.map(({ id }) => id),
    states: result.feasible ?? null,
    concepts: told.map(({ concept }) => concept),
    equilibria: lists,
    count: byConcept(({ count }) => exact(count)),
    truncated: told
      .filter(({ concept, count, ended }) => ended !== 'all' || BigInt(lists[concept]!.length) < count)
      .map(({ concept }) => concept),
    cubes: byConcept(({ cubes }) => cubes),
    ...(atLeast.length > 0
      ? { atLeast: Object.fromEntries(atLeast.map(({ concept, ended }) => [concept, ended])) }
      : {}),
    ...(refused.length > 0
      ? { refused: Object.fromEntries(refused.map((one) => [one.concept, one.refused])) }
      : {}),
  };
}

/** `demarche solve --state --json` of such a case. */
export function largeStateJson(found: Case, result: LargeState, version: string) {
  return {
    ...aboutJson(found, version),
    settings: { ...settingsOf({ ...result, engine: 'symbolic' }), looked: result.most },
    readings: result.profile,
    scenario: result.scenario,
    options: found.options.map(({ id }) => id),
    state: result.state,
    code: exact(codesIn([result.state], 1)[0]!),
    concepts: result.concepts,
    equilibrium: Object.fromEntries(result.verdicts.map(({ concept, stable }) => [concept, stable])),
    why: Object.fromEntries(result.verdicts.map(({ concept, actors }) => [concept, actors])),
  };
}

function settingsOf({
  concepts,
  engine,
}: {
  readonly concepts: readonly Concept[];
  readonly engine: string;
}) {
  return {
    concepts,
    beliefs: 'correct',
    sanctions: 'legal',
    sanctionsTouch: concepts.filter(readsRule),
    engine,
  };
}

/** The codes of the states in cubes, ascending, where they are no more than `most`; none of a cube that would go beyond. */
function codesIn(cubes: readonly Cube[], most: number): readonly bigint[] {
  const codes: bigint[] = [];
  for (const cube of cubes) {
    const size = statesIn(cube);
    if (BigInt(codes.length) + size > BigInt(most)) break;
    const words = new Uint32Array(wordsFor(cube.length));
    const free = [...cube].flatMap((mark, k) => (mark === '-' ? [k] : []));
    [...cube].forEach((mark, k) => {
      setBit(words, k, mark === '1');
    });
    const least = codeOf(words);
    for (let at = 0n; at < size; at++)
      codes.push(free.reduce((code, k, bit) => code + (((at >> BigInt(bit)) & 1n) << BigInt(k)), least));
  }
  return codes.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
