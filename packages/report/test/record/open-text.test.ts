import { answerCase } from '@demarche/analysis';
import { type Case, decideProposals, editCase, readCase } from '@demarche/case';
import { describe, expect, it } from 'vitest';
import { claimsOf, openText } from '../../src/record/index.ts';
import { redactCase } from '../../src/words/redact.ts';
import { analysis, readSound, tutorialYaml } from '../tutorial.ts';
import { written } from './written.ts';

/** The tutorial with some of its statements and sources withheld. */
function withheld(...paths: readonly (readonly string[])[]): string {
  return editCase(
    tutorialYaml,
    paths.map((path) => ({ kind: 'set', path: [...path, 'withhold'], value: true })),
  );
}

const some: readonly (readonly [string, string])[] = [
  ['a statement', withheld(['statements', 's09'])],
  ['several statements', withheld(['statements', 's02'], ['statements', 's09'], ['statements', 's16'])],
  ['a source', withheld(['sources', 'analysis'])],
  [
    'everything',
    withheld(
      ['sources', 'analysis'],
      ...readSound(tutorialYaml).statements.map(({ id }) => ['statements', id]),
    ),
  ],
];

/** What a file may say of a case: all but where it was read from, and how its evidence is put into groups. */
function plainly({ sha256: _, evidence, statements, ...rest }: Case) {
  return {
    ...rest,
    statements: statements.map(({ anchor: __, kind: ___, ...one }) => one),
    evidence: evidence.map(({ group: __, ...one }) => one),
  };
}

describe.each(some)('the open text of a case that withholds %s', (_, yaml) => {
  const found = readSound(yaml);
  const open = openText(yaml, found)!;
  const read = readCase(open.text).case!;

  it('is the case as a report may show it', () => {
    expect(plainly(redactCase(read))).toEqual(plainly(redactCase(found)));
    expect(open.withheld).toEqual({
      statements: redactCase(found).statements.filter(({ withhold }) => withhold).length,
      sources: found.sources.filter(({ withhold }) => withhold).length,
    });
  });

  it('has every answer and every number of the whole', () => {
    expect(claimsOf(read, answerCase(read)).questions).toEqual(claimsOf(found, answerCase(found)).questions);
  });

  it('has no word of what is withheld, nor has a report that carries it', () => {
    const { page } = written(yaml, { texts: { analysis }, answersOnly: true });
    const points = [...analysis];
    const shown = new Set(read.statements.flatMap(({ by, holder }) => [by, holder]));
    for (const one of found.statements) {
      if (!one.withhold && !found.sources.some(({ id, withhold }) => id === one.in && withhold)) continue;
      const secrets = [one.gist, one.note, shown.has(one.by) ? undefined : one.by, one.hash];
      const passage = one.at && points.slice(one.at.start, one.at.end).join('');
      for (const secret of [...secrets, passage?.slice(0, 40)]) {
        if (secret === undefined || secret.length < 8) continue;
        expect(open.text).not.toContain(secret);
        expect(page.replaceAll('&#39;', "'").replaceAll('\\n', '\n')).not.toContain(secret);
      }
    }
  });

  it('says so, and has no comment but that', () => {
    expect(open.text.split('\n')[0]).toMatch(/^# From a report: what .* withheld/);
    expect(open.text.slice(1)).not.toMatch(/(?:^|\s)#/);
  });
});

describe('proposals of a model', () => {
  const proposed = editCase(tutorialYaml, [
    { kind: 'extend', path: ['sources'], value: { second: { title: 'Another' } } },
    {
      kind: 'extend',
      path: ['statements'],
      value: Object.fromEntries(
        ['p1', 'p2', 'p3', 'p4'].map((id, k) => [
          id,
          { in: k < 2 ? 'analysis' : 'second', gist: `Guess of ${id}`, proposed: 'a-model' },
        ]),
      ),
    },
  ]);
  const decided = (text: string, ...edits: Parameters<typeof editCase>[1]) =>
    editCase(text, [...decideProposals(readSound(text), ['p1', 'p3'], 'rejected'), ...edits]);

  it('go out as they are where nothing is withheld', () => {
    const text = decided(proposed);
    expect(openText(text, readSound(text))).toEqual({ text });
  });

  it('go with a withheld source, and the record of decisions on them', () => {
    const text = decided(proposed, { kind: 'set', path: ['sources', 'analysis', 'withhold'], value: true });
    const open = openText(text, readSound(text))!;
    const read = readSound(open.text);
    for (const said of ['Guess of p1', 'Guess of p2']) expect(open.text).not.toContain(said);
    expect(read.proposals.map(({ id }) => id)).toEqual(['p4']);
    expect(read.decided.map(({ statement }) => statement)).toEqual(['p3']);
  });

  it('go where they alone are withheld, or what became a statement is', () => {
    const alone = editCase(proposed, [{ kind: 'set', path: ['statements', 'p2', 'withhold'], value: true }]);
    expect(openText(alone, readSound(alone))!.text).not.toContain('Guess of p2');
    const rejected = editCase(alone, decideProposals(readSound(alone), ['p2'], 'rejected'));
    expect(rejected).not.toContain('Guess of p2');
    const accepted = editCase(proposed, [
      ...decideProposals(readSound(proposed), ['p4'], 'accepted'),
      { kind: 'set', path: ['statements', 'p4', 'withhold'], value: true },
    ]);
    const open = openText(accepted, readSound(accepted))!;
    expect(open.text).not.toContain('Guess of p4');
    expect(readSound(open.text).decided).toEqual([]);
  });
});

it('where nothing is withheld it is the file, byte for byte', () => {
  const text = `# A remark.\r\n${tutorialYaml}`;
  expect(openText(text, readSound(text))).toEqual({ text });
});

it('is none where the file does not read without what is withheld', () => {
  const yaml = `demarche: 1
title: A
sources: { s: { title: S } }
statements: { a: { in: s, gist: &word Hidden, withhold: true } }
actors: { north: { name: *word, options: { act: Act } } }
now: []
readings: { north: { r: { prefers: [north.act] } } }
questions: { q: { ask: Q, holds-when: north.act } }
`;
  expect(openText(yaml, readSound(yaml))).toBeUndefined();
});
