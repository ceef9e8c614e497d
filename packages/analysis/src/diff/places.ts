import type { Case, Path } from '@demarche/case';
import type { Change } from '../crux/differences.ts';

/** Where one of the two cases says what a change of `crux` is about. */
export function placeOf(change: Change, found: Case, side: 'one' | 'other'): Path {
  const [, ...rest] = change.id.split('.');
  const named = rest.join('.');
  const { edit } = change;
  if (edit) {
    const line = side === 'one' ? edit.edit.out : edit.edit.in?.line;
    const [actor, reading] = change.id.split('.');
    return ['readings', actor!, reading!, 'prefers', ...(line === undefined ? [] : [line])];
  }
  switch (change.kind) {
    case 'now':
      return ['now'];
    case 'impossible':
    case 'one-state': {
      const section = change.kind === 'impossible' ? 'impossible' : 'coalesce';
      const at = found[section].findIndex(({ text }) => text === change[side]);
      return [section, Math.max(0, at)];
    }
    case 'move': {
      const [actor, from] = rest;
      return ['actors', actor!, 'moves', from!];
    }
    case 'gate':
      return ['opens', named];
    case 'lock':
      return ['binds', named];
    case 'one-way':
      return ['irreversible'];
    case 'term':
      return ['terms', named];
    case 'order': {
      const [actor, reading] = change.id.split('.');
      return ['readings', actor!, reading!, change[side]];
    }
    case 'belief': {
      const [holder, ...about] = rest;
      return about.length > 1 ? ['beliefs', holder!, 'of', ...about] : ['beliefs', holder!, ...about];
    }
    case 'scenario':
      return ['scenarios', named];
    case 'question':
      return ['questions', named];
    default:
      return [change.id.split('.')[0]!];
  }
}
