import { type Case, readCase } from '@demarche/case';

/** A conflict small enough to go through every reading and every order of every list. */
export const smallText = `
demarche: 1
title: A fence
sources: { letter: { title: A letter, reliability: B } }
statements:
  s1: { in: letter, kind: act, about: north, credibility: 2 }
  s2: { in: letter, kind: act, about: south, credibility: 2 }
actors:
  north: { name: North, options: { build: Build a fence, tear: Tear it down } }
  south: { name: South, options: { pay: Pay half, complain: Complain } }
impossible: [north.build and north.tear]
now: [south.complain]
readings:
  north:
    thrifty: { label: Thrifty, weight: 2, prefers: [north.build and south.pay, not north.build, not south.complain] }
    tidy: { label: Tidy, weight: 1, dispersion: 0.6, prefers: [north.build, not south.complain, south.pay] }
  south:
    fair: { label: Fair, prefers: [north.build iff south.pay, not south.complain, not north.tear] }
    idle: { label: Idle, prefers: [not south.pay, north.build, south.complain, not north.tear] }
beliefs:
  south: { north: tidy }
  north: { south: fair }
weighing: { other: { south: 0.1 } }
evidence:
  - { statement: s1, actor: north, likelihood: { thrifty: 0.3, tidy: 0.8 } }
  - { statement: s2, actor: south, likelihood: { fair: 0.6, idle: 0.2 } }
questions:
  fence: { ask: Is there a fence?, holds-when: north.build }
  peace: { ask: Does nobody complain?, holds-when: not south.complain }
  who: { ask: Who gains?, kind: gains }
`;

export function soundCase(text: string): Case {
  const { case: found, diagnostics } = readCase(text);
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return found;
}
