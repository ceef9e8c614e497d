import type { Case, Scenario } from '../case.ts';

/** Everything that can be set, as a scenario leaves it. */
export type Situation = {
  /** Facts, and options that the scenario fixes: the same in every state. */
  readonly constants: ReadonlyMap<string, boolean>;
  readonly fixed: readonly { readonly option: number; readonly on: boolean }[];
  /** The state it starts from; undefined where the case has no `now`. Exact up to 53 options. */
  readonly now: number | undefined;
  /** Options taken there and facts that hold, by id. */
  readonly taken: ReadonlySet<string>;
};

export function situationOf(found: Case, scenario: Scenario | undefined): Situation {
  if (found.graph)
    return { constants: new Map(), fixed: [], now: graphNow(found, scenario), taken: new Set() };
  const constants = new Map<string, boolean>();
  const fixed: { option: number; on: boolean }[] = [];
  const taken = new Set(found.now ?? []);
  for (const [id, on] of [...Object.entries(scenario?.start ?? {}), ...Object.entries(scenario?.fix ?? {})]) {
    if (on) taken.add(id);
    else taken.delete(id);
  }
  for (const { id } of found.facts) constants.set(id, taken.has(id));
  let now = 0;
  found.options.forEach(({ id }, k) => {
    if (taken.has(id)) now += 2 ** k;
    const on = scenario && id in scenario.fix ? scenario.fix[id]! : undefined;
    if (on === undefined) return;
    constants.set(id, on);
    fixed.push({ option: k, on });
  });
  return { constants, fixed, now: found.now === undefined ? undefined : now, taken };
}

/** The one state that things are in, or that the scenario starts from or holds; undefined where none is named. */
function graphNow(found: Case, scenario: Scenario | undefined): number | undefined {
  const named = Object.entries({ ...scenario?.start, ...scenario?.fix }).find(([, on]) => on)?.[0];
  const at = found.graph!.states.findIndex(({ id }) => id === (named ?? found.now?.[0]));
  return at === -1 ? undefined : at;
}

export function scenarioOf(found: Case, id: string | null): Scenario | undefined {
  if (id === null) return undefined;
  const scenario = found.scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return scenario;
}
