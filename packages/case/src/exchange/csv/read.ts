import { limits } from '../../limits.ts';
import type { Report } from '../../report.ts';
import { mostListed, mostPayoffs } from '../bounds.ts';
import type { Draft } from '../draft.ts';
import { cleanName, idFor } from '../ids.ts';
import { patternText } from '../pattern.ts';
import { type Cell, csvRows } from './cells.ts';
import { gapsOf } from './gaps.ts';

/** Lines of `impossible` that a list of states may come to. */
const mostGaps = 2_000;

type Column =
  | { readonly kind: 'option'; readonly actor: string; readonly option: string; readonly at: number }
  | { readonly kind: 'payoff'; readonly actor: string; readonly at: number };

const yes = new Set(['y', 'yes', '1']);
const no = new Set(['n', 'no', '0']);

/**
 * A table of states: a row each, a column `actor.option` (or `Actor: Option`) with Y or N for every option, a column `actor` with
 * the payoff of every actor; `state` is ignored. Actors are in the order of their payoffs. States without a row are impossible.
 */
export function readCsv(text: string, title: string, report: Report): Draft | undefined {
  const rows = csvRows(text, report);
  if (!rows) return undefined;
  const [head, ...body] = rows;
  if (!head) {
    report.at({ start: 0, end: 0 }, 'import-shape', 'the file is empty', {
      hint: 'the first line names the columns: actor.option for every option, and every actor for its payoffs',
    });
    return undefined;
  }
  if (body.length > mostListed) {
    report.at(
      body[mostListed]![0]!.span,
      'limit',
      `a table may have ${mostListed} states, this one has ${body.length}`,
    );
    return undefined;
  }
  const columns = columnsOf(head, report);
  const actors = actorsOf(columns, head, report);
  if (report.errors() > 0) return undefined;
  if (body.length * actors.length > mostPayoffs)
    report.at(
      head[0]!.span,
      'limit',
      `a table may have ${mostPayoffs} payoffs, this one has ${body.length * actors.length}`,
    );
  if (body.length === 0) report.at(head[0]!.span, 'import-shape', 'the table has no state');
  const options = actors.flatMap(({ options: own }) => own);
  const states = body.map((row) => stateOf(row, head.length, options, actors, report));
  reportTwice(states, body, report);
  if (report.errors() > 0) return undefined;
  const order = states.toSorted((a, b) => a.code - b.code);
  const gaps = gapsOf(
    order.map(({ code }) => code),
    options.length,
    mostGaps,
  );
  if (!gaps) {
    report.at(
      head[0]!.span,
      'limit',
      `it takes more than ${mostGaps} lines to say which states are missing`,
      {
        hint: 'list the states that are missing too, or drop options',
      },
    );
    return undefined;
  }
  const ids = options.map(({ path }) => path);
  return {
    title,
    actors: actors.map(({ id, name, options: own }, i) => ({
      id,
      name,
      options: own.map((option) => ({ id: option.id, name: option.name })),
      order: { payoffs: order.map(({ payoffs }) => payoffs[i]!) },
    })),
    impossible: gaps.map((gap) => patternText(gap, ids)),
  };
}

function columnsOf(head: readonly Cell[], report: Report): readonly Column[] {
  const met = new Set<string>();
  return head.flatMap(({ text, span }, at): Column[] => {
    const cut = text.includes(': ') ? text.indexOf(': ') : text.indexOf('.');
    const actor = cleanName(cut < 0 ? text : text.slice(0, cut), '');
    const option = cut < 0 ? undefined : cleanName(text.slice(cut + 1), '');
    if (at === 0 && /^state$/i.test(text)) return [];
    if (actor === '' || option === '') {
      report.at(span, 'import-shape', 'this column has no name', {
        hint: 'write actor.option over an option, and the actor over its payoffs',
      });
      return [];
    }
    const key = `${actor}\n${option ?? ''}`;
    if (met.has(key)) report.at(span, 'import-shape', `the column “${text}” stands twice`);
    met.add(key);
    return [option === undefined ? { kind: 'payoff', actor, at } : { kind: 'option', actor, option, at }];
  });
}

function actorsOf(columns: readonly Column[], head: readonly Cell[], report: Report) {
  const payoffs = columns.filter((column) => column.kind === 'payoff');
  const options = columns.filter((column) => column.kind === 'option');
  for (const { actor, at } of options)
    if (!payoffs.some((one) => one.actor === actor))
      report.at(head[at]!.span, 'import-shape', `there are no payoffs of “${actor}”`, {
        hint: `add a column “${actor}”`,
      });
  if (payoffs.length === 0)
    report.at(head[0]!.span, 'import-shape', 'no column has payoffs', {
      hint: 'add a column for every actor, named as it is before the point in the columns of its options',
    });
  if (options.length > limits.options)
    report.at(
      head[options[limits.options]!.at]!.span,
      'limit',
      `${options.length} options: at most ${limits.options} can be listed (limit options)`,
    );
  const taken = new Set<string>();
  return payoffs.map(({ actor, at }, k) => {
    const id = idFor(actor, `actor-${k + 1}`, taken);
    const used = new Set<string>();
    const own = options
      .filter((one) => one.actor === actor)
      .map((one, j) => {
        const option = idFor(one.option, `option-${j + 1}`, used);
        return { id: option, name: one.option, path: `${id}.${option}`, at: one.at };
      });
    return { id, name: actor, at, options: own };
  });
}

function stateOf(
  row: readonly Cell[],
  width: number,
  options: readonly { readonly at: number }[],
  actors: readonly { readonly at: number; readonly name: string }[],
  report: Report,
) {
  if (row.length > width) {
    report.at(row[width]!.span, 'import-shape', `this row has ${row.length} cells for ${width} columns`);
  }
  const cell = (at: number): Cell => row[at] ?? { text: '', span: row.at(-1)!.span };
  let code = 0;
  options.forEach(({ at }, k) => {
    const { text, span } = cell(at);
    const said = text.toLowerCase();
    if (yes.has(said)) code += 2 ** k;
    else if (!no.has(said))
      report.at(
        span,
        'import-value',
        `“${text.slice(0, 40)}” says neither that the option is taken nor that it is not`,
        {
          hint: 'write Y or N',
        },
      );
  });
  const payoffs = actors.map(({ at, name }) => {
    const { text, span } = cell(at);
    const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isFinite(number)) return number;
    report.at(span, 'import-value', `“${text.slice(0, 40)}” is no payoff of “${name}”`, {
      hint: 'write a number, as in 3 or 2.5',
    });
    return 0;
  });
  return { code, payoffs };
}

function reportTwice(
  states: readonly { readonly code: number }[],
  body: readonly (readonly Cell[])[],
  report: Report,
): void {
  const met = new Set<number>();
  states.forEach(({ code }, k) => {
    if (met.has(code)) {
      const row = body[k]!;
      const span = { start: row[0]!.span.start, end: row.at(-1)!.span.end };
      report.at(span, 'import-states', `this state (${code}) has a row already`, {
        hint: 'keep one of the two',
      });
    }
    met.add(code);
  });
}
