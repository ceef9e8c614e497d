import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileCase, readCase } from '../src/index.ts';

const folder = new URL('../../../fixtures/oracle/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe('the oracle cases', () => {
  it.each(files)('%s loads without a word and compiles under every scenario', (file) => {
    const { case: found, diagnostics } = readCase(readFileSync(new URL(file, folder), 'utf8'), { file });
    expect(diagnostics).toEqual([]);
    for (const scenario of [null, ...found!.scenarios.map(({ id }) => id)]) {
      const compiled = compileCase(found!, scenario);
      expect([...compiled.structure.codes]).toContain(compiled.now);
      found!.readings.forEach((own, actor) => {
        for (const { id } of own)
          expect(compiled.ranks(actor, id)).toHaveLength(compiled.structure.codes.length);
      });
    }
  });

  it('numbers options as the results do', () => {
    const { case: found } = readCase(readFileSync(new URL('joint.yaml', folder), 'utf8'));
    const ids = ['russia.meddle', 'ukraine.vote', 'us.aid', 'us.bar', 'europe.arm', 'truce'];
    expect(found!.options.map(({ id }) => id)).toEqual(ids);
    expect(compileCase(found!).now).toBe(4 + 16);
  });
});
