import type { Case, CaseOption, Grounds, Order, Priority, Reading } from '@demarche/case';
import { type LineEdit, lineEdits, withEdits } from './lines.ts';
import type { Difference, NotComparable } from './result.ts';

/** A difference with how to carry it out on the first case; differences of one list are carried out together. */
export type Change = Difference & { readonly apply: (found: Case) => Case; readonly edit?: ListEdit };

type ListEdit = { readonly actor: number; readonly reading: string; readonly edit: LineEdit };

/** In what the cases differ, judgement by judgement; or why they are not about one conflict. */
export function differencesOf(one: Case, other: Case): readonly Change[] | NotComparable {
  const problems = notComparable(one, other);
  if (problems.length > 0) return { problems };
  return sharedChanges(one, other);
}

/**
 * In what two cases differ where they speak of the same things, whatever else one of them alone has: rules and orders of actors and
 * options that both have, lines that only one has.
 */
export function sharedChanges(one: Case, other: Case): readonly Change[] {
  return [
    ...nowChanges(one, other),
    ...lineChanges(one, other, 'impossible', 'impossible'),
    ...lineChanges(one, other, 'coalesce', 'one-state'),
    ...moveChanges(one, other),
    ...one.options.flatMap((option, k) => {
      const there = other.options.find(({ id }) => id === option.id);
      return there ? optionChanges(option, there, k) : [];
    }),
    ...termChanges(one, other),
    ...one.readings.flatMap((readings, actor) =>
      readings.flatMap((reading) => readingChanges(one, other, actor, reading)),
    ),
    ...beliefChanges(one, other),
    ...scenarioChanges(one, other),
    ...questionChanges(one, other),
  ];
}

/** The first case with some of the changes carried out. */
export function applied(one: Case, other: Case, changes: readonly Change[]): Case {
  let found = one;
  const lists = new Map<string, ListEdit[]>();
  for (const change of changes) {
    found = change.apply(found);
    if (!change.edit) continue;
    const key = `${change.edit.actor} ${change.edit.reading}`;
    lists.set(key, [...(lists.get(key) ?? []), change.edit]);
  }
  for (const edits of lists.values()) {
    const { actor, reading } = edits[0]!;
    const lines = withEdits(
      prioritiesOf(one, actor, reading)!,
      prioritiesOf(other, actor, reading)!,
      edits.map(({ edit }) => edit),
    );
    found = withOrder(found, actor, reading, { kind: 'prefers', priorities: lines });
  }
  return found;
}

function notComparable(one: Case, other: Case): readonly string[] {
  const ids = (found: Case, what: 'actors' | 'options' | 'facts') =>
    found[what].map(({ id }) => id).join(', ');
  const same = (['actors', 'options', 'facts'] as const).flatMap((what) =>
    ids(one, what) === ids(other, what)
      ? []
      : [`the ${what} differ: ${ids(one, what) || 'none'} against ${ids(other, what) || 'none'}`],
  );
  const owners = one.options.flatMap((option, k) => {
    const there = other.options[k];
    return there && (there.mode !== option.mode || there.owners.join() !== option.owners.join())
      ? [`${option.id} has other owners`]
      : [];
  });
  const states = (found: Case) => found.graph?.states.map(({ id }) => id).join(', ');
  const graph =
    states(one) === states(other)
      ? []
      : [
          `the states differ: ${states(one) ?? 'none (options)'} against ${states(other) ?? 'none (options)'}`,
        ];
  return [...same, ...owners, ...graph];
}

const because = (one: Grounds | undefined, other: Grounds | undefined) => ({
  becauseOne: one?.because ?? [],
  becauseOther: other?.because ?? [],
});

function nowChanges(one: Case, other: Case): readonly Change[] {
  if (one.graph && other.graph) return stateNow(one, other);
  const here = new Set(one.now);
  const there = new Set(other.now);
  const ids = [
    ...new Set([one, other].flatMap((found) => [...found.options, ...found.facts].map(({ id }) => id))),
  ];
  return ids.flatMap((id) => {
    if (here.has(id) === there.has(id)) return [];
    const said = (holds: boolean) => (holds ? id : `not ${id}`);
    return [
      {
        id: `now.${id}`,
        kind: 'now' as const,
        one: said(here.has(id)),
        other: said(there.has(id)),
        ...because(undefined, undefined),
        apply: (found: Case): Case => ({
          ...found,
          now: there.has(id) ? [...(found.now ?? []), id] : (found.now ?? []).filter((item) => item !== id),
        }),
      },
    ];
  });
}

/** Lines of `impossible` or `coalesce` that only one of the cases has. */
function lineChanges(
  one: Case,
  other: Case,
  section: 'impossible' | 'coalesce',
  kind: Difference['kind'],
): readonly Change[] {
  const without = (lines: Case[typeof section], others: Case[typeof section]) =>
    lines.filter(({ text }) => !others.some((there) => there.text === text));
  const gone = without(one[section], other[section]);
  const come = without(other[section], one[section]);
  return [
    ...gone.map(
      (item): Change => ({
        id: `${section}.${item.text}`,
        kind,
        one: item.text,
        other: '',
        ...because(item, undefined),
        apply: (found) => ({
          ...found,
          [section]: found[section].filter(({ text }) => text !== item.text),
        }),
      }),
    ),
    ...come.map(
      (item): Change => ({
        id: `${section}.${item.text}`,
        kind,
        one: '',
        other: item.text,
        ...because(undefined, item),
        apply: (found) => ({ ...found, [section]: [...found[section], item] }),
      }),
    ),
  ];
}

/** In graph form things are in one state. */
function stateNow(one: Case, other: Case): readonly Change[] {
  const [here, there] = [one.now?.[0] ?? '', other.now?.[0] ?? ''];
  if (here === there) return [];
  return [
    {
      id: 'now',
      kind: 'now',
      one: here,
      other: there,
      ...because(undefined, undefined),
      apply: ({ now: _now, ...found }) => ({ ...found, ...(other.now ? { now: other.now } : {}) }),
    },
  ];
}

/** In graph form: moves between states that both cases have, which only one of them allows. */
function moveChanges(one: Case, other: Case): readonly Change[] {
  const { graph } = one;
  if (!graph || !other.graph) return [];
  const ids = graph.states.map(({ id }) => id);
  const theirs = other.graph.states.map(({ id }) => id);
  const there = new Map(theirs.map((id, code) => [id, code]));
  return one.actors.flatMap((actor, i) => {
    const own = graph.moves[i]!;
    const otherActor = other.actors.findIndex(({ id }) => id === actor.id);
    const others = other.graph!.moves[otherActor];
    if (!others) return [];
    return ids.flatMap((from, at) => {
      const fromThere = there.get(from);
      if (fromThere === undefined) return [];
      const here = new Set((own[at] ?? []).map((to) => ids[to]!));
      const away = new Set((others[fromThere] ?? []).map((to) => theirs[to]!));
      return [...new Set([...here, ...away])].flatMap((to): readonly Change[] => {
        if (here.has(to) === away.has(to) || !ids.includes(to) || !there.has(to)) return [];
        const said = `${from} to ${to}`;
        return [
          {
            id: `moves.${actor.id}.${from}.${to}`,
            kind: 'move',
            one: here.has(to) ? said : '',
            other: away.has(to) ? said : '',
            ...because(undefined, undefined),
            apply: (found) => withMove(found, i, at, ids.indexOf(to), away.has(to)),
          },
        ];
      });
    });
  });
}

function withMove(found: Case, actor: number, from: number, to: number, can: boolean): Case {
  const { graph } = found;
  if (!graph) return found;
  const own = graph.moves[actor]!;
  const ends = (own[from] ?? []).filter((end) => end !== to);
  const moves = graph.moves.with(actor, { ...own, [from]: can ? [...ends, to] : ends });
  return { ...found, graph: { ...graph, moves } };
}

function optionChanges(one: CaseOption, other: CaseOption, k: number): readonly Change[] {
  const change = (edit: (option: CaseOption) => CaseOption) => (found: Case) => ({
    ...found,
    options: found.options.with(k, edit(found.options[k]!)),
  });
  const guard = (part: 'gate' | 'lock', name: string): readonly Change[] =>
    one[part]?.text === other[part]?.text
      ? []
      : [
          {
            id: `${name}.${one.id}`,
            kind: part,
            one: one[part]?.text ?? '',
            other: other[part]?.text ?? '',
            ...because(one[part], other[part]),
            apply: change(({ [part]: _, ...rest }) =>
              other[part] ? ({ ...rest, [part]: other[part] } as CaseOption) : (rest as CaseOption),
            ),
          },
        ];
  const way: readonly Change[] =
    one.direction === other.direction
      ? []
      : [
          {
            id: `irreversible.${one.id}`,
            kind: 'one-way',
            one: one.direction,
            other: other.direction,
            ...because(one.oneWay, other.oneWay),
            apply: change((option) => ({ ...option, direction: other.direction })),
          },
        ];
  return [...guard('gate', 'opens'), ...guard('lock', 'binds'), ...way];
}

function termChanges(one: Case, other: Case): readonly Change[] {
  return one.terms.flatMap((term): readonly Change[] => {
    const there = other.terms.find(({ id }) => id === term.id);
    if (!there || there.text === term.text) return [];
    return [
      {
        id: `terms.${term.id}`,
        kind: 'term',
        one: term.text,
        other: there.text,
        ...because(undefined, undefined),
        apply: (found) => ({
          ...found,
          terms: found.terms.map((item) => (item.id === term.id ? there : item)),
        }),
      },
    ];
  });
}

function readingChanges(one: Case, other: Case, actor: number, reading: Reading): readonly Change[] {
  const counterpart = other.actors.findIndex(({ id }) => id === one.actors[actor]!.id);
  const there = other.readings[counterpart]?.find(({ id }) => id === reading.id);
  if (!there) return [];
  const name = `${one.actors[actor]!.id}.${reading.id}`;
  const here = prioritiesOf(one, actor, reading.id);
  const lines = prioritiesOf(other, counterpart, reading.id);
  if (here && lines) {
    const edits = lineEdits(here.map(textOf), lines.map(textOf));
    return edits.map((edit, at): Change => {
      const out = edit.out === undefined ? undefined : here[edit.out];
      const into = edit.in === undefined ? undefined : lines[edit.in.line];
      return {
        id: `${name}.${at + 1}`,
        kind: 'priority',
        one: out ? `${textOf(out)} (place ${edit.out! + 1})` : '',
        other: into ? `${textOf(into)} (place ${edit.in!.line + 1})` : '',
        ...because(out, into),
        apply: (found) => found,
        edit: { actor, reading: reading.id, edit },
      };
    });
  }
  const said = (order: Order) => JSON.stringify(order);
  if (said(reading.order) === said(there.order)) return [];
  return [
    {
      id: name,
      kind: 'order',
      one: reading.order.kind,
      other: there.order.kind,
      ...because(reading, there),
      apply: (found) => withOrder(found, actor, reading.id, there.order),
    },
  ];
}

function beliefChanges(one: Case, other: Case): readonly Change[] {
  const key = (found: Case, { holder, of, about }: Case['beliefs'][number]) =>
    [holder, ...(of === undefined ? [] : [of]), about].map((actor) => found.actors[actor]!.id).join('.');
  const keys = new Set([one, other].flatMap((found) => found.beliefs.map((belief) => key(found, belief))));
  return [...keys].flatMap((id): readonly Change[] => {
    const here = one.beliefs.find((belief) => key(one, belief) === id);
    const there = other.beliefs.find((belief) => key(other, belief) === id);
    if (here?.reading === there?.reading) return [];
    return [
      {
        id: `beliefs.${id}`,
        kind: 'belief',
        one: here?.reading ?? '',
        other: there?.reading ?? '',
        ...because(here, there),
        apply: (found) => ({
          ...found,
          beliefs: [
            ...found.beliefs.filter((belief) => key(found, belief) !== id),
            ...(there ? [there] : []),
          ],
        }),
      },
    ];
  });
}

function scenarioChanges(one: Case, other: Case): readonly Change[] {
  return one.scenarios.flatMap((scenario): readonly Change[] => {
    const there = other.scenarios.find(({ id }) => id === scenario.id);
    const said = (item: typeof scenario) => JSON.stringify({ start: item.start, fix: item.fix });
    if (!there || said(there) === said(scenario)) return [];
    return [
      {
        id: `scenarios.${scenario.id}`,
        kind: 'scenario',
        one: said(scenario),
        other: said(there),
        ...because(scenario, there),
        apply: (found) => ({
          ...found,
          scenarios: found.scenarios.map((item) => (item.id === scenario.id ? there : item)),
        }),
      },
    ];
  });
}

function questionChanges(one: Case, other: Case): readonly Change[] {
  return one.questions.flatMap((question): readonly Change[] => {
    const there = other.questions.find(({ id }) => id === question.id);
    if (!there || there.holdsWhen?.text === question.holdsWhen?.text) return [];
    return [
      {
        id: `questions.${question.id}`,
        kind: 'question',
        one: question.holdsWhen?.text ?? question.kind,
        other: there.holdsWhen?.text ?? there.kind,
        ...because(question, there),
        apply: (found) => ({
          ...found,
          questions: found.questions.map((item) => (item.id === question.id ? there : item)),
        }),
      },
    ];
  });
}

function prioritiesOf(found: Case, actor: number, reading: string): readonly Priority[] | undefined {
  const order = found.readings[actor]?.find(({ id }) => id === reading)?.order;
  return order?.kind === 'prefers' ? order.priorities : undefined;
}

function withOrder(found: Case, actor: number, reading: string, order: Order): Case {
  return {
    ...found,
    readings: found.readings.with(
      actor,
      found.readings[actor]!.map((item) => (item.id === reading ? { ...item, order } : item)),
    ),
  };
}

function textOf(priority: Priority): string {
  return priority.that.map(({ text }) => text).join(' · ');
}
