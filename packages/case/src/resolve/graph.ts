import type { Case } from '../case.ts';
import { nearest } from '../text/nearest.ts';
import type { Path } from '../yaml/tree.ts';
import { nameOr } from './conflict.ts';
import { type Context, inFileOrder, listed } from './context.ts';

/** A conflict in graph form: its states and who can move where; undefined in option form. */
export function graphOf(context: Context): Case['graph'] {
  const { file, names, report } = context;
  if (file.states === undefined) {
    for (const [actor, raw] of inFileOrder(context, ['actors'], file.actors)) {
      if (raw.moves)
        report.add('graph-form', ['actors', actor, 'moves'], '`moves:` needs `states:` at the top', {
          key: true,
        });
    }
    return undefined;
  }
  for (const section of ['joint', 'opens', 'binds', 'irreversible', 'facts'] as const) {
    if (file[section])
      report.add('mixed-forms', [section], `a conflict with \`states:\` has no \`${section}\``, {
        key: true,
      });
  }
  const ids = [...names.states];
  if (ids.length === 0)
    report.add('graph-form', ['states'], 'a conflict in graph form needs states', { key: true });
  const position = new Map(ids.map((id, k) => [id, k]));
  const find = (id: string, path: Path, key: boolean) => {
    const at = position.get(id);
    if (at !== undefined) return at;
    const near = nearest(id, ids);
    report.add('unknown-name', path, `there is no state “${id}”`, {
      key,
      nearest: near,
      hint: near && `did you mean “${near}”?`,
    });
    return undefined;
  };
  const moves = inFileOrder(context, ['actors'], file.actors).map(([actor, raw]) => {
    if (raw.options)
      report.add('mixed-forms', ['actors', actor, 'options'], 'a conflict with `states:` has no `options`', {
        key: true,
      });
    const own: Record<number, number[]> = {};
    for (const [from, to] of inFileOrder(context, ['actors', actor, 'moves'], raw.moves)) {
      const path: Path = ['actors', actor, 'moves', from];
      const source = find(from, path, true);
      const targets = listed(to).map((id, k) =>
        find(id, typeof to === 'string' ? path : [...path, k], false),
      );
      if (source === undefined) continue;
      if (targets.includes(source))
        report.add('graph-form', path, `a move from “${from}” to itself is no move`, { key: true });
      own[source] = [...new Set(targets)].filter((k): k is number => k !== undefined && k !== source);
    }
    return own;
  });
  return {
    states: inFileOrder(context, ['states'], file.states).map(([id, value]) => ({
      id,
      name: nameOr(id, value),
    })),
    moves,
  };
}
