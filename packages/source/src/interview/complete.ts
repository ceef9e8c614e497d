import { idFor } from '@demarche/case';
import type { Act, Draft, Party, Ready, View } from './draft.ts';
import type { Material } from './material.ts';
import { idOf } from './parts/could.ts';
import { likely } from './parts/parties.ts';
import { likelyQuestions, readyQuestions } from './parts/questions.ts';
import { titleOf } from './parts/text.ts';

/** What nobody has said and the case takes as so, in one sentence. */
export type Assumed = { readonly what: string };

/** A draft with nothing left open. */
export type Complete = {
  readonly coder: string;
  readonly title: string;
  readonly keep: boolean;
  readonly parties: readonly Party[];
  readonly acts: readonly Act[];
  readonly facts: readonly { readonly id: string; readonly label: string }[];
  readonly lasting: readonly string[];
  readonly after: Readonly<Record<string, readonly string[]>>;
  readonly bound: Readonly<Record<string, readonly string[]>>;
  readonly apart: readonly (readonly [string, string])[];
  readonly now: readonly string[];
  /** At least one of every party. */
  readonly views: readonly View[];
  readonly questions: readonly Ready[];
  /** Ids of acts that nobody named. */
  readonly placeholders: ReadonlySet<string>;
  readonly assumed: readonly Assumed[];
};

/** What is open is filled with the least that can be taken as so, and each such thing is told. */
export function complete(material: Material, draft: Draft): Complete {
  const assumed: Assumed[] = [];
  const assume = (what: string) => void assumed.push({ what });
  const parties = draft.parties ?? assumedParties(material, assume);
  const placeholders = new Set<string>();
  let acts = draft.acts ?? [];
  if (acts.length === 0) {
    acts = parties.map(({ id }) => {
      const act = { id: `${id}.${idOf('give way', 'act', new Set())}`, label: 'Give way', by: [id] };
      placeholders.add(act.id);
      return act;
    });
    assume('Nobody said what any party could do: each has “Give way” in the place of it.');
  } else
    for (const { id, name } of parties)
      if (!acts.some(({ by }) => by.includes(id))) assume(`${name} can do nothing.`);
  const facts = draft.facts ?? [];
  if (draft.facts === undefined) assume('Nothing that nobody chooses decides anything.');
  if (draft.apart === undefined)
    assume(
      'What was not asked: nothing takes several to agree, everything can be undone and can come at any time, and all of it can be so at once.',
    );
  if (draft.now === undefined) assume('Nothing of what could be done is done today.');
  const views = [...draft.views];
  for (const { id, name } of parties) {
    const own = views.filter((one) => one.party === id);
    if (own.length === 0) {
      views.push({ party: id, holders: [], wishes: [], grounds: [] });
      assume(`Nobody was asked what matters to ${name}: every end is alike there.`);
    } else {
      if (own[0]!.wishes.length === 0)
        assume(`Nobody knows what matters to ${name}: every end is alike there.`);
      else if (own.some(({ grounds }) => grounds.length === 0))
        assume(`What matters to ${name} rests on no passage${own.length > 1 ? ' in one of the views' : ''}.`);
      if (own.length === 1) assume(`Nobody says that something else matters to ${name}.`);
    }
  }
  const whole = { ...draft, parties, acts, facts };
  const ready = readyQuestions(whole);
  const chosen = likelyQuestions(ready);
  if (draft.questions === undefined) assume('What to ask was chosen by the program.');
  return {
    coder: draft.coder ?? 'the analyst',
    title: draft.title ?? titleOf(material.source),
    keep: draft.keep ?? false,
    parties,
    acts,
    facts,
    lasting: draft.lasting ?? [],
    after: draft.after ?? {},
    bound: draft.bound ?? {},
    apart: draft.apart ?? [],
    now: draft.now ?? [],
    views,
    questions: draft.questions ?? ready.filter(({ id }) => chosen.includes(id)),
    placeholders,
    assumed,
  };
}

function assumedParties({ names }: Material, assume: (what: string) => void): readonly Party[] {
  const ids = new Set<string>();
  const found = likely(names).map(({ name }) => name);
  const own = [...found, 'One side', 'The other side'].slice(0, 2);
  assume(
    found.length === 2
      ? `The parties are ${own.join(' and ')}: they act most in the text.`
      : 'There are two sides; nobody said who they are.',
  );
  return own.map((name) => ({ id: idFor(name, 'party', ids), name, voices: [] }));
}
