import type { Case, Grounds } from '@demarche/case';

/** A judgement of the analyst's and what it rests on. `id` is a path that names it, `label` a few words. */
export type Judgement = {
  readonly id: string;
  readonly kind:
    | 'reading'
    | 'priority'
    | 'belief'
    | 'unaware'
    | 'unperceived'
    | 'evidence'
    | 'look-for'
    | 'seen-move'
    | 'impossible'
    | 'one-state'
    | 'term'
    | 'gate'
    | 'lock'
    | 'one-way'
    | 'scenario'
    | 'question';
  readonly label: string;
  readonly actor?: string;
  /** The reading that a priority belongs to, as `actor.reading`. */
  readonly reading?: string;
  readonly because: readonly string[];
  readonly note?: string;
};

/** Every judgement of a case that may rest on statements, in the order of the file's sections. */
export function judgementsOf(found: Case): readonly Judgement[] {
  const actor = (i: number) => found.actors[i]!.id;
  const grounds = ({ because, note }: Grounds) => ({ because, ...(note === undefined ? {} : { note }) });
  return [
    ...found.options.flatMap((option): Judgement[] => [
      ...(option.gate
        ? [
            {
              id: `opens.${option.id}`,
              kind: 'gate' as const,
              label: option.gate.text,
              ...grounds(option.gate),
            },
          ]
        : []),
      ...(option.lock
        ? [
            {
              id: `binds.${option.id}`,
              kind: 'lock' as const,
              label: option.lock.text,
              ...grounds(option.lock),
            },
          ]
        : []),
      ...(option.oneWay
        ? [
            {
              id: `irreversible.${option.id}`,
              kind: 'one-way' as const,
              label: option.name,
              ...grounds(option.oneWay),
            },
          ]
        : []),
    ]),
    ...found.terms.flatMap((term): Judgement[] =>
      term.because && term.because.length > 0
        ? [
            {
              id: `terms.${term.id}`,
              kind: 'term',
              label: term.text,
              because: term.because,
              ...(term.note === undefined ? {} : { note: term.note }),
            },
          ]
        : [],
    ),
    ...found.impossible.map(
      (one, k): Judgement => ({
        id: `impossible.${k + 1}`,
        kind: 'impossible',
        label: one.text,
        ...grounds(one),
      }),
    ),
    ...found.coalesce.map(
      (one, k): Judgement => ({
        id: `coalesce.${k + 1}`,
        kind: 'one-state',
        label: one.text,
        ...grounds(one),
      }),
    ),
    ...found.readings.flatMap((readings, i) =>
      readings.flatMap((reading): Judgement[] => {
        const name = `${actor(i)}.${reading.id}`;
        const priorities = reading.order.kind === 'prefers' ? reading.order.priorities : [];
        return [
          { id: name, kind: 'reading', label: reading.label, actor: actor(i), ...grounds(reading) },
          ...priorities.map(
            (priority, k): Judgement => ({
              id: `${name}.${k + 1}`,
              kind: 'priority',
              label: priority.that.map(({ text }) => text).join('; '),
              actor: actor(i),
              reading: name,
              ...grounds(priority),
            }),
          ),
        ];
      }),
    ),
    ...found.beliefs.map(
      (belief): Judgement => ({
        id: `beliefs.${actor(belief.holder)}${belief.of === undefined ? '' : `.of.${actor(belief.of)}`}.${actor(belief.about)}`,
        kind: 'belief',
        label: belief.reading,
        actor: actor(belief.holder),
        ...grounds(belief),
      }),
    ),
    ...found.unaware.flatMap((options, i) =>
      options.map(
        (one): Judgement => ({
          id: `unaware.${actor(i)}.${found.options[one.option]!.id}`,
          kind: 'unaware',
          label: found.options[one.option]!.name,
          actor: actor(i),
          ...grounds(one),
        }),
      ),
    ),
    ...found.unperceived.flatMap((states, i) =>
      states.map(
        (one, k): Judgement => ({
          id: `unperceived.${actor(i)}.${k + 1}`,
          kind: 'unperceived',
          label: one.text,
          actor: actor(i),
          ...grounds(one),
        }),
      ),
    ),
    ...found.evidence.map(
      (item): Judgement => ({
        id: `evidence.${item.id}`,
        kind: 'evidence',
        label: item.source.kind === 'statement' ? item.source.statement : item.source.text,
        actor: actor(item.actor),
        because: item.source.kind === 'statement' ? [item.source.statement, ...item.because] : item.because,
        ...(item.note === undefined ? {} : { note: item.note }),
      }),
    ),
    ...found.lookFor.map(
      (item): Judgement => ({
        id: `look-for.${item.id}`,
        kind: 'look-for',
        label: item.label,
        actor: actor(item.actor),
        ...grounds(item),
      }),
    ),
    ...found.movesSeen.map(
      (move): Judgement => ({
        id: `moves-seen.${move.id}`,
        kind: 'seen-move',
        label: move.chose ?? move.id,
        actor: actor(move.actor),
        ...grounds(move),
      }),
    ),
    ...found.scenarios.map(
      (one): Judgement => ({
        id: `scenarios.${one.id}`,
        kind: 'scenario',
        label: one.label,
        ...grounds(one),
      }),
    ),
    ...found.questions.map(
      (one): Judgement => ({ id: `questions.${one.id}`, kind: 'question', label: one.ask, ...grounds(one) }),
    ),
  ];
}

/** Judgements that name no statement: the report shows them as assumptions. Questions are asked, not judged. */
export function assumptionsOf(found: Case): readonly Judgement[] {
  return judgementsOf(found).filter(({ because, kind }) => because.length === 0 && kind !== 'question');
}
