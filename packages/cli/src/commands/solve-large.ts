import {
  firstProfile,
  type LargeSettlement,
  largeState,
  settleLarge,
  standardLarge,
} from '@demarche/analysis';
import { type Case, LimitError, limits } from '@demarche/case';
import {
  type BackEndName,
  type Concept,
  isSolverConcept,
  setBit,
  type Words,
  wordsFor,
  wordsOf,
} from '@demarche/engine';
import { exit, UsageError } from '../exit.ts';
import { interruption } from '../interruption.ts';
import { err, json, out, progressOn, viewOf } from '../io.ts';
import { whole } from '../numbers.ts';
import { type Common, everyConceptOf, type Opened } from '../open.ts';
import { symbolicSolver } from '../symbolic.ts';
import { version } from '../version.ts';

export type LargeSolveOptions = Common & {
  readonly engine?: BackEndName | 'symbolic' | undefined;
  readonly limit?: string | undefined;
  readonly state?: string | undefined;
  readonly table?: true | undefined;
  readonly latex?: true | undefined;
  readonly conditions?: string | undefined;
};

/** Codes listed one by one in JSON, of a concept. */
const mostCodes = 10_000;

/** `demarche solve` of a case whose states are too many to list: cubes and counts, or one state. */
export async function solveLarge(
  { found, reading, scenario = null }: Opened,
  options: LargeSolveOptions,
): Promise<number> {
  const asked = everyConceptOf(options.concepts, found);
  const concepts = asked === undefined || options.concepts === 'all' ? undefined : solverOnes(asked);
  for (const flag of ['table', 'latex', 'conditions'] as const)
    if (options[flag] !== undefined)
      throw new LimitError(
        'too-large',
        `--${flag} goes through all states, up to ${(2 ** found.options.length).toPrecision(2)} here`,
      );
  if (options.engine === 'dense' || options.engine === 'plain')
    throw new UsageError(
      `--engine ${options.engine} does not take this case, because it has more than ${limits.options} options`,
      'leave --engine out, and one that does is taken',
    );
  if (options.sanctions !== undefined && options.sanctions !== 'legal')
    throw new UsageError(
      `--sanctions ${options.sanctions} is worked out where the states can be listed`,
      'leave it out',
    );
  const place = { profile: firstProfile(found, reading), scenario, ...(concepts ? { concepts } : {}) };
  if (options.state !== undefined) return oneState(found, options.state, place, options);
  const limit =
    options.limit === undefined ? standardLarge.limit : whole(options.limit, '--limit', 1, 10_000_000);
  const interrupt = interruption();
  const progress = progressOn(options.quiet === true, 'solving');
  let result: LargeSettlement;
  try {
    result = await settleLarge(found, symbolicSolver, {
      ...place,
      limit,
      list: options.engine !== 'symbolic',
      cancel: interrupt.signal,
      onFound: (concept, cubes) => progress.say(`${concept}: ${cubes} found`),
      rest: () => new Promise((resolve) => setImmediate(resolve)),
    });
  } finally {
    interrupt.forget();
    progress.end();
  }
  if (options.json) json(largeJsonOf(await import('@demarche/report/json'), found, result));
  else {
    const { largeText } = await import('@demarche/report/terminal');
    out(largeText(found, result, viewOf(), { version, full: options.full === true }));
  }
  return statusOf(result, asked !== undefined);
}

const largeJsonOf = (
  { largeJson }: typeof import('@demarche/report/json'),
  found: Case,
  result: LargeSettlement,
) => largeJson(found, result, version, mostCodes);

/** A limit was hit where the search did not come to its end, or where a concept that was named is not told. */
function statusOf({ found }: LargeSettlement, named: boolean): number {
  if (found.some(({ ended }) => ended === 'interrupted')) {
    err(
      'stopped; what was found is printed. The same command looks for all of it again; --limit ends it sooner\n',
    );
    return exit.interrupted;
  }
  const refused = found.filter((one) => one.refused !== undefined);
  const short = found.some(({ ended }) => ended !== 'all');
  return short || refused.length === found.length || (named && refused.length > 0) ? exit.limit : exit.done;
}

function solverOnes(asked: ReturnType<typeof everyConceptOf>): readonly Concept[] {
  const ones = asked!.filter(isSolverConcept);
  if (ones.length < asked!.length)
    throw new UsageError(
      `${asked!.filter((one) => !isSolverConcept(one)).join(', ')}: worked out where the states can be listed`,
      'of a case as large as this: nash, gmr, smr, seq, sseq',
    );
  return ones;
}

async function oneState(
  found: Case,
  text: string,
  place: { readonly profile: Readonly<Record<string, string>>; readonly scenario: string | null },
  options: Common,
): Promise<number> {
  const result = largeState(found, stateIn(found, text), place);
  if (!result) throw new UsageError(`--state ${text}: this state is not feasible`, 'name one that can be');
  if (options.json) {
    const { largeStateJson } = await import('@demarche/report/json');
    json(largeStateJson(found, result, version));
  } else {
    const { largeStateText } = await import('@demarche/report/terminal');
    out(largeStateText(found, result, viewOf(), { version, full: options.full === true }));
  }
  return result.verdicts.some(({ stable }) => stable === 'unknown') ? exit.limit : exit.done;
}

/** `0110…`, one digit an option in the order of the file, or the decimal code. */
export function stateIn(found: Case, text: string): Words {
  const n = found.options.length;
  if (text.length === n && /^[01]+$/.test(text)) {
    const words = new Uint32Array(wordsFor(n));
    [...text].forEach((mark, k) => {
      setBit(words, k, mark === '1');
    });
    return words;
  }
  if (/^\d{1,400}$/.test(text) && BigInt(text) < 2n ** BigInt(n)) return wordsOf(BigInt(text), n);
  throw new UsageError(
    `--state ${text}: neither ${n} digits 1 and 0, one an option, nor a number below 2^${n}`,
    'options come in the order in which `demarche solve` lists them',
  );
}
