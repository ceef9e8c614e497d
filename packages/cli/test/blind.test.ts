import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Case, editCase, readCase, renameIds } from '@demarche/case';
import { afterAll, describe, expect, it } from 'vitest';
import { randomCase } from '../../case/test/arbitrary-case.ts';
import { demarche, matches, root } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-blind-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The same case with ids that no word of ours can be taken for: whatever holds `zq` is a leak. */
function marked(text: string): string {
  const found = readCase(text).case!;
  let count = 0;
  const table = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, `zq${++count}`]));
  const ids = (items: readonly { readonly id: string }[]) => table(items.map(({ id }) => id));
  const single = found.options.filter(({ id }) => id.includes('.'));
  return renameIds(text, {
    actors: ids(found.actors),
    options: ids(single),
    names: ids([...found.options.filter(({ id }) => !id.includes('.')), ...found.facts, ...found.terms]),
    readings: table(
      found.readings.flatMap((list, i) => list.map(({ id }) => `${found.actors[i]!.id}.${id}`)),
    ),
    statements: ids(found.statements),
    sources: ids(found.sources),
    scenarios: ids(found.scenarios),
    questions: ids(found.questions),
  });
}

/** Names and prose that could tell who is who; a lone word in small letters may be one of ours. */
function prose(found: Case): string[] {
  const all = [
    found.title,
    ...found.actors.map(({ name }) => name),
    ...found.options.map(({ name }) => name),
    ...found.facts.map(({ name }) => name),
    ...found.readings.flat().flatMap(({ label, heldBy }) => [label, ...heldBy]),
    ...found.scenarios.map(({ label }) => label),
    ...found.questions.map(({ ask }) => ask),
    ...found.sources.flatMap(({ title, url, author, publisher }) => [title, url, author, publisher]),
    ...found.statements.flatMap(({ by, holder, via, gist }) => [by, holder, via, gist]),
    ...found.lookFor.map(({ label }) => label),
  ];
  return [...new Set(all)].filter((one) => one !== undefined && !/^[a-z-]*$/.test(one)) as string[];
}

function leaks(text: string, found: Case): string[] {
  return [
    ...(text.match(/[^\s"“]*zq\d+[^\s"”]*/g) ?? []),
    ...prose(found).filter((one) => text.includes(one)),
  ];
}

// What a person would run into daily; the deep run has more cases.
const deep = process.env.DEMARCHE_DEEP === '1';
const files = [
  'cases/tutorial/case.yaml',
  ...(deep ? ['fixtures/oracle/small.yaml', 'fixtures/oracle/joint.yaml'] : []),
];
/** The tutorial's parties have an opinion of what others think, and do not see everything. */
const unseen = readFileSync(join(root, files[0]!), 'utf8')
  .replace('marrin: { torvale: hold, because: [s10] }', 'marrin: { of: { authority: { torvale: hold } } }')
  .replace(
    '\nevidence:',
    `
unaware:
  marrin: [authority.repair]
unperceived:
  authority:
    - marrin.bar and not torvale.open
    - { when: accord and marrin.bar, note: Nobody would sign that. }

evidence:`,
  );
const texts: readonly (readonly [string, string])[] = [
  ...files.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const),
  ['the tutorial, less seen', unseen],
  ...(deep ? [1, 2, 3] : []).map((seed) => [`random case ${seed}`, randomCase(1000 + seed)] as const),
];

describe.each(texts)('%s', (name, text) => {
  const path = join(folder, `${name.replace(/\W/g, '-')}.yaml`);
  writeFileSync(path, marked(text));
  const found = readCase(marked(text)).case!;
  const actor = found.actors[0]!.id;
  const asked = found.questions.find(({ kind }) => kind === 'holds')!.id;
  const commands = [
    ['answer', path, '--full'],
    ['solve', path, '--full'],
    ['reach', path, '--full'],
    ['hinge', path],
    ['perceive', path, '--full'],
    ['why', path, found.questions[0]!.id],
    ['uses', path, actor],
    ['check', path],
    ['coalition', path, '--full'],
    // Slower ones where there is most to leak, and on one case of everything.
    ...(name === files[0] || name === 'random case 1'
      ? [
          ['weigh', path],
          ['perceive', path, '--full'],
          ['invert', path, asked, '--full'],
        ]
      : []),
    ['answer', path, '--reading', `${actor}=${found.readings[0]!.at(-1)!.id}`],
  ];

  it.each(commands)('%s: no name gets out, in words or as JSON', (...args) => {
    const said = demarche([...args, '--blind']);
    expect(said.status).toBe(0);
    expect(leaks(said.out + said.err, found)).toEqual([]);
    const json = demarche([...args, '--blind', '--json']);
    expect(leaks(json.out + json.err, found)).toEqual([]);
    matches(args[0]!, JSON.parse(json.out));
  });

  it('crux: what two cases differ in is told without names', () => {
    const other = join(folder, `other-${name.replace(/\W/g, '-')}.yaml`);
    const [first] = found.now!;
    const now = first === undefined ? [found.options[0]!.id] : found.now!.slice(1);
    writeFileSync(other, editCase(marked(text), [{ kind: 'set', path: ['now'], value: now }]));
    for (const more of [[], ['--json']]) {
      const said = demarche(['crux', path, other, asked, '--blind', ...more]);
      expect([said.status, leaks(said.out + said.err, found)]).toEqual([0, []]);
      if (more.length > 0) matches('crux', JSON.parse(said.out));
      else expect(said.out).toContain('one judgement');
    }
  });

  it('no name gets into a report', () => {
    const file = join(folder, 'report.html');
    expect(demarche(['answer', path, '--blind', '--report', file, '--quiet']).status).toBe(0);
    expect(leaks(readFileSync(file, 'utf8'), found)).toEqual([]);
  });

  it('the numbers stay the same', () => {
    const both = (...args: string[]) =>
      [[], ['--blind']].map((more) => JSON.parse(demarche([...args, '--json', ...more]).out));
    const [open, blind] = both('solve', path, '--full');
    expect(blind.equilibria).toEqual(open.equilibria);
    expect(blind.feasible).toEqual(open.feasible);
    expect(Object.values(blind.stable.seq)).toEqual(Object.values(open.stable.seq));
    type Question = {
      readonly answers: readonly { readonly answer: string; readonly rests: unknown }[];
      readonly hinge: { readonly seq?: { readonly shares: object } };
    };
    type Expects = { readonly rests: unknown; readonly surprises: readonly { readonly kind: string }[] };
    const [answered, hidden] = both('answer', path).map(({ questions }) =>
      questions.map(({ answers, hinge }: Question) => [
        answers.map(({ answer, rests }) => [answer, rests]),
        // Blind names put factors in another order, and with it what is added up.
        Object.values(hinge.seq?.shares ?? {}).map((share) => Math.round(1e9 * (share as number)) / 1e9),
      ]),
    );
    expect(hidden).toEqual(answered);
    const [perceived, unnamed] = both('perceive', path).map(({ correct, expects, equilibria, ...rest }) => [
      correct.rests,
      rest['as-held'].rests,
      expects.map(({ rests, surprises }: Expects) => [rests, surprises.map(({ kind }) => kind)]),
      equilibria,
    ]);
    expect(unnamed).toEqual(perceived);
  });
});

it('a blind usage error offers no name', () => {
  const { status, err } = demarche(['answer', 'cases/tutorial', '--blind', '--reading', 'torvale=incom']);
  expect(status).toBe(2);
  expect(err).not.toContain('income');
});
