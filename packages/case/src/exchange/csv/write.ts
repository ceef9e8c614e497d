import { LimitError } from '../../compile/limit.ts';
import type { Compiled } from '../../compile.ts';
import { mostListed } from '../bounds.ts';
import { payoffsOf } from '../payoffs.ts';
import { csvText } from './text.ts';

/** A row a state: its code over the options that are written, Y or N for every option of one owner, a payoff for every actor. */
export function writeCsv(compiled: Compiled, profile: Readonly<Record<string, string>>): string {
  const { case: found, structure } = compiled;
  if (structure.codes.length > mostListed)
    throw new LimitError(
      'too-large',
      `a table may have ${mostListed} states, there are ${structure.codes.length}`,
      structure.codes.length,
    );
  const options = found.options.flatMap(({ id, mode }, k) => (mode === 'single' ? [{ id, k }] : []));
  const payoffs = found.actors.map(({ id }, i) => payoffsOf(compiled, i, profile[id]!));
  const rows = Array.from(structure.codes, (code, state) => [
    options.reduce((sum, { k }, at) => sum + ((code >>> k) & 1) * 2 ** at, 0),
    ...options.map(({ k }) => ((code >>> k) & 1 ? 'Y' : 'N')),
    ...payoffs.map((own) => own[state]!),
  ]);
  return csvText([['state', ...options.map(({ id }) => id), ...found.actors.map(({ id }) => id)], ...rows]);
}
