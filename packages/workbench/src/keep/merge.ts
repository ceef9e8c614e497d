import { readCase } from '@demarche/case';
import { mergeDiff3 } from 'node-diff3';

/**
 * Two changed versions of a case and what both began with, as one: line by line where the changes do not touch. Undefined where they
 * do, or where what comes out has errors that neither had.
 */
export function merged(mine: string, base: string, theirs: string): string | undefined {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const { conflict, result } = mergeDiff3(mine.split('\n'), base.split('\n'), theirs.split('\n'), {
    excludeFalseConflicts: true,
  });
  if (conflict) return undefined;
  const text = result.join('\n');
  const sound = (one: string) => readCase(one).case !== undefined;
  return sound(text) || !sound(mine) || !sound(theirs) ? text : undefined;
}
