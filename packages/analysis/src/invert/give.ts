import type { Case } from '@demarche/case';
import type { Played, Unit } from './edit.ts';

/** Every option that the scenario leaves open, held on or off for the whole game, its start included. */
export function given(found: Case, scenario: string | null): readonly Unit[] {
  const fixed = found.scenarios.find(({ id }) => id === scenario)?.fix ?? {};
  return found.options.flatMap(({ id }) =>
    id in fixed
      ? []
      : [true, false].map(
          (on): Unit => ({
            change: { kind: 'give', option: id, on },
            swaps: 0,
            apply: (played) => (isFixed(played, id) ? undefined : withFix(played, id, on)),
          }),
        ),
  );
}

function isFixed({ found, scenario }: Played, option: string): boolean {
  return option in (found.scenarios.find(({ id }) => id === scenario)?.fix ?? {});
}

/** Under a scenario of its own, so that codes, payoffs and formulas are read as under any that fixes something. */
function withFix({ found, scenario }: Played, option: string, on: boolean): Played {
  const before = found.scenarios.find(({ id }) => id === scenario);
  const id = `${scenario ?? ''}+${option}`;
  const after = {
    ...(before ?? { label: '', start: {}, because: [] }),
    id,
    fix: { ...before?.fix, [option]: on },
  };
  return { found: { ...found, scenarios: [...found.scenarios, after] }, scenario: id };
}
