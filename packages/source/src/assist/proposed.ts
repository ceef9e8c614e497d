import * as z from 'zod';

export const proposalKinds = [
  'aim',
  'act',
  'belief',
  'assessment',
  'constraint',
  'capability',
  'circumstance',
] as const;

/** What a model may answer: quotations, never offsets. Lengths and kinds are judged afterwards, so that each can be refused by itself. */
export const answerSchema = z.object({
  proposals: z.array(
    z.object({ quotation: z.string(), speaker: z.string(), kind: z.string(), gist: z.string() }),
  ),
});

/** A proposal as a model makes it. */
export type Proposed = z.output<typeof answerSchema>['proposals'][number];
