import type { Compiled } from '@demarche/case';
import type { Beliefs, Profile } from '../answer/result.ts';
import { commitments } from './commit.ts';
import { correctedBeliefs } from './correct-belief.ts';
import type { Unit } from './edit.ts';
import { gates } from './gate.ts';
import { given } from './give.ts';
import { reorders } from './reorder.ts';

/** Every single change, in the order in which results list them: what is given, committed, gated, believed, then reordered. */
export function unitsOf(compiled: Compiled, profile: Profile, beliefs: Beliefs): readonly Unit[] {
  const { case: found, scenario } = compiled;
  return [
    ...given(found, scenario),
    ...commitments(found, scenario),
    ...gates(compiled),
    ...(beliefs === 'as-held' ? correctedBeliefs(found, profile) : []),
    ...reorders(found, profile),
  ];
}
