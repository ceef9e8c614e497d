import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demarche, jsonOf, matches } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-solve-'));
afterAll(() => rmSync(folder, { recursive: true }));
const tutorial = 'cases/tutorial';

const hostile = '\\input{x} & 50% of $A_1$ #~^';
const chicken = join(folder, 'chicken.yaml');
writeFileSync(
  chicken,
  `demarche: 1
title: '${hostile}'
actors:
  ash: { name: '${hostile}', options: { yield: '${hostile}' } }
  birch: { options: { yield: Pull back } }
now: []
readings:
  ash:   { hurry: { prefers: [ash.yield or birch.yield, birch.yield, not ash.yield] } }
  birch: { hurry: { prefers: [ash.yield or birch.yield, ash.yield, not birch.yield] } }
`,
);

// Only by moving twice, with another in between, can the others bring down who leaves the state 0.
const relay = join(folder, 'relay.yaml');
writeFileSync(
  relay,
  `demarche: 1
title: Who passes what on
actors: { a: { options: { go: Go } }, b: { options: { x: X, y: Y } }, c: { options: { z: Z } } }
impossible: [b.y and not b.x, c.z and not b.x, b.y and not c.z]
now: []
readings:
  a: { one: { prefers: [not (a.go and b.y), a.go] } }
  b: { one: { prefers: [b.y, b.x] } }
  c: { one: { prefers: [c.z] } }
questions: { goes: { ask: Does a go?, holds-when: a.go } }
`,
);

describe('solve names what it was computed with', () => {
  it('the rule of sanctions always, and which of the concepts it touches', () => {
    expect(jsonOf(['solve', tutorial]).settings).toEqual({
      concepts: ['nash', 'gmr', 'smr', 'seq', 'sseq'],
      beliefs: 'correct',
      engine: 'compact',
      sanctions: 'legal',
      sanctionsTouch: ['gmr', 'smr', 'seq', 'sseq'],
    });
    const { settings, period } = jsonOf([
      'solve',
      tutorial,
      '--concepts',
      'nm,lim2,fh',
      '--sanctions',
      'once',
    ]);
    expect(settings).toMatchObject({ sanctions: 'once', sanctionsTouch: ['fh'] });
    expect(settings.limited).toEqual({ ties: 'worst', turns: 'cautious' });
    expect(period).toBeGreaterThanOrEqual(1);
    expect(demarche(['solve', tutorial, '--concepts', 'seq', '--sanctions', 'once']).out).toContain('GMCR+');
  });

  it('lists concepts in one order, each once, and all of them for `all`', () => {
    expect(jsonOf(['solve', tutorial, '--concepts', 'nm,lim10,sim,lim3,nash,sim']).concepts).toEqual([
      'nash',
      'sim',
      'lim3',
      'lim10',
      'nm',
    ]);
    expect(jsonOf(['solve', tutorial, '--concepts', 'all', '--full', '--why', '9']).concepts).toHaveLength(9);
  });

  it.each([
    [['--concepts', 'lim0'], 'lim2'],
    [['--concepts', 'lim1001'], '1000'],
    [['--concepts', 'sm'], 'smr'],
    [['--concepts', ''], 'concept'],
    [['--sanctions', 'twice'], 'once'],
    [['--why', '64'], 'no such feasible state'],
    [['--why', '-1'], 'no such feasible state'],
    [['--latex', '--json'], 'cannot be used'],
  ])('%j is wrong usage', (args, said) => {
    const { status, out, err } = demarche(['solve', tutorial, ...args]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });

  it.each(['answer', 'hinge', 'reach', 'perceive'])(
    '%s says why sim and its like cannot drive a course',
    (name) => {
      const { status, err } = demarche([name, tutorial, '--concepts', 'sim']);
      expect(status).toBe(2);
      expect(err).toContain('cannot drive a course');
    },
  );
});

describe('the rules of sanctions', () => {
  const equilibria = (rule: string) =>
    jsonOf(['solve', relay, '--concepts', 'gmr,seq,fh', '--sanctions', rule, '--full', '--why', '0']);

  it('differ where an opponent has to move twice', () => {
    const [legal, once, single] = ['legal', 'once', 'single'].map(equilibria);
    expect(legal.stable.seq.a).toContain(0);
    expect(once.stable.seq.a).not.toContain(0);
    expect(single.stable.gmr.a).not.toContain(0);
    const [reason] = legal.why.reasons.seq;
    expect(reason.improvements[0].sanction.map(({ actor }: { actor: string }) => actor)).toEqual([
      'b',
      'c',
      'b',
    ]);
  });
});

describe('answer and hinge under a rule of sanctions', () => {
  it('name it, and follow it', () => {
    const answers = (rule: string) => {
      const { settings, questions } = jsonOf(['answer', relay, '--concepts', 'seq', '--sanctions', rule]);
      expect(settings.sanctions).toBe(rule);
      return questions[0].answers.map(({ passed }: { passed: boolean }) => passed);
    };
    // Ash goes ahead where nothing deters it, although the ban still comes and it then steps back.
    expect([answers('legal'), answers('once')]).toEqual([[false], [true]]);
    expect(jsonOf(['hinge', tutorial, '--sanctions', 'once']).settings.sanctions).toBe('once');
    expect(demarche(['answer', relay, '--sanctions', 'once']).out).toContain('sanctions once');
    expect(demarche(['answer', relay]).out).not.toContain('sanctions legal');
  });
});

describe('the table as papers print it', () => {
  it('is there unasked for few states, and by --table for many', () => {
    const few = demarche(['solve', chicken, '--concepts', 'seq,sim,nm']).out;
    expect(few).toContain('Order: 1 is what the actor likes best');
    expect(few.split('\n').find((line) => line.includes('· Pull back'))).toMatch(/N +N +Y +Y/);
    expect(demarche(['solve', tutorial]).out).not.toContain('Every state');
    const many = demarche(['solve', tutorial, '--table', '--concepts', 'all']).out;
    expect(many).toContain('Every state');
    for (const line of many.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  it('says as much as --json', () => {
    const { feasible, order, stable, equilibria } = jsonOf(['solve', chicken, '--concepts', 'sim', '--full']);
    expect([feasible, order, stable, equilibria]).toEqual([
      [0, 1, 2, 3],
      { ash: [4, 3, 1, 2], birch: [4, 1, 3, 2] },
      { sim: { ash: [1, 2, 3], birch: [1, 2, 3] } },
      { sim: [1, 2, 3] },
    ]);
  });

  it('as LaTeX, with nothing of the case read as a command', () => {
    const { out, status } = demarche(['solve', chicken, '--latex', '--concepts', 'seq,fh']);
    expect(status).toBe(0);
    const code = out.split('\n').filter((line) => !line.startsWith('%'));
    expect(code.filter((line) => line.startsWith('\\begin{tabular}'))).toEqual(['\\begin{tabular}{lcccc}']);
    const escaped =
      '\\textbackslash{}input\\{x\\} \\& 50\\% of \\$A\\_1\\$ \\#\\textasciitilde{}\\textasciicircum{}';
    expect(code).toContain(`${escaped} & N & Y & N & Y \\\\`);
    for (const row of code.filter((line) => line.endsWith('\\\\') && !line.includes('multicolumn')))
      expect(row.replaceAll('\\&', '').split('&')).toHaveLength(5);
    expect(code.join('').match(/(?<!\\)\{/g)).toHaveLength(code.join('').match(/(?<!\\)\}/g)!.length);
  });

  it('--blind names nobody', () => {
    for (const flag of ['--latex', '--table'])
      expect(demarche(['solve', tutorial, flag, '--blind', '--why', '9']).out).not.toMatch(/torvale|marrin/i);
  });
});

describe('in graph form', () => {
  const graph = 'cases/harbour-graph';

  it('sim and fh are left out of all, said so, and refused where they are named', () => {
    const { status, out } = demarche(['solve', graph, '--concepts', 'all', '--why', '2']);
    expect(status).toBe(0);
    expect(out).toContain('left out: sim and fh');
    expect(out).toContain('Why 2 does not hold (nash, gmr, smr, seq and sseq)');
    expect(jsonOf(['solve', graph, '--concepts', 'all']).concepts).not.toContain('sim');
    const named = demarche(['solve', graph, '--concepts', 'seq,sim']);
    expect([named.status, named.out]).toEqual([2, '']);
    expect(named.err).toContain('needs options');
  });

  it('the table names its states, and knows no Y and N', () => {
    const { out } = demarche(['solve', graph, '--latex', '--concepts', 'seq']);
    expect(out).toContain('States. 0: Talks; 1: A strike;');
    expect(out).not.toContain('Options');
    expect(demarche(['solve', graph, '--concepts', 'lim2', '--sanctions', 'single']).out).toContain(
      '1. “A strike”',
    );
  });
});

describe('explain', () => {
  it.each([
    ['sim', 'at the same|together'],
    ['fh', 'tableau'],
    ['lim3', 'looks so many moves ahead'],
    ['nm', 'however far'],
    ['once', 'each opponent at most once'],
  ])('%s', (word, said) => {
    expect(demarche(['explain', word]).out.replace(/\s+/g, ' ')).toMatch(new RegExp(said));
  });
});

describe('--why tells what deters, in words', () => {
  it.each([
    ['sim', 'but not if at the same time birch drops “Pull back”'],
    ['seq', 'nothing deters it'],
    ['lim2', 'expects'],
  ])('%s', (concept, said) => {
    const { out } = demarche(['solve', chicken, '--concepts', concept, '--why', '3']);
    expect(out.replace(/\s+/g, ' ')).toContain(said);
  });
});

describe('--conditions', () => {
  it('say of every state what solving says, as each reads its own list', () => {
    const solved = jsonOf(['solve', chicken, '--full']);
    const order = new Map<string, Map<number, number>>(
      solved.actors.map((actor: string) => [
        actor,
        new Map(solved.feasible.map((code: number, at: number) => [code, solved.order[actor][at]])),
      ]),
    );
    let stable = 0;
    for (const state of solved.feasible) {
      const { out, status } = demarche([
        'solve',
        chicken,
        '--conditions',
        String(state),
        '--json',
        '--quiet',
      ]);
      expect(status).toBe(0);
      const told = JSON.parse(out);
      matches('solve-conditions', told);
      for (const { concept, actors } of told.conditions)
        for (const { actor, any } of actors) {
          type One = { actor: string; better: number; than: number; holds: boolean };
          const place = (one: One, code: number) => order.get(one.actor)!.get(code)!;
          const holds = any.some((all: One[]) =>
            all.every((one) => place(one, one.better) < place(one, one.than) === one.holds),
          );
          expect({ state, concept, actor, holds }).toEqual({
            state,
            concept,
            actor,
            holds: solved.stable[concept][actor].includes(state),
          });
          if (holds) stable++;
        }
    }
    expect(stable).toBeGreaterThan(0);
  });

  it('are told in words, blind too, and not for other concepts', () => {
    const { out } = demarche(['solve', tutorial, '--conditions', '9', '--concepts', 'nash', '--quiet']);
    expect(out).toContain('Torvale does not prefer 8 to 9');
    const blind = demarche([
      'solve',
      tutorial,
      '--conditions',
      '9',
      '--concepts',
      'nash',
      '--blind',
      '--quiet',
    ]);
    expect(blind.status).toBe(0);
    expect(blind.out).not.toMatch(/torvale|marrin|tunnel/i);
    const other = demarche(['solve', tutorial, '--conditions', '9', '--concepts', 'nm']);
    expect([other.status, other.out]).toEqual([2, '']);
  });
});
