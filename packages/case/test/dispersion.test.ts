import { expect, it } from 'vitest';
import { readCase } from '../src/index.ts';

const withDispersion = (dispersion: string) =>
  readCase(
    `demarche: 1\ntitle: One list\nactors: { a: { options: { go: Go } } }\nreadings: { a: { r: { dispersion: ${dispersion}, prefers: [a.go] } } }\n`,
  );

it('a dispersion lies between 0 and 1', () => {
  for (const sound of ['0', '0.35', '1'])
    expect(withDispersion(sound).case!.readings[0]![0]!.dispersion).toBe(Number(sound));
  for (const wrong of ['-0.1', '1.01'])
    expect(withDispersion(wrong).diagnostics.map(({ code }) => code)).toContain('number-range');
});
