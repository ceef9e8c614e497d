import type { Edit, Value } from '@demarche/case';
import type { Line } from '../outline/lines.ts';

/** What a judgement rests on: statement ids. A bare expression becomes a map, so that it can carry them. */
export function setBecause(line: Line, because: readonly string[]): readonly Edit[] {
  if (!line.inMap)
    return because.length === 0 ? [] : [{ kind: 'set', path: line.path, value: mapOf(line, { because }) }];
  const path = [...line.path, 'because'];
  return because.length === 0 ? [{ kind: 'remove', path }] : [{ kind: 'set', path, value: because }];
}

export function setNote(line: Line, note: string): readonly Edit[] {
  if (!line.inMap) return note === '' ? [] : [{ kind: 'set', path: line.path, value: mapOf(line, { note }) }];
  const path = [...line.path, 'note'];
  return note === '' ? [{ kind: 'remove', path }] : [{ kind: 'set', path, value: note }];
}

function mapOf(line: Line, more: { readonly [key: string]: Value }): Value {
  return { [line.key]: line.text, ...more };
}
