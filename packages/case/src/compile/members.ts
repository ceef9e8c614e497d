import { feasibleCodes, partsOf, TooLarge } from '@demarche/engine';
import type { Case } from '../case.ts';
import { limits } from '../limits.ts';
import { graphCodes, isGraph } from './graph.ts';
import { LimitError } from './limit.ts';
import { modelOf } from './model.ts';
import { programmer } from './program.ts';
import { situationOf } from './setting.ts';

const kept = new WeakMap<Case, ReadonlyMap<number, readonly number[]>>();

/**
 * The codes of the states that are one with the state of this code, itself among them, ascending: several where the case
 * coalesces them. Feasible without a scenario; a state too many to list, or not feasible, is alone.
 */
export function membersOf(found: Case, code: number): readonly number[] {
  if (found.coalesce.length === 0) return [code];
  let members = kept.get(found);
  if (!members) {
    members = listMembers(found);
    kept.set(found, members);
  }
  return members.get(code) ?? [code];
}

function listMembers(found: Case): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, readonly number[]>();
  try {
    const situation = situationOf(found, undefined);
    const program = programmer(found, situation.constants);
    const codes = isGraph(found)
      ? graphCodes(found, undefined, program)
      : feasibleCodes(modelOf(found, situation, program), limits.coalesced);
    const { parts } = partsOf(codes, found.coalesce.map(program));
    for (let whole = 0; whole + 1 < parts.start.length; whole++) {
      const [from, to] = [parts.start[whole]!, parts.start[whole + 1]!];
      if (to - from < 2) continue;
      const own = [...parts.to.subarray(from, to)].map((part) => codes[part]!);
      for (const code of own) members.set(code, own);
    }
  } catch (error) {
    if (!(error instanceof TooLarge || error instanceof LimitError)) throw error;
  }
  return members;
}
