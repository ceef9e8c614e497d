import type { Compiled } from '@demarche/case';
import type { Change } from './result.ts';

/**
 * Whether a change only fixes an option: it is given, or made irrevocable where it stands. Where the question mentions that
 * option, such changes are not offered alone.
 */
export function onlyFixes(compiled: Compiled, mentioned: ReadonlySet<string>, change: Change): boolean {
  if (change.kind === 'give') return mentioned.has(change.option);
  if (change.kind !== 'irrevocable' || !mentioned.has(change.option)) return false;
  const k = compiled.case.options.findIndex(({ id }) => id === change.option);
  return (((compiled.now! >>> k) & 1) === 1) === (change.once === 'on');
}
