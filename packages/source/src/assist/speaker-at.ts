import type { Case } from '@demarche/case';
import { shared } from '../into/same-passage.ts';
import { voicesOf } from '../into/voices.ts';
import type { Range, Reading } from '../statement.ts';

/** Whom the reader of rules takes for the speaker of a passage, by the name that the case has: where half of the shorter is shared. */
export function speakerAt(found: Case, reading: Reading): (at: Range) => string | undefined {
  const voice = voicesOf(found);
  const names = new Map(reading.speakers.map((one) => [one.id, voice(one).by]));
  return (at) => {
    let best: { readonly who: string; readonly share: number } | undefined;
    for (const one of reading.statements) {
      if (one.who === undefined) continue;
      const share = shared(one, at) / Math.min(one.end - one.start, at.end - at.start);
      if (share >= 0.5 && share > (best?.share ?? 0)) best = { who: one.who, share };
    }
    return best && names.get(best.who);
  };
}
