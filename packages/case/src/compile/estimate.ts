import { drawsOf, evaluate, type Model } from '@demarche/engine';
import { limits } from '../limits.ts';
import { LimitError } from './limit.ts';

/** Below so many options states are counted by listing them: that is as fast. */
const fewOptions = 23;
const samples = 4_096;
/** With fewer hits among them the estimate says little, and what is sparse is found soon. */
const fewHits = 32;

/** Bytes of a state: its code, and for each actor its rank, order, cell and flags. */
const bytesOf = (states: number, actors: number) => states * (4 + 16 * actors);

/** What to do about a case that is too large. */
export const wayOut =
  'drop options that decide nothing, or rule out more by `impossible`; `demarche solve --engine symbolic` needs no list of states';

/**
 * Refuses a model beforehand that for certain has too many states to list, or whose states would take too much memory, by how many
 * of some thousand random combinations are feasible; always the same ones.
 */
export function refuseWhatWillNotFit(model: Model): void {
  const states = expectedStates(model);
  if (states === undefined) return;
  const bytes = bytesOf(states, model.actors);
  // The estimate may be out by a tenth.
  if (states < 1.25 * limits.states && bytes < 1.25 * limits.bytes) return;
  const most = Math.min(limits.states, Math.floor(limits.bytes / bytesOf(1, model.actors)));
  throw new LimitError(
    'too-large',
    `about ${states.toPrecision(2)} feasible states, some ${gigabytes(bytes)} and ${duration(states * model.actors)}: at most ${most} states can be listed (limit states)`,
    states,
    wayOut,
  );
}

function expectedStates({ options, impossible, fixed = [] }: Model): number | undefined {
  if (options.length < fewOptions) return undefined;
  const stack = new Uint8Array(1 + Math.max(0, ...impossible.map(({ length }) => length)));
  const mask = fixed.reduce((bits, { option }) => bits | (1 << option), 0);
  const held = fixed.reduce((bits, { option, on }) => (on ? bits | (1 << option) : bits), 0);
  let hits = 0;
  for (let k = 0; k < samples; k++) {
    const draws = drawsOf(1, k);
    const code = ((((draws.below(2 ** 16) << 16) | draws.below(2 ** 16)) & ~mask) | held) >>> 0;
    if (!impossible.some((one) => evaluate(one, code, stack))) hits++;
  }
  if (hits < fewHits) return undefined;
  const free = options.length - new Set(fixed.map(({ option }) => option)).size;
  return (hits / samples) * 2 ** free;
}

function gigabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 30)} GB`;
}

/** At a tenth of a microsecond a state and actor, as measured on an ordinary machine. */
function duration(statesAndActors: number): string {
  const seconds = Math.ceil(statesAndActors * 1e-7);
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`;
}
