/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Direction, Model } from '../../src/model.ts';
import { op, type Program } from '../../src/program.ts';
import { type Concept, concepts, type Solver } from '../../src/solver.ts';
import { feasibleStates } from '../reference/conflict.ts';
import { equilibriaOf, type StructureOf, verdictsOf } from './flags.ts';

/** What of a file in `fixtures/published` these tests read. */
type Published = {
  readonly name: string;
  readonly form: 'options' | 'graph';
  readonly actors: readonly string[];
  readonly options: readonly { readonly actor: string; readonly direction: 'both' | 'fwd' | 'back' }[];
  /** Y, N or - per option, the first option first. */
  readonly infeasible?: readonly string[];
  readonly feasible: readonly number[];
  /** Per actor, classes of states from best to worst. */
  readonly ranking: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly published?: Partial<Readonly<Record<Concept, readonly number[]>>>;
  readonly remembered?: Partial<Readonly<Record<Concept, readonly number[]>>>;
  readonly reference: Readonly<Record<Concept, readonly number[]>>;
  readonly referenceByActor: Readonly<Record<Concept, Readonly<Record<string, readonly number[]>>>>;
};

const folder = new URL('../../../../fixtures/published/', import.meta.url);
const conflicts = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Published)
  .filter(({ form }) => form === 'options');

const directions: Readonly<Record<'both' | 'fwd' | 'back', Direction>> = {
  both: 'both',
  fwd: 'forward',
  back: 'back',
};

function patternOf(pattern: string): Program {
  const literals = [...pattern].flatMap((letter, k) =>
    letter === '-' ? [] : [letter === 'Y' ? [k] : [k, op.not]],
  );
  return Int32Array.from(literals.flatMap((literal, at) => (at === 0 ? literal : [...literal, op.and])));
}

function modelOf({ actors, options, infeasible }: Published): Model {
  return {
    actors: actors.length,
    options: options.map(({ actor, direction }) => ({
      owners: [actors.indexOf(actor)],
      mode: 'single',
      direction: directions[direction],
    })),
    impossible: (infeasible ?? []).map(patternOf),
  };
}

/** Conflicts of the literature with the results that were published, are remembered, or follow from the definitions. */
export function published(solver: Solver, structureOf: StructureOf): void {
  test.each(conflicts)('$name comes out as published', (conflict) => {
    const model = modelOf(conflict);
    const states = feasibleStates(model);
    expect(states).toEqual(conflict.feasible);
    const ranks = conflict.actors.map((actor) => {
      const classes = conflict.ranking[actor]!;
      return Uint32Array.from(states, (s) => classes.length - classes.findIndex((same) => same.includes(s)));
    });
    const verdicts = verdictsOf(solver, structureOf(model), ranks);
    for (const concept of concepts) {
      conflict.actors.forEach((actor, i) => {
        expect(verdicts[concept][i], `${concept} for ${actor}`).toEqual(
          conflict.referenceByActor[concept][actor],
        );
      });
      const found = equilibriaOf(verdicts, concept, states);
      for (const said of [conflict.published, conflict.remembered, conflict.reference])
        if (said?.[concept]) expect(found, concept).toEqual(said[concept]);
    }
  });

  test('there are published conflicts to compare with', () => {
    expect(conflicts.length).toBeGreaterThanOrEqual(5);
  });
}
