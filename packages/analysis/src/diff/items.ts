import type { Case, Order, Path } from '@demarche/case';
import type { CaseDifference, DiffKind } from './result.ts';

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Something of a case that has an id, said field by field. */
export type Item = {
  readonly id: string;
  readonly path: Path;
  readonly because?: readonly string[];
  /** Name of the field → what it says; what is undefined or empty is not said. */
  readonly fields: Fields;
  /** What is compared elsewhere, and said here where only one case has the item. */
  readonly whole?: Fields;
  /** What it says stays out of every output. */
  readonly withhold?: boolean;
};

/** Items that only one case has, and those that say different things: only the fields that differ are told. */
export function itemDifferences(
  kind: DiffKind,
  one: readonly Item[],
  other: readonly Item[],
): readonly CaseDifference[] {
  const here = new Map(one.map((item) => [item.id, item]));
  const there = new Map(other.map((item) => [item.id, item]));
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((id): readonly CaseDifference[] => {
    const pair = [here.get(id), there.get(id)] as const;
    const alone = pair.includes(undefined);
    const [a, b] = pair.map((item) => item && told(item, alone));
    const names = new Set([...Object.keys(a?.fields ?? {}), ...Object.keys(b?.fields ?? {})]);
    const different = [...names].filter((name) => text(a?.fields[name]) !== text(b?.fields[name]));
    if (a && b && different.length === 0) return [];
    const said = (item: Item | undefined) =>
      item === undefined || item.withhold || (a ?? b)!.withhold || (b ?? a)!.withhold
        ? ''
        : different
            .filter((name) => text(item.fields[name]) !== '')
            .map((name) => `${name}: ${text(item.fields[name])}`)
            .join('; ');
    return [
      {
        id: `${kind}.${id}`,
        kind,
        change: a && b ? 'changed' : a ? 'removed' : 'added',
        one: said(a),
        other: said(b),
        becauseOne: a?.because ?? [],
        becauseOther: b?.because ?? [],
        at: { ...(a ? { one: a.path } : {}), ...(b ? { other: b.path } : {}) },
      },
    ];
  });
}

/** With what it rests on, which is compared like any field. */
function told(item: Item, alone: boolean): Item {
  const because = item.because?.join(', ');
  return { ...item, fields: { ...item.fields, ...(alone ? item.whole : {}), because } };
}

const text = (value: string | number | boolean | undefined) => (value === undefined ? '' : String(value));

/** An order on one line. */
function orderText(order: Order): string {
  switch (order.kind) {
    case 'prefers':
      return order.priorities.map(({ that }) => that.map((one) => one.text).join(' · ')).join('; ');
    case 'ranking':
      return order.classes.map((same) => same.map((one) => one.text).join(' · ')).join('; ');
    case 'scores':
      return order.scores.map((one) => `${one.text} ${one.weight}`).join('; ');
    default:
      return order.payoffs.join(' ');
  }
}

type Table = Readonly<Record<string, { readonly low: number; readonly high: number } | 'NA'>>;

/** `wants-peace 0.2, subjugation 0.6–0.8` */
function likelihoods(table: Table): string {
  return Object.entries(table)
    .map(([id, value]) => `${id} ${value === 'NA' ? 'NA' : range(value)}`)
    .join(', ');
}

function range(value: { readonly low: number; readonly high: number } | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value.low === value.high ? String(value.low) : `${value.low}–${value.high}`;
}

/** Ids that stand twice get a number, so that each item is compared with its own. */
function apart(items: readonly Item[]): readonly Item[] {
  const met = new Map<string, number>();
  return items.map((item) => {
    const count = (met.get(item.id) ?? 0) + 1;
    met.set(item.id, count);
    return count === 1 ? item : { ...item, id: `${item.id} (${count})` };
  });
}

/** Everything of a case that is compared item by item, by kind. */
export function itemsOf(found: Case): readonly (readonly [DiffKind, readonly Item[]])[] {
  const actorAt = (i: number) => found.actors[i]!.id;
  const hidden = new Set(found.sources.flatMap(({ id, withhold }) => (withhold ? [id] : [])));
  const hiddenStatements = new Set(
    found.statements.flatMap((one) => (one.withhold || hidden.has(one.in) ? [one.id] : [])),
  );
  const settings = (items: readonly { readonly id: string; readonly value: boolean }[] | undefined) =>
    items?.map(({ id, value }) => (value ? id : `not ${id}`)).join(', ');
  return [
    [
      'title',
      [
        {
          id: 'case',
          path: ['title'],
          fields: { title: found.title, 'as of': found.asOf, summary: found.summary },
        },
      ],
    ],
    [
      'actor',
      found.actors.map(({ id, name, note }) => ({ id, path: ['actors', id], fields: { name, note } })),
    ],
    [
      'option',
      found.options.map(({ id, name, owners, mode, direction, gate, lock }) => {
        const [actor, option] = id.split('.');
        return {
          id,
          path: option === undefined ? ['joint', id] : ['actors', actor!, 'options', option],
          fields: {
            name,
            ...(mode === 'single' ? {} : { by: owners.map(actorAt).join(', '), mode }),
          },
          whole: {
            opens: gate?.text,
            binds: lock?.text,
            'one way': direction === 'both' ? undefined : direction,
          },
        };
      }),
    ],
    [
      'state',
      (found.graph?.states ?? []).map(({ id, name }) => ({ id, path: ['states', id], fields: { name } })),
    ],
    ['fact', found.facts.map(({ id, name }) => ({ id, path: ['facts', id], fields: { name } }))],
    [
      'reading',
      found.readings.flatMap((own, i) =>
        own.map(({ id, label, heldBy, family, weight, dispersion, note, because, order }) => ({
          id: `${actorAt(i)}.${id}`,
          path: ['readings', actorAt(i), id],
          because,
          fields: { label, 'held by': heldBy.join(', '), family, weight, dispersion, note },
          whole: { [order.kind]: orderText(order) },
        })),
      ),
    ],
    [
      'unaware',
      found.unaware.flatMap((unseen, i) =>
        unseen.length === 0
          ? []
          : [
              {
                id: actorAt(i),
                path: ['unaware', actorAt(i)],
                fields: { options: unseen.map(({ option }) => found.options[option]!.id).join(', ') },
                because: unseen.flatMap(({ because }) => because),
              },
            ],
      ),
    ],
    [
      'unperceived',
      found.unperceived.flatMap((formulas, i) =>
        apart(
          formulas.map(({ text: said, because, note }, k) => ({
            id: `${actorAt(i)}: ${said}`,
            path: ['unperceived', actorAt(i), k],
            because,
            fields: { note },
          })),
        ),
      ),
    ],
    [
      'evidence',
      apart(
        found.evidence.map((one, k) => ({
          id: `${one.id} on ${actorAt(one.actor)}`,
          path: ['evidence', k],
          because: one.because,
          withhold: one.source.kind === 'statement' && hiddenStatements.has(one.source.statement),
          fields: {
            [one.source.kind]: one.source.kind === 'statement' ? one.source.statement : one.source.text,
            likelihood: likelihoods(one.likelihood),
            group: one.group,
            independent: one.independent || undefined,
            strength: range(one.strength),
            note: one.note,
          },
        })),
      ),
    ],
    [
      'look-for',
      found.lookFor.map((one, k) => ({
        id: one.id,
        path: ['look-for', k],
        because: one.because,
        fields: {
          actor: actorAt(one.actor),
          label: one.label,
          likelihood: likelihoods(one.likelihood),
          strength: range(one.strength),
          note: one.note,
        },
      })),
    ],
    [
      'move-seen',
      found.movesSeen.map((one, k) => ({
        id: one.id,
        path: ['moves-seen', k],
        because: one.because,
        fields: {
          actor: actorAt(one.actor),
          date: one.date,
          menu: one.menu?.map(({ id, expects }) => `${id} [${settings(expects)}]`).join(', '),
          chose: one.chose,
          from: settings(one.from),
          to: settings(one.to),
          note: one.note,
        },
      })),
    ],
    [
      'weighing',
      [
        {
          id: 'settings',
          path: ['weighing'],
          fields: Object.fromEntries(
            Object.entries(found.weighing).map(([key, value]) => [key, JSON.stringify(value)]),
          ),
        },
      ],
    ],
    [
      'source',
      found.sources.map(({ id, withhold, ...fields }) => ({
        id,
        path: ['sources', id],
        withhold,
        fields: { ...fields, withhold: withhold || undefined },
      })),
    ],
    [
      'statement',
      found.statements.map((one) => ({
        id: one.id,
        path: ['statements', one.id],
        withhold: hiddenStatements.has(one.id),
        fields: {
          in: one.in,
          at: one.at && `${one.at.start}..${one.at.end}`,
          hash: one.hash,
          by: one.by,
          holder: one.holder,
          via: one.via,
          date: one.date,
          kind: one.kind,
          disputes: one.disputes.join(', '),
          about: one.about.join(', '),
          gist: one.gist,
          credibility: one.credibility,
          note: one.note,
        },
      })),
    ],
  ];
}
