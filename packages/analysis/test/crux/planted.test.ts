import { type Case, compileCase, type Priority, readCase } from '@demarche/case';
import { positionOf } from '@demarche/engine';
import { expect, test } from 'vitest';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { type Random, randomFrom } from '../../../case/test/random.ts';
import { deep } from '../../../engine/test/runs.ts';
import { applied, differencesOf } from '../../src/crux/differences.ts';
import { answerCell, type Crux, cruxOf, firstProfile, gamesOf } from '../../src/index.ts';

type Edit = (found: Case) => Case;

/** Edits of one judgement each, no two of the same. */
function editsOf(found: Case, random: Random): readonly Edit[] {
  const edits: Edit[] = [];
  found.readings.forEach((readings, actor) => {
    readings.forEach(({ order }, r) => {
      if (order.kind !== 'prefers' || order.priorities.length < 2) return;
      const k = random.below(order.priorities.length - 1);
      const swapped: Priority[] = [...order.priorities];
      [swapped[k], swapped[k + 1]] = [swapped[k + 1]!, swapped[k]!];
      edits.push((one) => ({
        ...one,
        readings: one.readings.map((list, i) =>
          i === actor
            ? list.map((each, at) =>
                at === r ? { ...each, order: { kind: 'prefers', priorities: swapped } } : each,
              )
            : list,
        ),
      }));
    });
  });
  for (const { id } of [...found.options, ...found.facts])
    edits.push((one) => ({
      ...one,
      now: one.now!.includes(id) ? one.now!.filter((item) => item !== id) : [...one.now!, id],
    }));
  found.options.forEach((option, k) => {
    const set = (edit: (option: Case['options'][number]) => Case['options'][number]) =>
      edits.push((one) => ({ ...one, options: one.options.with(k, edit(one.options[k]!)) }));
    set((one) => ({ ...one, direction: one.direction === 'both' ? 'forward' : 'both' }));
    if (option.gate) set(({ gate: _, ...rest }) => rest);
    if (option.lock) set(({ lock: _, ...rest }) => rest);
  });
  for (const { text } of found.impossible)
    edits.push((one) => ({ ...one, impossible: one.impossible.filter((item) => item.text !== text) }));
  found.scenarios.forEach((_, k) => {
    edits.push((one) => ({ ...one, scenarios: one.scenarios.with(k, { ...one.scenarios[k]!, fix: {} }) }));
  });
  found.beliefs.forEach((belief) => {
    edits.push((one) => ({ ...one, beliefs: one.beliefs.filter((each) => each !== belief) }));
  });
  return [...edits]
    .map((edit) => ({ edit, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ edit }) => edit);
}

/** Undefined where the changes leave no start to begin from. */
function answerOf(found: Case): string | undefined {
  const compiled = compileCase(found);
  if (positionOf(compiled.structure, compiled.now!) === -1) return undefined;
  const cell = answerCell(compiled, gamesOf(compiled.structure), firstProfile(found), 'seq', 'any');
  return cell.answers.find(({ question }) => question === 'calm')?.answer;
}

/** A case, and the same with one edit that turns its answer and nine that do not, alone or together. */
function planted(
  seed: number,
): { readonly one: Case; readonly other: Case; readonly alone: Case } | undefined {
  const random = randomFrom(seed);
  const one = readCase(randomCase(seed, { options: 5, orders: ['prefers'] })).case!;
  const before = answerOf(one);
  const edits = editsOf(one, random);
  const plant = edits.find((edit) => {
    const after = answerOf(edit(one));
    return after !== undefined && after !== before;
  });
  if (!plant || before === undefined) return undefined;
  const alone = plant(one);
  let idle = one;
  let both = alone;
  let count = 0;
  for (const edit of edits) {
    if (edit === plant || count === 9) continue;
    const kept =
      answerOf(edit(one)) === before &&
      answerOf(edit(idle)) === before &&
      answerOf(edit(both)) === answerOf(alone);
    if (!kept) continue;
    idle = edit(idle);
    both = edit(both);
    count++;
  }
  return count === 9 ? { one, other: both, alone } : undefined;
}

test('a planted judgement that decides among nine that do not is found every time', {
  timeout: 300_000,
}, () => {
  const wanted = deep ? 200 : 10;
  let found = 0;
  let kinds = new Set<string>();
  for (let seed = 1; found < wanted && seed < 100 * wanted; seed++) {
    const case_ = planted(seed);
    if (!case_) continue;
    const { one, other, alone } = case_;
    const differences = differencesOf(one, other);
    if ('problems' in differences || differences.length !== 10) continue;
    found++;
    const crux = cruxOf(one, other, { question: 'calm', profile: firstProfile(one) }) as Crux;
    const single = crux.sets.filter((set) => set.length === 1);
    expect(single, `seed ${seed}`).toHaveLength(1);
    const at = single[0]![0]!;
    expect(answerOf(applied(one, other, [differences[at]!]))).toBe(answerOf(alone));
    const changed = differencesOf(one, alone);
    expect('problems' in changed ? [] : changed.map(({ id }) => id)).toEqual([differences[at]!.id]);
    kinds = kinds.add(differences[at]!.kind);
  }
  expect(found).toBe(wanted);
  expect(kinds.size).toBeGreaterThan(1);
});
