import * as z from 'zod';
import { type Interview, replay } from './interview.ts';
import type { Problem, Reply } from './question.ts';

const text = z.string().max(2000);
const count = z.int().nonnegative();
const range = z.object({ start: count, end: count });
const about = z
  .object({
    title: text,
    published: z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/),
    author: text,
    publisher: text,
    language: text,
    url: text,
  })
  .partial();

const saved = z.object({
  interview: z.literal(1),
  material: z.object({
    source: z.object({
      place: text,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      length: count,
      about,
    }),
    passages: z
      .array(
        range.extend({
          hash: z.string().regex(/^h-[0-9a-f]{16}$/),
          by: text.optional(),
          about: z.array(text).max(200),
        }),
      )
      .max(1000),
    names: z
      .array(
        z.object({
          name: text.min(1),
          aliases: z.array(text).max(200),
          role: text.optional(),
          affiliations: z.array(text).max(200),
          at: z.array(range).max(3),
          mentions: count,
          acts: count,
          doing: z.array(range).max(20),
          speaks: count,
        }),
      )
      .max(100),
  }),
  replies: z.array(z.object({ to: text, reply: z.json() })).max(500),
  before: z.record(text, z.json()).optional(),
});

/**
 * An interview that was kept, from what its file holds. `left`: replies at the end that do not fit their questions and do not count, as
 * after a change by hand.
 */
export function interviewFrom(
  value: unknown,
): { readonly interview: Interview; readonly left: number } | Problem {
  const found = saved.safeParse(value);
  if (!found.success) {
    const [issue] = found.error.issues;
    return {
      problem: `it is no interview that was kept: ${issue!.path.join('.') || 'the whole'}: ${issue!.message}`,
      hint: 'begin anew with --from',
    };
  }
  const kept = JSON.parse(JSON.stringify(found.data)) as Interview;
  const whole: Interview = { ...kept, before: (kept.before ?? {}) as Readonly<Record<string, Reply>> };
  const { fitting } = replay(whole);
  return {
    interview: { ...whole, replies: whole.replies.slice(0, fitting) },
    left: whole.replies.length - fitting,
  };
}
