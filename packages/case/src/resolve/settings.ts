import type { Question, Scenario, SeenMove, Setting } from '../case.ts';
import { nearest, onlyEnding } from '../text/nearest.ts';
import type { Path } from '../yaml/tree.ts';
import { type Context, inFileOrder, listed, recordOf } from './context.ts';
import { formulaAt, groundsAt } from './formula.ts';
import { known } from './names.ts';

/** Options taken and facts that hold, or undefined where the file has no `now`. */
export function nowOf(context: Context): string[] | undefined {
  const { file, report } = context;
  if (!file.now) return undefined;
  const now: string[] = [];
  file.now.forEach((id, k) => {
    const path = ['now', k];
    if (/^not\s/.test(id)) {
      report.add('contradictory-setting', path, '`now` lists what is taken; what it does not list is off', {
        hint: 'leave this item out',
      });
    } else if (settable(context, id, path)) {
      if (now.includes(id)) report.add('contradictory-setting', path, `“${id}” stands in \`now\` twice`);
      else now.push(id);
    }
  });
  return now;
}

/** Whether an id is an option or a fact: what a setting can switch. Terms follow from these. */
function settable(context: Context, id: string, path: Path, key = false): boolean {
  const { options, facts, states, terms } = context.names;
  if (options.has(id) || facts.has(id) || states.has(id)) return true;
  const candidates = [...options.keys(), ...facts, ...states];
  const near = nearest(id, candidates) ?? onlyEnding(id, candidates);
  const hint = near
    ? `did you mean “${near}”?`
    : terms.has(id)
      ? `“${id}” is a term: it follows from options and facts, which are what can be set`
      : undefined;
  context.report.add('unknown-name', path, `there is no option or fact “${id}”`, {
    hint,
    nearest: near,
    key,
  });
  return false;
}

function settingAt(
  context: Context,
  items: readonly string[],
  path: Path,
  now: readonly string[] | undefined,
): Setting {
  const setting: { id: string; value: boolean }[] = [];
  items.forEach((item, k) => {
    const where = [...path, k];
    if (item === 'now') {
      if (now) setting.push(...now.map((id) => ({ id, value: true })));
      else context.report.add('unknown-name', where, 'the case has no `now` for this to stand for');
      return;
    }
    const negated = /^not\s+(.*)$/.exec(item);
    const id = negated ? negated[1]! : item;
    if (settable(context, id, where)) setting.push({ id, value: !negated });
  });
  return setting;
}

export function movesSeenOf(context: Context, now: readonly string[] | undefined): SeenMove[] {
  const { file, names, report } = context;
  const ids = new Set<string>();
  return (file['moves-seen'] ?? []).map((raw, k) => {
    const path: Path = ['moves-seen', k];
    known('actor', raw.actor, names.actors, [...path, 'actor'], report);
    const id = raw.id ?? `move-${k + 1}`;
    if (ids.has(id))
      report.add('id-taken', raw.id ? [...path, 'id'] : path, `“${id}” is already the id of another move`);
    ids.add(id);
    const byMenu = raw.menu !== undefined || raw.chose !== undefined;
    const byStates = raw.from !== undefined || raw.to !== undefined;
    if (byMenu === byStates)
      report.add('move-form', path, 'a move needs either `menu` and `chose`, or `from` and `to`');
    else if (byMenu && (!raw.menu || !raw.chose))
      report.add(
        'move-form',
        path,
        `a move with \`${raw.menu ? 'menu' : 'chose'}\` needs \`${raw.menu ? 'chose' : 'menu'}\``,
      );
    else if (byStates && (!raw.from || !raw.to))
      report.add(
        'move-form',
        path,
        `a move with \`${raw.from ? 'from' : 'to'}\` needs \`${raw.from ? 'to' : 'from'}\``,
      );
    const menu =
      raw.menu &&
      inFileOrder(context, [...path, 'menu'], raw.menu).map(([item, expects]) => ({
        id: item,
        expects: settingAt(context, listed(expects), [...path, 'menu', item], now),
      }));
    if (menu && menu.length < 2)
      report.add('move-form', [...path, 'menu'], 'a menu needs two items or more', { key: true });
    if (menu && raw.chose && !menu.some((item) => item.id === raw.chose)) {
      const near = nearest(
        raw.chose,
        menu.map((item) => item.id),
      );
      report.add('unknown-choice', [...path, 'chose'], `“${raw.chose}” is not on the menu`, {
        nearest: near,
        hint: near ? `did you mean “${near}”?` : `the menu has: ${menu.map((item) => item.id).join(', ')}`,
      });
    }
    return {
      id,
      actor: names.actors.get(raw.actor) ?? 0,
      ...(raw.date === undefined ? {} : { date: raw.date }),
      ...(menu ? { menu } : {}),
      ...(raw.chose === undefined ? {} : { chose: raw.chose }),
      ...(raw.from ? { from: settingAt(context, listed(raw.from), [...path, 'from'], now) } : {}),
      ...(raw.to ? { to: settingAt(context, listed(raw.to), [...path, 'to'], now) } : {}),
      ...groundsAt(context, raw, path),
    };
  });
}

export function scenariosOf(context: Context): Scenario[] {
  return inFileOrder(context, ['scenarios'], context.file.scenarios).map(([id, raw]) => {
    const path: Path = ['scenarios', id];
    const switches = (part: 'start' | 'fix') =>
      recordOf(
        inFileOrder(context, [...path, part], raw[part]).filter(([name]) =>
          settable(context, name, [...path, part, name], true),
        ),
      );
    const [start, fix] = [switches('start'), switches('fix')];
    for (const name of Object.keys(start)) {
      if (!(name in fix)) continue;
      context.report.add(
        'contradictory-setting',
        [...path, 'start', name],
        `“${name}” is both started and fixed`,
        { key: true },
      );
    }
    return { id, label: raw.label ?? id, start, fix, ...groundsAt(context, raw, path) };
  });
}

export function questionsOf(context: Context): Question[] {
  return inFileOrder(context, ['questions'], context.file.questions).map(([id, raw]) => {
    const path: Path = ['questions', id];
    const kind = raw.kind ?? 'holds';
    const given = raw['holds-when'];
    if (kind === 'holds' && given === undefined) {
      report(context, path, 'a question needs `holds-when`, or `kind: gains`');
    }
    if (kind === 'gains' && given !== undefined)
      report(context, path, 'a question of `kind: gains` has no `holds-when`');
    const holdsWhen = given === undefined ? undefined : formulaAt(context, given, [...path, 'holds-when']);
    return { id, ask: raw.ask, kind, ...(holdsWhen ? { holdsWhen } : {}), ...groundsAt(context, raw, path) };
  });
}

function report(context: Context, path: Path, message: string): void {
  context.report.add('question-form', path, message, { key: true });
}
