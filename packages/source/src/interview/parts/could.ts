import { idFor } from '@demarche/case';
import { type Asking, askLines } from '../ask.ts';
import type { Act, Draft } from '../draft.ts';
import type { Material } from '../material.ts';
import { toldOf } from '../names-of.ts';

export const mostActs = 12;
const mostEach = 6;
const mostFacts = 4;

/** What each party could do, and what is so without anybody's choosing. */
export function* could(material: Material, draft: Draft, ids: Set<string>): Asking<void> {
  draft.acts = [];
  for (const party of draft.parties!) {
    const before: readonly Act[] = draft.acts;
    const last = party === draft.parties!.at(-1);
    const labels = yield* askLines(
      {
        id: `could:${party.id}`,
        part: 'what each could do',
        ask: `What could ${party.name} do, or go on doing? Each in a few words, beginning with a verb.`,
        why: 'One thing that is done or not done, as in “stop the aid”. What takes several to agree is named at one of them. Twelve in all are enough for most conflicts.',
        passages: toldOf(material, party),
        most: mostEach,
      },
      (lines) => {
        if (before.length + lines.length > mostActs)
          return {
            problem: `with these there are ${before.length + lines.length} things to do, at most ${mostActs} fit`,
            hint: 'leave out what decides little; going back, you can leave out others',
          };
        if (last && before.length + lines.length === 0)
          return {
            problem: 'nobody can do anything so far',
            hint: 'name at least one thing that a party can do',
          };
        return undefined;
      },
    );
    const own = new Set<string>();
    draft.acts = [
      ...before,
      ...labels.map((label) => ({ id: `${party.id}.${idOf(label, 'act', own)}`, label, by: [party.id] })),
    ];
  }
  const facts = yield* askLines({
    id: 'facts',
    part: 'what each could do',
    ask: 'Does anything that nobody chooses decide much: who is winning, a deadline, the weather?',
    why: 'It is neither wanted nor done; the answer is worked out for both cases.',
    most: mostFacts,
  });
  draft.facts = facts.map((label) => ({ id: idOf(label, 'fact', ids), label }));
}

const little = /^(?:a|an|the|to|of|on|in|at|its|his|her|their|for|and|or|with|from|by|is|are|has|have)$/i;

/** An id of the first words that say something. */
export function idOf(label: string, kind: string, taken: Set<string>): string {
  const words = label.split(/\s+/).filter((word) => !little.test(word));
  return idFor((words.length > 0 ? words : [label]).slice(0, 3).join(' '), kind, taken);
}
