import { readdirSync, readFileSync } from 'node:fs';
import { answerCase } from '@demarche/analysis';
import { readCase } from '@demarche/case';
import { expect, it } from 'vitest';

const folder = new URL('../../../../cases/templates/', import.meta.url);

it.each(readdirSync(folder))(
  '%s is sound, is disputed, and something in it hangs on how somebody is read',
  (name) => {
    const { case: found, diagnostics } = readCase(readFileSync(new URL(`${name}/case.yaml`, folder), 'utf8'));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found!.statements.some(({ disputes }) => disputes.length > 0)).toBe(true);
    expect(new Set(found!.readings.flat().flatMap(({ heldBy }) => heldBy)).size).toBeGreaterThan(1);
    const { hinges } = answerCase(found!, { robustness: false });
    const hanging = hinges.filter(({ shares }) =>
      Object.keys(shares).some((factor) => factor.startsWith('reading')),
    );
    expect(hanging.length).toBeGreaterThan(0);
  },
);
