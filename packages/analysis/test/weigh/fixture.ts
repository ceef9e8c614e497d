import { readFileSync } from 'node:fs';
import { type Case, readCase } from '@demarche/case';

export function caseFrom(text: string): Case {
  const { case: found, diagnostics } = readCase(text, { file: 'case.yaml' });
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return found;
}

export const oracleText = (name: string): string =>
  readFileSync(new URL(`../../../../fixtures/oracle/${name}`, import.meta.url), 'utf8');

/** The evidence of the second oracle; `e2` may be given by ranges. */
export const fourStatements = (second = ['0.1', '0.4', '0.9']): string => `
evidence:
  - { statement: e1, actor: north, strength: 0.5, likelihood: { peace: 0.9, gain: 0.9, subdue: 0.8 } }
  - { statement: e2, actor: north, strength: 0.8, likelihood: { peace: ${second[0]}, gain: ${second[1]}, subdue: ${second[2]} } }
  - { statement: e3, actor: north, strength: 0.6, likelihood: { peace: 0.3, gain: 0.8, subdue: 0.5 } }
  - { statement: e4, actor: north, strength: 0.6, likelihood: { peace: 0.2, gain: 0.6, subdue: 0.7 } }
`;

export const stayMove = `
  - actor: north
    menu:
      stay: [north.g, north.s, north.t]
      accept: [north.p, north.g, north.h, north.s]
      sign: [north.p, north.q]
    chose: stay`;

const stayed = (times: number): string => (times === 0 ? '' : `moves-seen:${stayMove.repeat(times)}`);

/**
 * The second oracle of the formulas as a case: peace, gain and subdue with scores (0, .5, 1), (.5, 1, 0) and (1, .5, 0) of stay,
 * accept and sign, each order one priority in two halves.
 */
export function threeReadings(evidence = fourStatements(), moves = 1, more = ''): Case {
  const text = `
demarche: 1
title: Three readings
sources:
  paper: { title: A paper, reliability: B }
statements:
  e1: { in: paper, by: One, about: north, gist: First. }
  e2: { in: paper, by: Two, about: north, gist: Second. }
  e3: { in: paper, by: Three, about: north, gist: Third. }
  e4: { in: paper, by: Four, about: north, gist: Fourth. }
actors:
  north: { name: North, options: { p: P, q: Q, g: G, h: H, s: S, t: T } }
  south: { name: South, options: { x: X } }
now: []
readings:
  north:
    peace: { prefers: [[north.p, north.q]] }
    gain: { prefers: [[north.g, north.h]] }
    subdue: { prefers: [[north.s, north.t]] }
  south:
    base: { prefers: [south.x] }
weighing: { precision: [1, 2, 4, 8]${more} }
${evidence}
${stayed(moves)}`;

  return caseFrom(text);
}
