import { type Asking, askPick } from '../ask.ts';
import type { Draft } from '../draft.ts';
import { thingsOf } from '../things.ts';

/** What is so today. */
export function* standing(draft: Draft): Asking<void> {
  const things = thingsOf(draft);
  const label = (id: string) => things.find((one) => one.id === id)!.label;
  const { picked } = yield* askPick(
    {
      id: 'now',
      part: 'where things stand',
      ask: 'Which of these are so today?',
      why: 'The ways that it can go begin here. All others are taken as not so.',
      choices: things,
    },
    ({ picked: taken }) => {
      const clash = draft.apart!.find(([a, b]) => taken.includes(a) && taken.includes(b));
      return clash
        ? {
            problem: `you said that these two cannot be so at the same time: ${label(clash[0])}; ${label(clash[1])}`,
            hint: 'leave one of them out, or go back and let them be so together',
          }
        : undefined;
    },
  );
  draft.now = picked;
}
