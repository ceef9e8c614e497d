import { type Asking, askPick } from '../ask.ts';
import type { Draft, Ready } from '../draft.ts';

/** What the case is to answer. */
export function* questions(draft: Draft): Asking<void> {
  const ready = readyQuestions(draft);
  const { picked } = yield* askPick({
    id: 'questions',
    part: 'what you would like to know',
    ask: 'What would you like to know?',
    why: 'The answer is worked out for every view of every party, and says what it hangs on. More can be asked later.',
    choices: ready.map(({ id, ask }) => ({ id, label: ask })),
    least: 1,
    most: 8,
    default: likelyQuestions(ready),
  });
  draft.questions = ready.filter(({ id }) => picked.includes(id));
}

/** Questions that every case can be asked: who gains, and of each thing whether it is so in the end. */
export function readyQuestions({
  parties = [],
  acts = [],
}: Pick<Draft, 'parties' | 'acts'>): readonly Ready[] {
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  const gains = {
    id: 'who-gains',
    ask: 'Where can this come to rest, and who is better or worse off there?',
  };
  const sorted = [...acts].sort((a, b) => Number(b.by.length > 1) - Number(a.by.length > 1));
  return [
    gains,
    ...sorted.map(({ id, label, by }) => ({
      id: `lasts-${id}`,
      ask: `Does “${label}”${by.length > 1 ? '' : ` (${names.get(by[0]!)})`} last?`,
      holds: id,
    })),
  ];
}

/** Who gains, and whether the first agreement lasts, or else the first thing. */
export function likelyQuestions(ready: readonly Ready[]): readonly string[] {
  return ready.slice(0, 2).map(({ id }) => id);
}
