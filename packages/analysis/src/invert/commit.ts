import type { Case, CaseOption } from '@demarche/case';
import type { Unit } from './edit.ts';

/** Every option that can still be switched both ways, made one-way: a commitment, or a renunciation, that cannot be taken back. */
export function commitments(found: Case, scenario: string | null): readonly Unit[] {
  const fixed = found.scenarios.find(({ id }) => id === scenario)?.fix ?? {};
  return found.options.flatMap(({ id, direction }, k) =>
    id in fixed || direction !== 'both'
      ? []
      : (['on', 'off'] as const).map(
          (once): Unit => ({
            change: { kind: 'irrevocable', option: id, once },
            swaps: 0,
            apply: ({ found: now, scenario: under }) => {
              if (now.options[k]!.direction !== 'both') return undefined;
              const direction: CaseOption['direction'] = once === 'on' ? 'forward' : 'back';
              const options = now.options.map((option, at) => (at === k ? { ...option, direction } : option));
              return { found: { ...now, options }, scenario: under };
            },
          }),
        ),
  );
}
