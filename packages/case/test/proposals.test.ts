import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, decideProposals, editCase, readCase } from '../src/index.ts';
import { arbitraryCase } from './arbitrary-case.ts';
import { repoCases } from './repo-cases.ts';

const models = ['a-model', 'vendor/model:7b', '"quoted": [x] # y'];

/** A case file with proposals in it, and their ids. */
function withProposals(text: string, count: number, model: string): { text: string; ids: string[] } {
  const found = readCase(text).case!;
  const source = found.sources[0]?.id ?? 'paper';
  const ids = Array.from({ length: count }, (_, k) => `proposal-${k}`);
  const edited = editCase(text, [
    ...(found.sources.length === 0
      ? [{ kind: 'extend' as const, path: ['sources'], value: { paper: {} } }]
      : []),
    {
      kind: 'extend',
      path: ['statements'],
      value: Object.fromEntries(
        ids.map((id) => [
          id,
          { in: source, by: 'Somebody', kind: 'aim', gist: 'wants: [it] # all', proposed: model },
        ]),
      ),
    },
  ]);
  return { text: edited, ids };
}

/** All that any analysis, report or export can see of what counts. */
function counted({ sha256: _, proposals: __, decided: ___, sources, ...rest }: Case) {
  return { ...rest, sources: sources.filter(({ id }) => id !== 'paper') };
}

describe('a proposal', () => {
  it('changes nothing that counts, in cases of the repository', () => {
    for (const { text, file } of repoCases) {
      const before = readCase(text).case;
      if (!before) continue;
      const after = readCase(withProposals(text, 2, models[0]!).text).case;
      expect(
        after?.proposals.map(({ id }) => id),
        file,
      ).toEqual(['proposal-0', 'proposal-1']);
      expect(counted(after!)).toEqual(counted(before));
    }
  });

  it('changes nothing that counts in random cases; accepted it is a statement, rejected it is gone', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.constantFrom(...models), (text, model) => {
        const before = readCase(text).case!;
        const made = withProposals(text, 2, model);
        const after = readCase(made.text).case!;
        expect(counted(after)).toEqual(counted(before));
        const [one, other] = made.ids;
        const accepted = readCase(editCase(made.text, decideProposals(after, [one!], 'accepted'))).case!;
        expect(accepted.statements.map(({ id }) => id)).toEqual([
          ...before.statements.map(({ id }) => id),
          one,
        ]);
        const both = readCase(
          editCase(
            editCase(made.text, decideProposals(after, [one!], 'accepted')),
            decideProposals(accepted, [other!], 'rejected'),
          ),
        ).case!;
        expect(both.proposals).toEqual([]);
        expect(both.statements).toHaveLength(before.statements.length + 1);
        expect(both.decided.map(({ statement, model: by, decision }) => [statement, by, decision])).toEqual([
          [one, model, 'accepted'],
          [other, model, 'rejected'],
        ]);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('is no ground: evidence and judgements that name one are mistakes', () => {
    const found = repoCases.find(({ file }) => file === 'cases/tutorial/case.yaml')!.text;
    const { text } = withProposals(found, 1, 'a-model');
    const actor = readCase(found).case!.actors[0]!;
    const likelihood = Object.fromEntries(readCase(found).case!.readings[0]!.map(({ id }) => [id, 'likely']));
    for (const edit of [
      {
        kind: 'add' as const,
        path: ['evidence'],
        value: { statement: 'proposal-0', actor: actor.id, likelihood },
      },
      {
        kind: 'add' as const,
        path: ['impossible'],
        value: { when: 'false', because: ['proposal-0'] },
      },
    ]) {
      const read = readCase(editCase(text, [edit]));
      expect(read.case).toBeUndefined();
      expect(read.diagnostics.map(({ code }) => code)).toContain('proposed-statement');
    }
  });

  it('keeps comments when it is decided on', () => {
    const found = repoCases.find(({ file }) => file === 'cases/tutorial/case.yaml')!.text;
    const { text, ids } = withProposals(`# a comment on top\n${found}`, 1, 'a-model');
    const accepted = editCase(text, decideProposals(readCase(text).case!, ids, 'accepted'));
    for (const line of found.split('\n').filter((one) => one.includes('#'))) expect(accepted).toContain(line);
    expect(accepted.startsWith('# a comment on top\n')).toBe(true);
    expect(accepted).not.toContain('proposed:');
  });
});
