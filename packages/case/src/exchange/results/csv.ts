import { csvText } from '../csv/text.ts';
import type { ResultTable } from './table.ts';

/**
 * A row a state: code, label, whether it is where things stand, Y or N per option; per actor its rank, its moves and its
 * improvements (state codes); per concept whether the state is an equilibrium, and stable for each actor.
 */
export function resultsCsv(table: ResultTable): string {
  const { actors, options, concepts, states, now } = table;
  const said = (holds: boolean) => (holds ? 'Y' : 'N');
  const head = [
    'state',
    'label',
    'now',
    ...options.map(({ id }) => id),
    ...actors.flatMap(({ id }) => [`rank ${id}`, `moves ${id}`, `improvements ${id}`]),
    ...concepts.flatMap((concept) => [concept, ...actors.map(({ id }) => `${concept} ${id}`)]),
  ];
  const rows = states.map((state) => [
    state.code,
    state.label,
    said(state.code === now),
    ...(options.length > 0 ? state.taken.map(said) : []),
    ...actors.flatMap((_, i) => [
      state.ranks[i]!,
      state.moves[i]!.map(({ to }) => to).join(' '),
      state.moves[i]!.flatMap(({ to, improves }) => (improves ? [to] : [])).join(' '),
    ]),
    ...concepts.flatMap((_, k) => [said(state.equilibrium[k]!), ...state.stable[k]!.map(said)]),
  ]);
  return csvText([head, ...rows]);
}
