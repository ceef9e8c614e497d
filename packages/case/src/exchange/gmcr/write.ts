import type { Formula, Order } from '../../case.ts';
import { LimitError } from '../../compile/limit.ts';
import type { Compiled } from '../../compile.ts';
import { mostListed } from '../bounds.ts';
import { patternsOf } from '../cover.ts';
import { gapsOf } from '../csv/gaps.ts';
import type { Pattern } from '../pattern.ts';

/** Patterns that say what is not feasible, at most. */
const mostInfeasible = 5_000;

/** Statements of one decision maker, at most: with one more GMCR+ no longer adds their weights up. */
const mostStatements = 63;

/** The conflict as GMCR+ 0.4 writes it. State codes are those of the case, without the options that it cannot hold. */
export function writeGmcr(compiled: Compiled, profile: Readonly<Record<string, string>>): string {
  const { case: found } = compiled;
  const options = found.options.flatMap((option, k) => (option.mode === 'single' ? [{ ...option, k }] : []));
  const place = new Map(options.map(({ k }, at) => [k, at]));
  const condition = (pattern: Pattern) =>
    pattern.flatMap(({ option, on }) => {
      const at = place.get(option);
      return at === undefined ? [] : [[at, on ? 'Y' : 'N']];
    });
  const orders = found.actors.map(
    ({ id }, i) => found.readings[i]!.find((one) => one.id === profile[id])!.order,
  );
  const statements = orders.map((order) => statementsOf(order, compiled));
  const manual = statements.some((one) => one === undefined);
  if (manual && compiled.structure.codes.length > mostListed)
    throw new LimitError(
      'too-large',
      `a ranking by hand is written for at most ${mostListed} states, there are ${compiled.structure.codes.length}`,
      compiled.structure.codes.length,
    );
  const makers = found.actors.map(({ name, id }, i) => ({
    name,
    options: options.flatMap(({ owners }, at) => (owners[0] === i ? [at] : [])),
    preferences: manual
      ? []
      : statements[i]!.map((patterns) =>
          patterns.length === 1
            ? condition(patterns[0]!)
            : { compound: true, members: patterns.map(condition) },
        ),
    ...(manual ? { preferenceRanking: rankingOf(compiled.ranks(i, profile[id]!)) } : {}),
    misperceptions: found.unperceived[i]!.flatMap((formula) =>
      patternsFor(formula, compiled, 'what an actor does not perceive').map(condition),
    ),
  }));
  const file = {
    program: 'demarche',
    options: options.map(({ name, direction }) => ({
      name,
      permittedDirection: { both: 'both', forward: 'fwd', back: 'back' }[direction],
    })),
    infeasibles: infeasibleOf(compiled, place).map(condition),
    useManualPreferenceRanking: manual,
    decisionMakers: makers,
  };
  const lines = Object.entries(file).map(([key, value]) => `${JSON.stringify(key)}: ${lineOf(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** A list stands with an item a line, everything else on one. */
function lineOf(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((item) => ` ${JSON.stringify(item)}`).join(',\n')}\n]`;
}

/** Statements in order of importance, each the patterns of which one must hold; undefined where only a ranking says it. */
function statementsOf(order: Order, { program }: Compiled): readonly (readonly Pattern[])[] | undefined {
  if (order.kind !== 'prefers') return undefined;
  const statements: (readonly Pattern[])[] = [];
  for (const { that } of order.priorities) {
    // Of n that count alike: at least n of them, then at least n − 1, …
    for (let n = that.length; n >= 1; n--) {
      const counted: Formula =
        that.length === 1
          ? that[0]!
          : {
              text: '',
              expression: {
                kind: 'count',
                bound: 'at least',
                n,
                of: that.map(({ expression }) => expression),
              },
            };
      const patterns = patternsOf(program(counted));
      if (!patterns) return undefined;
      // What holds everywhere or nowhere tells no two states apart.
      if (patterns.some((pattern) => pattern.length > 0)) statements.push(patterns);
    }
  }
  return statements.length > mostStatements ? undefined : statements;
}

function patternsFor(formula: Formula, { program }: Compiled, what: string): readonly Pattern[] {
  const patterns = patternsOf(program(formula));
  if (patterns) return patterns;
  throw new LimitError('too-large', `${what} (“${formula.text.slice(0, 60)}”) comes to too many patterns`);
}

/** What is impossible line by line, what the scenario holds in place, or, where that grows too long, the gaps between the states. */
function infeasibleOf(compiled: Compiled, place: ReadonlyMap<number, number>): readonly Pattern[] {
  const { model, structure } = compiled;
  const found: Pattern[] = (model.fixed ?? []).flatMap(({ option, on }) =>
    place.has(option) ? [[{ option, on: !on }]] : [],
  );
  for (const program of model.impossible) {
    const patterns = patternsOf(program);
    if (!patterns || found.length + patterns.length > mostInfeasible) {
      const kept = [...place.keys()];
      const codes = Array.from(structure.codes, (code) =>
        kept.reduce((sum, k, at) => sum + ((code >>> k) & 1) * 2 ** at, 0),
      ).sort((a, b) => a - b);
      const gaps = gapsOf(codes, kept.length, mostInfeasible);
      if (gaps) return gaps.map((gap) => gap.map(({ option, on }) => ({ option: kept[option]!, on })));
      throw new LimitError('too-large', `what is impossible comes to more than ${mostInfeasible} patterns`);
    }
    found.push(...patterns);
  }
  return found;
}

/** State numbers from best to worst, equals in a list of their own. */
function rankingOf(ranks: Uint32Array): readonly (number | readonly number[])[] {
  const classes = new Map<number, number[]>();
  ranks.forEach((rank, state) => {
    const same = classes.get(rank);
    if (same) same.push(state + 1);
    else classes.set(rank, [state + 1]);
  });
  return [...classes]
    .sort(([a], [b]) => b - a)
    .map(([, states]) => (states.length === 1 ? states[0]! : states));
}
