import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settleCase } from '@demarche/analysis';
import { readCase } from '@demarche/case';
import { type ConceptName, everyConcept, type SanctionRule } from '@demarche/engine';
import { describe, expect, it } from 'vitest';

const docs = new URL('../../../docs/', import.meta.url).pathname;
const folder = join(docs, 'concepts');
const pages = readdirSync(folder);

/** A table of a page: `<!-- solve: CONCEPT [RULE] -->` before it, a row for each state, a column for each actor. */
type Worked = {
  readonly yaml: string;
  readonly concept: ConceptName;
  readonly rule: SanctionRule;
  readonly rows: readonly (readonly string[])[];
};

function workedOn(page: string): readonly Worked[] {
  const text = readFileSync(join(folder, page), 'utf8');
  const pattern = /^```yaml\n([\s\S]*?)^```$|^<!-- solve: (\S+)(?: (\S+))? -->\n\n((?:\|.*\n)+)/gm;
  let yaml = '';
  const worked: Worked[] = [];
  for (const [, block, concept, rule = 'legal', table] of text.matchAll(pattern)) {
    if (block !== undefined) yaml = block;
    else
      worked.push({
        yaml,
        concept: concept as ConceptName,
        rule: rule as SanctionRule,
        rows: table!
          .trim()
          .split('\n')
          .map((row) => row.split('|').slice(1, -1))
          .map((row) => row.map((cell) => cell.trim())),
      });
  }
  return worked;
}

describe.each(pages)('docs/concepts/%s', (page) => {
  const worked = workedOn(page);

  it('has its definition, its source, and an example worked through', () => {
    const text = readFileSync(join(folder, page), 'utf8');
    for (const part of ['**Definition.**', '**Worked through.**']) expect(text).toContain(part);
    if (page !== 'sanctions.md') expect(text).toContain('**Source.**');
    expect(worked.length).toBeGreaterThan(0);
  });

  it.each(worked.map((one) => [one.concept, one.rule, one] as const))(
    '%s %s comes out as worked',
    (_, __, { yaml, concept, rule, rows }) => {
      const { case: found } = readCase(yaml, { file: 'case.yaml' });
      const result = settleCase(found!, { concepts: [concept], sanctions: rule });
      const [head, , ...states] = rows;
      expect(head).toEqual(['code', 'state', ...found!.actors.map(({ name }) => name), 'equilibrium']);
      expect(states.map(([code]) => Number(code))).toEqual(result.feasible);
      for (const [code, , ...cells] of states) {
        const verdicts = found!.actors.map(({ id }) =>
          result.stable[concept]![id]!.includes(Number(code)) ? 'stable' : 'leaves',
        );
        const equilibrium = result.equilibria[concept]!.includes(Number(code)) ? 'yes' : 'no';
        expect([code, ...cells]).toEqual([code, ...verdicts, equilibrium]);
      }
    },
  );

  it('its links lead somewhere', () => {
    const text = readFileSync(join(folder, page), 'utf8');
    for (const [, to] of text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g))
      expect(existsSync(join(folder, to!)), to).toBe(true);
  });
});

it('every concept has its page, and docs/concepts.md names it', () => {
  const index = readFileSync(join(docs, 'concepts.md'), 'utf8');
  const names = [...everyConcept.map((one) => (one === 'lim2' ? 'limited-moves' : one)), 'sanctions'];
  expect(names.map((name) => `${name}.md`).sort()).toEqual([...pages].sort());
  for (const name of names) expect(index).toContain(`(concepts/${name}.md)`);
});
