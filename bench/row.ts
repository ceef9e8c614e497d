/** One line of the table: what was measured, beside the time to read the same ranks once and what was hoped for. */
export type Row = {
  readonly family: string;
  /** Which conflict of the family. */
  readonly conflict: string;
  /** Feasible states; null where they are not listed. */
  readonly states: number | null;
  readonly actors: number;
  readonly engine: string;
  readonly threads: number;
  readonly measured: number;
  readonly unit: 'ms' | 'samples/s';
  /** Nanoseconds for each feasible state and actor; null where that says nothing. */
  readonly each: number | null;
  /** Milliseconds to read all rank arrays once, in the same run; null where there are none. */
  readonly readMs: number | null;
  /** In the unit of `measured`. */
  readonly goal: number | null;
};

const head = [
  'family',
  'conflict',
  'states',
  'actors',
  'engine',
  'threads',
  'measured',
  'ns a state and actor',
  'reading the ranks once, ms',
  'goal',
  'missed by',
];

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The first lines of the table. */
export const headLines: readonly string[] = [line(head), line(head.map(() => '---'))];

export function lineOf(row: Row): string {
  const known = (value: number | null) => (value === null ? '' : String(value));
  return line([
    row.family,
    row.conflict,
    known(row.states),
    String(row.actors),
    row.engine,
    String(row.threads),
    `${row.measured} ${row.unit}`,
    known(row.each),
    known(row.readMs),
    row.goal === null ? '' : `${row.goal} ${row.unit}`,
    missedBy(row),
  ]);
}

/** By which factor a goal was missed; `met` where it was not. */
function missedBy({ measured, unit, goal }: Row): string {
  if (goal === null) return '';
  const factor = unit === 'ms' ? measured / goal : goal / measured;
  return factor <= 1 ? 'met' : `a factor of ${factor.toFixed(2)}`;
}
