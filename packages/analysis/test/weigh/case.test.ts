import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bansOf } from '../../src/weigh/bans.ts';
import { divergence, type Foresight, heldForesight, priorOf, weighActor } from '../../src/weigh/index.ts';
import { priorityScore } from '../../src/weigh/score.ts';
import { caseFrom } from './fixture.ts';

/** A case of two readings of the north, `peace` and `war`, and what is given. */
const made = (parts: {
  readings?: string;
  statements?: string;
  evidence?: string;
  moves?: string;
  weighing?: string;
  reliability?: string;
  more?: string;
}) =>
  caseFrom(`
demarche: 1
title: Two readings
sources:
  paper: { title: A paper, reliability: ${parts.reliability ?? 'B'} }
  wire: { title: A wire }
statements:
  s1: { in: paper, by: Ann, about: north, gist: One., credibility: 3 }
  s2: { in: paper, by: Ann, about: north, gist: Two., credibility: 1 }
  s3: { in: paper, by: Ben, about: north, gist: Three. }
  s4: { in: wire, by: Ann, about: north, gist: Four., credibility: 1 }
  s5: { in: paper, about: north, gist: Five., credibility: 5 }
${parts.statements ?? ''}
actors:
  north: { name: The north, options: { truce: A truce, idle: An idle thing, press: Pressing } }
  south: { name: The south, options: { truce: A truce } }
facts: { winter: It is winter }
terms: { calm: north.truce and south.truce, thaw: not winter }
impossible: [north.truce and north.press]
now: [north.press]
readings:
  north:
${
  parts.readings ??
  `    peace: { prefers: [calm, not north.press, thaw] }
    war: { prefers: [north.press, [winter, not calm]] }`
}
  south:
    base: { prefers: [calm] }
weighing: { precision: [0, 1, 2] ${parts.weighing ?? ''} }
evidence:
${parts.evidence ?? '  []'}
moves-seen:
${parts.moves ?? '  []'}
${parts.more ?? ''}
`);

const item = (id: string, more = '', likelihood = '{ peace: 0.8, war: 0.3 }') =>
  `  - { statement: ${id}, actor: north, likelihood: ${likelihood} ${more} }\n`;

describe('the prior', () => {
  const reading = (id: string, more: string) => `    ${id}: { prefers: [calm]${more} }\n`;
  const shares = (readings: string, weighing = '') => priorOf(made({ readings, weighing }), 0).shares;

  test('is even where nobody states weights, and proportional to them where somebody does', () => {
    expect(shares(reading('peace', '') + reading('war', ''))).toEqual([0.5, 0.5]);
    expect(shares(reading('peace', ', weight: 3') + reading('war', ''))).toEqual([0.75, 0.25]);
    expect(priorOf(made({}), 0).stated).toBe(false);
  });

  test('gives a family what one reading has: listing a reading twice is no vote', () => {
    const three = reading('peace', ', family: f') + reading('quiet', ', family: f') + reading('war', '');
    expect(shares(three)).toEqual([0.25, 0.25, 0.5]);
  });

  test('gives `other` its share off the top', () => {
    const found = priorOf(made({ weighing: ', other: { north: 0.2 }' }), 0);
    expect(found.ids).toEqual(['peace', 'war', 'other']);
    expect(found.shares).toEqual([0.4, 0.4, 0.2]);
  });
});

describe('the strength', () => {
  const strength = (id: string, more = '', options: Parameters<typeof made>[0] = {}) => {
    const { statements } = weighActor(made({ ...options, evidence: item(id, more) }), 0);
    return [statements[0]!.strength.low, statements[0]!.strength.high];
  };

  test('is the least of reliability and credibility', () => {
    expect(strength('s1')).toEqual([0.6, 0.6]);
    expect(strength('s2')).toEqual([0.8, 0.8]);
    expect(strength('s5')).toEqual([0.2, 0.2]);
  });

  test('is unknown where a code says that it cannot be judged, but no more than the other allows', () => {
    expect(strength('s3')).toEqual([0.2, 0.8]);
    expect(strength('s4')).toEqual([0.2, 0.8]);
    expect(strength('s3', '', { reliability: 'D' })).toEqual([0.2, 0.4]);
  });

  test('is what the case states, and tables may be replaced', () => {
    expect(strength('s3', ', strength: 0.5')).toEqual([0.5, 0.5]);
    expect(strength('s3', ', strength: 0.5..0.7')).toEqual([0.5, 0.7]);
    expect(strength('s2', '', { weighing: ', reliability: { B: 0.7 }' })).toEqual([0.7, 0.7]);
    expect(strength('s3', '', { weighing: ', credibility: { "6": 0.3 }' })).toEqual([0.3, 0.3]);
  });

  test('of what was not seen and of an assumption is unknown', () => {
    const likelihood = 'likelihood: { peace: 0.8, war: 0.3 }';
    const evidence = `  - { absent: Nothing, actor: north, ${likelihood} }\n  - { assumption: Something, actor: north, ${likelihood} }\n`;
    const { statements } = weighActor(made({ evidence }), 0);
    expect(statements.map(({ source }) => source.kind)).toEqual(['absent', 'assumption']);
    for (const one of statements) expect(one.strength).toEqual({ low: 0.2, point: 0.5, high: 0.8 });
  });
});

describe('groups', () => {
  const groups = (evidence: string) =>
    weighActor(made({ evidence }), 0).groups.map(({ members }) => members.join(' '));

  test('one speaker in one source is one group, unless independent', () => {
    expect(groups(item('s1') + item('s2') + item('s3') + item('s4') + item('s5'))).toEqual([
      's1 s2',
      's3',
      's4',
      's5',
    ]);
    expect(groups(item('s1') + item('s2', ', independent: true'))).toEqual(['s1', 's2']);
    expect(groups(item('s1') + item('s3', ', group: line') + item('s4', ', group: line'))).toEqual([
      's1',
      's3 s4',
    ]);
  });

  test('a group counts once, with the geometric mean of its members', () => {
    const evidence = item('s1') + item('s2', '', '{ peace: 0.4, war: 0.9 }');
    const { groups: found, posterior } = weighActor(made({ evidence }), 0);
    const chance = (rho: number, likelihood: number) => rho * likelihood + (1 - rho) / 2;
    const peace = Math.sqrt(chance(0.6, 0.8) * chance(0.8, 0.4));
    const war = Math.sqrt(chance(0.6, 0.3) * chance(0.8, 0.9));
    expect(found[0]!.chance.peace!.point).toBeCloseTo(peace, 12);
    expect(found[0]!.bans.peace).toBeCloseTo(Math.log10(peace / war), 12);
    expect(posterior.peace!.point).toBeCloseTo(peace / (peace + war), 12);
    const twice = weighActor(made({ evidence: item('s1') + item('s2', ', strength: 0.6') }), 0);
    expect(twice.posterior.peace!.point).toBeCloseTo(
      weighActor(made({ evidence: item('s1') }), 0).posterior.peace!.point,
      12,
    );
  });
});

describe('likelihoods', () => {
  test('words keep their word beside the range; NA leaves the item out', () => {
    const evidence =
      item('s1', '', '{ peace: very likely, war: I }') + item('s3', '', '{ peace: 0.9, war: NA }');
    const { statements, leftOut } = weighActor(made({ evidence }), 0);
    expect(statements.map(({ id }) => id)).toEqual(['s1']);
    expect(statements[0]!.likelihood.peace).toEqual({
      low: 0.8,
      point: 0.875,
      high: 0.95,
      said: 'very likely',
    });
    expect(statements[0]!.likelihood.war).toMatchObject({ low: 0.2, high: 0.45, said: 'I' });
    expect(leftOut).toEqual([{ id: 's3', why: 'not-applicable' }]);
  });

  test('`other` says nothing in particular', () => {
    const { statements } = weighActor(made({ evidence: item('s1'), weighing: ', other: { north: 0.1 }' }), 0);
    expect(statements[0]!.chance.other).toEqual({ low: 0.5, point: 0.5, high: 0.5 });
  });

  test('what is withdrawn is left out', () => {
    const found = made({ evidence: item('s1') + item('s3') });
    const weighed = weighActor(found, 0, { without: ['s3'] });
    expect(weighed.leftOut).toEqual([{ id: 's3', why: 'withdrawn' }]);
    expect(weighed.posterior).toEqual(weighActor(made({ evidence: item('s1') }), 0).posterior);
    expect(weighActor(found, 0).removals.find(({ item: one }) => one === 's3')!.posterior).toEqual(
      weighed.posterior,
    );
  });
});

describe('moves', () => {
  test('the priority score', () => {
    expect(priorityScore([1, 0, 0.5])).toBeCloseTo((1 / 2 + 0.5 / 8) / (1 / 2 + 1 / 4 + 1 / 8), 12);
    expect(priorityScore([])).toBe(0);
  });

  test('expectations are read with the facts of their time and need not be feasible', () => {
    const moves = `
  - actor: north
    menu: { both: [now, north.truce, south.truce, winter], stop: [now, not north.press] }
    chose: both`;
    const [move] = weighActor(made({ moves }), 0).moves;
    // peace: calm, not press, thaw = (1, 0, 0) against (0, 1, 1); war: press, {winter, not calm} = (1, ½) against (0, ½).
    expect(move!.menu[0]!.score.peace).toBeCloseTo(4 / 7, 12);
    expect(move!.menu[1]!.score.peace).toBeCloseTo(3 / 7, 12);
    expect(move!.menu[0]!.score.war).toBeCloseTo(2.5 / 3, 12);
    expect(move!.menu[1]!.score.war).toBeCloseTo(0.5 / 3, 12);
    expect(move!.silent).toEqual([]);
  });

  test('a move that no priority of a reading tells from its alternatives is silent for it', () => {
    const moves = `
  - { actor: north, menu: { idle: [now, north.idle], rest: [now] }, chose: idle }
  - { actor: north, menu: { hot: [now], cold: [now, winter] }, chose: hot }`;
    const readings = '    peace: { prefers: [thaw] }\n    war: { prefers: [calm] }';
    const found = weighActor(made({ moves, readings }), 0).moves;
    expect(found.map(({ silent }) => silent)).toEqual([['peace', 'war'], ['war']]);
    expect(found[0]!.chance).toEqual({ peace: 0.5, war: 0.5 });
  });

  test('without a menu: from, to and what the model allows, what no priority tells apart counted once', () => {
    const moves = '  - { actor: north, from: [now, south.truce], to: [north.truce, south.truce] }';
    const [move] = weighActor(made({ moves }), 0).moves;
    expect(move!.form).toBe('states');
    // From press: truce, nothing, press; each with and without the idle option.
    expect(move!.menu.map(({ id, states }) => [id, states])).toEqual([
      ['to', 2],
      ['from', 2],
      [expect.any(String), 2],
    ]);
    expect(move!.chose).toBe('to');
    expect(move!.menu[0]!.score.peace).toBe(1);
  });

  test('where from and to look alike to every reading, they are one item', () => {
    const moves = '  - { actor: north, from: [now], to: [now, north.idle] }';
    const [move] = weighActor(made({ moves }), 0).moves;
    expect(move!.menu.map(({ id }) => id)).not.toContain('from');
    expect(move!.chose).toBe('to');
  });

  test('orders without a scale are ranked within the menu, and this is said', () => {
    const readings = `    peace: { ranking: [calm, not north.press, 'true'] }
    war: { scores: { north.press: 2, calm: -1 } }
    gain: { payoffs: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }`;
    const moves = `
  - actor: north
    menu: { go: [now], stop: [], sign: [north.truce, south.truce] }
    chose: go
  - { actor: north, menu: { go: [now], never: [now, north.truce] }, chose: go }`;
    const [one, two] = weighActor(made({ readings, moves }), 0).moves;
    expect(one!.scale).toEqual({ peace: 'rank', war: 'rank', gain: 'rank' });
    expect(one!.menu.map(({ score }) => score)).toEqual([
      { peace: 0, war: 1, gain: 0.5 },
      { peace: 0.5, war: 0.5, gain: 0 },
      { peace: 1, war: 0, gain: 1 },
    ]);
    expect(two!.scale.gain).toBe('unjudged');
    expect(two!.chance.gain).toBeCloseTo(0.5, 12);
  });

  test('where choosing by lot explains them best, no reading explains them', () => {
    const readings = '    peace: { prefers: [calm] }\n    war: { prefers: [calm, winter] }';
    const against = '  - { actor: north, menu: { no: [now], yes: [north.truce, south.truce] }, chose: no }\n';
    expect(weighActor(made({ readings, moves: against }), 0).precision.unexplained).toBe(true);
    const ordinary = against.replace('chose: no', 'chose: yes');
    expect(weighActor(made({ readings, moves: ordinary }), 0).precision.unexplained).toBe(false);
    expect(weighActor(made({ readings }), 0).precision.unexplained).toBe(false);
  });
});

describe('foresight', () => {
  const moves = '  - { actor: north, menu: { sign: [north.truce], press: [now] }, chose: sign }';

  test('replaces the score by its mean over the rests, only where the case asks for it', () => {
    // Signing ends with both at peace or, as likely, as it is; pressing ends as it is.
    const foresight: Foresight = ({ code, held }) => {
      expect(held).toEqual([0, 1, 2]);
      return code === 1
        ? [
            { share: 0.5, states: [9] },
            { share: 0.5, states: [1] },
          ]
        : undefined;
    };
    const found = made({ moves, weighing: ', foresight: held' });
    const weighed = weighActor(found, 0, { foresight });
    expect(weighed.foresight).toEqual({ asked: 'held', used: 'held' });
    expect(weighed.moves[0]!.menu[0]!.score.peace).toBeCloseTo((1 + 3 / 7) / 2, 12);
    expect(weighed.moves[0]!.menu[1]!.score.peace).toBeCloseTo(1 / 7, 12);
    expect(weighActor(found, 0).foresight).toEqual({ asked: 'held', used: 'none' });
    expect(weighActor(made({ moves }), 0, { foresight }).moves[0]!.menu[0]!.score.peace).toBeCloseTo(
      3 / 7,
      12,
    );
  });

  test('follows the course with the own options held: the south signs once the north has', () => {
    const found = made({ moves, weighing: ', foresight: held' });
    const foresight = heldForesight(found);
    expect(foresight({ actor: 0, code: 1, taken: ['north.truce'], held: [0, 1, 2] })).toEqual([
      { share: 1, states: [9] },
    ]);
    expect(foresight({ actor: 0, code: 4, taken: ['north.press'], held: [0, 1, 2] })).toEqual([
      { share: 1, states: [4] },
    ]);
    expect(
      foresight({ actor: 0, code: 5, taken: ['north.truce', 'north.press'], held: [0, 1, 2] }),
    ).toBeUndefined();
    expect(weighActor(found, 0, { foresight }).moves[0]!.menu[0]!.score.peace).toBe(1);
  });

  test('of an actor whose opponent has several readings counts each by its prior, or the one it believes in', () => {
    const text = (beliefs: string) =>
      caseFrom(`
demarche: 1
title: Two minds
actors:
  north: { name: North, options: { truce: T } }
  south: { name: South, options: { truce: T } }
now: []
readings:
  north: { r: { prefers: [south.truce] } }
  south:
    willing: { prefers: [south.truce] }
    unwilling: { prefers: [not south.truce], weight: 3 }
${beliefs}`);
    const from = { actor: 0, code: 1, taken: ['north.truce'], held: [0] };
    expect(heldForesight(text(''))(from)).toEqual([
      { share: 0.25, states: [3] },
      { share: 0.75, states: [1] },
    ]);
    expect(heldForesight(text('beliefs: { north: { south: willing } }'))(from)).toEqual([
      { share: 1, states: [3] },
    ]);
  });
});

describe('stated against revealed', () => {
  test('the divergence of what is done from what is said, in bits', () => {
    expect(divergence([0.5, 0.5], [0.5, 0.5])).toBe(0);
    expect(divergence([1, 0], [0.25, 0.75])).toBeCloseTo(2, 12);
    expect(divergence([0.5, 0.5], [0.25, 0.75])).toBeCloseTo(0.5 * 1 + 0.5 * Math.log2(2 / 3), 12);
    expect(divergence([0.5, 0.5], [1, 0])).toBe(Infinity);
  });

  test('takes the aims that the actor states for itself, and no others', () => {
    const statements = `
  a1: { in: paper, by: Cy, kind: aim, about: north, gist: Its own., credibility: 2 }
  a2: { in: wire, by: A clerk, holder: The north, kind: aim, about: north, gist: In its name., credibility: 2 }
  a3: { in: wire, by: The south, holder: The north, kind: aim, about: north, gist: By another., credibility: 2 }
  a4: { in: wire, by: The south, kind: aim, about: north, gist: Of another., credibility: 2 }
  a5: { in: wire, by: Dee, kind: assessment, about: north, gist: No aim., credibility: 2 }`;
    const evidence = ['a1', 'a2', 'a3', 'a4', 'a5'].map((id) => item(id)).join('');
    const moves = '  - { actor: north, menu: { go: [now], sign: [north.truce, south.truce] }, chose: go }';
    const { statedRevealed, movesOnly, wordsOnly } = weighActor(made({ statements, evidence, moves }), 0);
    expect(statedRevealed.words).toEqual(['a1', 'a2']);
    expect(statedRevealed.moves).toEqual(['move-1']);
    expect(statedRevealed.revealed).toEqual(movesOnly);
    expect(statedRevealed.stated.peace).toBeLessThan(wordsOnly.peace!);
    const { stated, revealed } = statedRevealed;
    const bits = ['peace', 'war'].reduce(
      (sum, h) => sum + revealed[h]! * Math.log2(revealed[h]! / stated[h]!),
      0,
    );
    expect(statedRevealed.bits).toBeCloseTo(bits, 12);
    expect(weighActor(made({ evidence: item('s1') }), 0).statedRevealed.bits).toBeUndefined();
  });
});

describe('the whole', () => {
  test('bans against the mean of the others', () => {
    expect(bansOf([0.2, 0.4, 0.8])[0]).toBeCloseTo(Math.log10(0.2 / 0.6), 12);
    expect(bansOf([0.3])).toEqual([0]);
    expect(bansOf([0, 0.5]).every(Number.isFinite)).toBe(true);
  });

  test('the waterfall begins with the prior and ends with the posterior', () => {
    const moves = '  - { actor: north, menu: { go: [now], sign: [north.truce, south.truce] }, chose: go }';
    const weighed = weighActor(made({ evidence: item('s1') + item('s3'), moves }), 0);
    expect(weighed.waterfall.map(({ after }) => after)).toEqual([
      'prior',
      'Ann (paper)',
      'Ben (paper)',
      'moves',
    ]);
    expect(weighed.waterfall[0]!.posterior).toEqual(weighed.prior);
    expect(weighed.waterfall.at(-1)!.posterior.peace).toBeCloseTo(weighed.posterior.peace!.point, 12);
  });

  test.each(['tutorial', 'ukraine-talks-2025'])('of every actor of %s is plain data without gaps', (name) => {
    const url = new URL(`../../../../cases/${name}/case.yaml`, import.meta.url);
    const found = caseFrom(readFileSync(url, 'utf8'));
    found.actors.forEach((_, actor) => {
      const weighed = weighActor(found, actor);
      expect(JSON.parse(JSON.stringify(weighed))).toEqual(weighed);
      const sum = Object.values(weighed.posterior).reduce((total, { point }) => total + point, 0);
      expect(sum).toBeCloseTo(1, 12);
      expect(weighActor(found, actor)).toEqual(weighed);
    });
  });
});
