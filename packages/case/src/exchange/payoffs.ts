import type { Compiled } from '../compile.ts';
import { statesWithoutScenario } from '../compile.ts';

/** Payoffs of the states under a reading: the case's own numbers where it gives any, else ranks from 1. */
export function payoffsOf(compiled: Compiled, actor: number, reading: string): readonly number[] {
  const { case: found, structure } = compiled;
  const order = found.readings[actor]!.find(({ id }) => id === reading)!.order;
  if (order.kind !== 'payoffs') return [...compiled.ranks(actor, reading)];
  const at = new Map<number, number>();
  statesWithoutScenario(found).forEach((code, k) => {
    at.set(code, order.payoffs[k]!);
  });
  return Array.from(structure.codes, (code) => at.get(code)!);
}
