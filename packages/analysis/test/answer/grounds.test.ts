import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, readCase } from '@demarche/case';
import { concepts } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { answerGrid, keptGrounds } from '../../src/index.ts';

const root = join(import.meta.dirname, '../../../..');
const sound = (file: string) => readCase(readFileSync(join(root, file), 'utf8')).case!;

/** Edits as somebody makes them on a page, one after the other. */
const edits: readonly ((found: Case) => Case)[] = [
  (found) => found,
  (found) => withLists(found, 0, (list) => [...list].reverse()),
  (found) => withLists(found, found.actors.length - 1, (list) => list.slice(1)),
  (found) => ({ ...found, now: [] }),
  (found) => ({ ...found, impossible: found.impossible.slice(1) }),
  (found) => ({ ...found, options: found.options.map((one) => ({ ...one, direction: 'both' as const })) }),
  (found) => ({ ...found, beliefs: found.beliefs.slice(1), scenarios: found.scenarios.slice(1) }),
];

type Lists = readonly unknown[];

function withLists(found: Case, actor: number, change: <T>(list: readonly T[]) => readonly T[]): Case {
  const readings = found.readings.map((own, i) =>
    i !== actor
      ? own
      : own.map((one) =>
          one.order.kind === 'prefers' && (one.order.priorities as Lists).length > 1
            ? { ...one, order: { ...one.order, priorities: change(one.order.priorities) } }
            : one,
        ),
  );
  return { ...found, readings };
}

describe.each(['fixtures/oracle/small.yaml', 'fixtures/oracle/lock.yaml', 'cases/tutorial/case.yaml'])(
  '%s',
  (file) => {
    it('is answered after every edit as if nothing had been kept', () => {
      const grounds = keptGrounds();
      const options = { concepts, beliefs: ['correct', 'as-held'] as const };
      for (const edit of edits) {
        const found = edit(sound(file));
        const kept = answerGrid(found, options, grounds);
        // Each cell with grounds of its own: nothing is shared between any two.
        const alone = answerGrid(found, options, (...place) => keptGrounds()(...place));
        expect(kept).toEqual(alone);
      }
    });
  },
);
