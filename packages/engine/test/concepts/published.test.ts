/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ConceptName, moveGraphOf, nonMyopic, stabilityOf, structureOf } from '../../src/index.ts';
import type { Model } from '../../src/model.ts';
import { programAt } from '../random-expression.ts';

type Published = {
  readonly name: string;
  readonly form: 'options' | 'graph';
  readonly actors: readonly string[];
  readonly options: readonly { readonly actor: string; readonly direction: 'both' | 'fwd' | 'back' }[];
  readonly feasible: readonly number[];
  readonly ranking: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly published?: Readonly<Record<string, readonly number[]>>;
  readonly remembered?: Readonly<Record<string, readonly number[]>>;
  readonly reference: Readonly<Record<string, readonly number[] | number>>;
  readonly referenceByActor: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
};

const folder = new URL('../../../../fixtures/published/', import.meta.url);
const all = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Published)
  .filter(({ form }) => form === 'options');

const names: readonly (readonly [string, ConceptName])[] = [
  ['sim', 'sim'],
  ['fraserHipel', 'fh'],
  ...[2, 3, 4, 5].map((h) => [`limit${h}`, `lim${h}`] as const),
  ['nm', 'nm'],
];

describe.each(all)('$name', (conflict) => {
  const options = conflict.options.length;
  const model: Model = {
    actors: conflict.actors.length,
    options: conflict.options.map(({ actor, direction }) => ({
      owners: [conflict.actors.indexOf(actor)],
      mode: 'single',
      direction: direction === 'fwd' ? 'forward' : direction,
    })),
    impossible: [...Array(2 ** options).keys()]
      .filter((code) => !conflict.feasible.includes(code))
      .map((code) => programAt(code, options)),
  };
  const structure = structureOf(model);
  const ranks = conflict.actors.map((actor) => {
    const classes = conflict.ranking[actor]!;
    return Uint32Array.from(
      structure.codes,
      (s) => classes.length - classes.findIndex((same) => same.includes(s)),
    );
  });
  const given = names.filter(([name]) => conflict.referenceByActor[name]);

  test.each(given)('%s comes out as given, for everybody', (name, concept) => {
    const { stable } = stabilityOf(structure, ranks, concept);
    conflict.actors.forEach((actor, i) => {
      const codes = [...structure.codes].filter((_, s) => stable[i]![s]);
      expect(codes, actor).toEqual(conflict.referenceByActor[name]![actor]);
    });
    const equilibria = [...structure.codes].filter((_, s) => stable.every((flags) => flags[s]));
    for (const said of [conflict.reference, conflict.published, conflict.remembered])
      if (said?.[name]) expect(equilibria).toEqual(said[name]);
  });

  test.runIf(conflict.reference.nmCycleLength !== undefined)('the horizons come round as given', () => {
    expect(nonMyopic(moveGraphOf(structure), ranks).period).toBe(conflict.reference.nmCycleLength);
  });
});
