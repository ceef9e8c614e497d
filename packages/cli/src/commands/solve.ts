import {
  BackEndRefuses,
  equilibriumConditions,
  firstProfile,
  reasonsOf,
  type Settlement,
  type SettleOptions,
  settleCaseOn,
} from '@demarche/analysis';
import { type Case, compileCase, limits } from '@demarche/case';
import { type ConceptName, concepts, everyConcept, positionOf } from '@demarche/engine';
import { settleJson } from '@demarche/report/json';
import { settleText } from '@demarche/report/terminal';
import { exit, UsageError } from '../exit.ts';
import { json, out, progressOn, viewOf } from '../io.ts';
import { whole } from '../numbers.ts';
import { type Common, everyConceptOf, openCase, sanctionsOf } from '../open.ts';
import { runnerFor } from '../runner.ts';
import { version } from '../version.ts';
import type { LargeSolveOptions } from './solve-large.ts';

/** Whether a case is solved without codes of 32 bits: it has more options than fit, or it was asked for. */
function isLarge({ options }: Case, { engine }: LargeSolveOptions): boolean {
  return engine === 'symbolic' || options.length > limits.options;
}

/** Most states in a list, unless told: those that are listed in full are more. */
const mostUnasked = 10_000;
const mostInFull = 1_000_000;

export async function solve(
  path: string,
  options: Common & {
    readonly table?: true | undefined;
    readonly latex?: true | undefined;
    readonly why?: string | undefined;
    readonly conditions?: string | undefined;
    readonly threads?: string | undefined;
  } & LargeSolveOptions,
): Promise<number> {
  const opened = await openCase(path, options);
  const { found, reading, scenario = null } = opened;
  const about = options.state ?? options.why;
  if (isLarge(found, options)) {
    const { solveLarge } = await import('./solve-large.ts');
    return solveLarge(opened, about === undefined ? options : { ...options, state: about });
  }
  const wanted = everyConceptOf(options.concepts, found);
  const profile = firstProfile(found, reading);
  const sanctions = sanctionsOf(options);
  const place = { profile, scenario, sanctions };
  const full = options.full === true;
  const limit =
    options.limit === undefined
      ? full || options.table || options.latex
        ? mostInFull
        : mostUnasked
      : whole(options.limit, '--limit', 0);
  if (options.conditions !== undefined) {
    const state = stateOf('--conditions', options.conditions, found, scenario);
    return conditions(found, scenario, state, wanted ?? concepts, options);
  }
  const asked =
    about === undefined
      ? undefined
      : stateOf(options.state === undefined ? '--why' : '--state', codeText(found, about), found, scenario);
  const progress = progressOn(options.quiet === true, 'solving');
  const result = await settled(found, options.threads, {
    ...place,
    limit,
    onStage: (stage, states) => progress.say(stageWords(stage, states, found), worthTelling(found)),
    ...(wanted ? { concepts: wanted } : {}),
    ...(options.engine && options.engine !== 'symbolic' ? { engine: options.engine } : {}),
  });
  progress.end();
  const why =
    asked === undefined
      ? []
      : result.concepts.map((concept) => ({
          concept,
          code: asked,
          reasons: reasonsOf(found, { ...place, concept })(asked) ?? [],
        }));
  if (options.json) {
    const reasons = Object.fromEntries(why.map((one) => [one.concept, one.reasons]));
    json(
      settleJson(found, result, version, full, asked === undefined ? undefined : { state: asked, reasons }),
    );
    return exit.done;
  }
  if (options.latex) {
    const { settleLatex } = await import('@demarche/report/latex');
    out(settleLatex(found, result, version));
    return exit.done;
  }
  const concept = result.concepts.includes('seq') ? 'seq' : result.concepts[0]!;
  const reasons = full ? reasonsOf(found, { ...place, concept }) : undefined;
  out(
    settleText(found, result, viewOf(), {
      version,
      full,
      concept,
      why,
      leftOut: options.concepts === 'all' ? everyConcept.filter((one) => !result.concepts.includes(one)) : [],
      ...(reasons ? { reasons } : {}),
      ...(options.table ? { table: true } : {}),
    }),
  );
  return exit.done;
}

/** The classic inverse: what has to hold for a state to be an equilibrium, under those of the five concepts that are asked for. */
async function conditions(
  found: Case,
  scenario: string | null,
  state: number,
  asked: readonly ConceptName[],
  options: Common,
): Promise<number> {
  const five = concepts.filter((one) => asked.includes(one));
  if (five.length === 0)
    throw new UsageError(
      '--conditions are worked out for nash, gmr, smr, seq and sseq',
      'name one of them with --concepts',
    );
  const { structure } = compileCase(found, scenario);
  const all = five.map((concept) => ({
    concept,
    conditions: equilibriumConditions(structure, concept, state),
  }));
  if (options.json) {
    const { conditionsJson } = await import('@demarche/report/json');
    json(conditionsJson(found, state, all, version));
  } else {
    const { conditionsText } = await import('@demarche/report/terminal');
    out(conditionsText(found, state, all, viewOf(), { version, full: options.full === true }));
  }
  return exit.done;
}

/** Below so many options it is done before the threads are there. */
const worthThreads = 20;

/** From so many options on, listing the states may take half a second. */
const worthTelling = ({ options }: Case) => options.length >= 19;

function stageWords(stage: 'states' | 'ranks' | 'stability', states: number, found: Case): string {
  if (stage === 'states') return 'listing the states';
  // About 20 ns a state for an actor's ranks and 80 for what is stable for it, where both are fast.
  const seconds = Math.ceil(states * found.actors.length * (stage === 'ranks' ? 1e-7 : 8e-8));
  return `${stage === 'ranks' ? 'ranks' : 'stability'} of ${states} states, about ${seconds} s left`;
}

/** A state's number, where it was given by a digit an option. */
function codeText({ options }: Case, text: string): string {
  if (options.length < 2 || text.length !== options.length || !/^[01]+$/.test(text)) return text;
  return String(Number.parseInt([...text].reverse().join(''), 2));
}

async function settled(
  found: Case,
  threads: string | undefined,
  options: SettleOptions,
): Promise<Settlement> {
  const asked = threads === undefined ? undefined : whole(threads, '--threads', 1, 1024);
  try {
    const runner = await runnerFor(asked, found.options.length >= worthThreads ? 1024 : 1);
    return await settleCaseOn(runner, found, options);
  } catch (error) {
    if (!(error instanceof BackEndRefuses)) throw error;
    throw new UsageError(
      `--engine ${error.message}`,
      'leave --engine out, and the fastest that does is taken',
    );
  }
}

function stateOf(option: string, text: string, found: Case, scenario: string | null): number {
  const code = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  const { structure } = compileCase(found, scenario);
  const state = code < 2 ** 32 ? positionOf(structure, code) : -1;
  if (state !== -1 && structure.codes[state] === code) return code;
  throw new UsageError(
    `${option} ${text}: there is no such feasible state`,
    'name one by its number, as `demarche solve` lists them',
  );
}
