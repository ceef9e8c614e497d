import { readCase } from '@demarche/case';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answer,
  back,
  beginInterview,
  caseOf,
  type Interview,
  lineOf,
  materialOf,
  questionOf,
  replyFromLine,
} from '../../src/index.ts';
import { replyTo } from './random-reply.ts';

const deep = process.env.DEMARCHE_DEEP === '1';
const text = `Torvale wants its night back, said Dag Henning, a spokesman for Torvale. “We will close the tunnel,” Henning said.

Marrin fears that Torvale wants an income. Marrin barred the timber. Torvale closed the tunnel. Elin Sorby, an engineer, believes that Torvale wants quiet.
`;
const material = materialOf(text, 'tunnel.txt', { title: 'Two towns and a tunnel', published: '2026-06-12' });
const begun = beginInterview(material);

function errorsOf(found: string) {
  const { case: read, diagnostics } = readCase(found, { file: 'case.yaml' });
  return { read, errors: diagnostics.filter(({ severity }) => severity === 'error') };
}

test('whatever is replied and wherever it stops, the case loads, and what was replied is in it', () => {
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      let interview: Interview = begun;
      for (let step = 0; step < 80; step++) {
        const question = questionOf(interview);
        if (!question) break;
        if (step > 0 && draw(fc.integer, { min: 0, max: 19 }) === 0) {
          interview = back(interview);
          continue;
        }
        const next = answer(
          interview,
          draw(() => replyTo(question)),
          text,
        );
        if ('problem' in next) {
          expect(next.problem).not.toBe('');
          const standard = answer(interview, question.default, text);
          if ('interview' in standard) interview = standard.interview;
          else break;
        } else interview = next.interview;
        const made = caseOf(interview);
        const { read, errors } = errorsOf(made.text);
        expect(errors).toEqual([]);
        expect(read!.now).toBeDefined();
        expect(read!.questions.length).toBeGreaterThan(0);
        expect(read!.options.length).toBeGreaterThan(0);
        // Kept as JSON and gone on with, it is the same.
        const again: Interview = JSON.parse(JSON.stringify(interview));
        expect(questionOf(again)).toEqual(questionOf(interview));
        expect(caseOf(again)).toEqual(made);
      }
    }),
    { numRuns: deep ? 2000 : 25, seed: 7 },
  );
});

test('every default is a fitting reply, or the refusal says what to do', () => {
  let interview: Interview = begun;
  for (let question = questionOf(interview); question; question = questionOf(interview)) {
    const reply = question.id.startsWith('could:') ? ['do one thing', 'do another'] : question.default;
    const next = answer(interview, reply, text);
    expect(next).not.toHaveProperty('problem');
    if ('interview' in next) interview = next.interview;
  }
  expect(interview.replies.length).toBeGreaterThan(10);
});

test('a reply as a line is that reply', () => {
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      let interview: Interview = begun;
      for (let question = questionOf(interview); question; question = questionOf(interview)) {
        const asked = question;
        const next = answer(
          interview,
          draw(() => replyTo(asked)),
          text,
        );
        if (!('interview' in next)) return;
        interview = next.interview;
        const { reply } = interview.replies.at(-1)!;
        const line = lineOf(question, reply);
        // A line cannot hold what parts it, and empty takes the default.
        if (
          line === '' ||
          /[;,]/.test(JSON.stringify(reply).replace(/[[\]{}":,]/g, '')) ||
          question.kind === 'lines' ||
          question.kind === 'each'
        )
          continue;
        const read = replyFromLine(question, line);
        if (question.kind === 'order') expect(read).toEqual({ reply });
      }
    }),
    { numRuns: 30, seed: 11 },
  );
});

test('going back offers the reply again', () => {
  const one = answer(begun, 'Jo');
  if (!('interview' in one)) throw new Error('refused');
  const before = back(one.interview);
  expect(questionOf(before)).toMatchObject({ id: 'coder', default: 'Jo' });
  expect(back(back(before))).toEqual(before);
});
