import type { Draft } from './draft.ts';
import type { Choice } from './question.ts';

/** Everything that can be so or not, in one order: acts with who does them, then what nobody chooses. */
export function thingsOf(draft: Pick<Draft, 'parties' | 'acts' | 'facts'>): readonly Choice[] {
  const name = new Map(draft.parties?.map((one) => [one.id, one.name]));
  return [
    ...(draft.acts ?? []).map(({ id, label, by }) => ({
      id,
      label: `${by.map((party) => name.get(party)).join(' and ')}: ${label}`,
    })),
    ...(draft.facts ?? []).map(({ id, label }) => ({ id, label })),
  ];
}

/** The same things as they stand in a sentence: the act, then who does it. */
export function sayingOf({
  parties = [],
  acts = [],
  facts = [],
}: Pick<Draft, 'parties' | 'acts' | 'facts'>): (id: string) => string {
  const name = new Map(parties.map((one) => [one.id, one.name]));
  const said = new Map(facts.map(({ id, label }) => [id, label]));
  for (const { id, label, by } of acts)
    said.set(id, `${label} (${by.map((party) => name.get(party)).join(' and ')})`);
  return (id) => said.get(id) ?? id;
}
