import type { Proposal, ProposalDecision, Source, Statement } from '../case.ts';
import { type Context, inFileOrder, listed } from './context.ts';
import { statementsAt } from './formula.ts';
import { known } from './names.ts';

export function sourcesOf(context: Context): Source[] {
  return inFileOrder(context, ['sources'], context.file.sources).map(([id, raw]) => {
    const { title, reliability, withhold, ...rest } = raw;
    return {
      id,
      title: title ?? id,
      reliability: reliability ?? 'F',
      withhold: withhold ?? false,
      ...present(rest),
    };
  });
}

/** Statements as the file has them, proposals apart; their anchors are looked at against the texts afterwards. */
export function statementsOf(
  context: Context,
  sources: readonly Source[],
): { readonly statements: Statement[]; readonly proposals: Proposal[] } {
  const all = everyStatement(context, sources);
  const model = (id: string) => context.file.statements?.[id]?.proposed;
  return {
    statements: all.filter(({ id }) => model(id) === undefined),
    proposals: all.flatMap((one) => {
      const proposed = model(one.id);
      return proposed === undefined ? [] : [{ ...one, model: proposed }];
    }),
  };
}

/** Decisions on proposals, in the order in which they were made. */
export function decidedOf({ file }: Context): ProposalDecision[] {
  return (file.decided ?? []).map(({ statement, model, decision, in: source, hash }) => ({
    ...{ statement, model, decision, in: source },
    ...present({ hash }),
  }));
}

function everyStatement(context: Context, sources: readonly Source[]): Statement[] {
  const { names, report } = context;
  const byId = new Map(sources.map((source) => [source.id, source]));
  return inFileOrder(context, ['statements'], context.file.statements).map(([id, raw]) => {
    const path = ['statements', id];
    known('source', raw.in, names.sources, [...path, 'in'], report);
    const source = byId.get(raw.in);
    const about = listed(raw.about).filter((actor, k) =>
      known(
        'actor',
        actor,
        names.actors,
        typeof raw.about === 'string' ? [...path, 'about'] : [...path, 'about', k],
        report,
      ),
    );
    const range = raw.at === undefined ? undefined : raw.at.split('..').map(Number);
    if (range && range[0]! >= range[1]!) {
      report.add('anchor-range', [...path, 'at'], 'a range ends after it begins: the end is not part of it');
    }
    const credibility = raw.credibility ?? 6;
    if (![1, 2, 3, 4, 5, 6].includes(credibility)) {
      report.add(
        'number-range',
        [...path, 'credibility'],
        `a credibility is a whole number from 1 to 6, not ${credibility}`,
      );
    }
    const holder = raw.holder ?? raw.by;
    const date = raw.date ?? source?.published;
    return {
      id,
      in: raw.in,
      ...(range ? { at: { start: range[0]!, end: range[1]! } } : {}),
      ...present({
        hash: raw.hash,
        by: raw.by,
        holder,
        via: raw.via,
        date,
        kind: raw.kind,
        gist: raw.gist,
        note: raw.note,
      }),
      disputes: statementsAt(context, raw.disputes, [...path, 'disputes']),
      about,
      credibility: credibility as Statement['credibility'],
      withhold: raw.withhold === true || source?.withhold === true,
      anchor: 'unverified',
    };
  });
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Without the keys that hold nothing, as exact optional properties want it. */
function present<T extends Record<string, unknown>>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Present<T>;
}
