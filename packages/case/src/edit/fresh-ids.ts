import type { Case } from '../case.ts';

/** Ids of new statements that go on as those of the case do: after s07 comes s08. None that a proposal has, or had, is given again. */
export function freshIds(found: Case): () => string {
  const stated = [
    ...found.statements,
    ...found.proposals,
    ...found.decided.map((one) => ({ id: one.statement })),
  ];
  const taken = new Set([...stated, ...found.sources].map(({ id }) => id));
  const numbered = stated.flatMap(({ id }) => {
    const parts = /^([A-Za-z]+)(\d{1,9})$/.exec(id);
    return parts ? [{ lead: parts[1]!, digits: parts[2]! }] : [];
  });
  const counts = new Map<string, number>();
  for (const { lead } of numbered) counts.set(lead, (counts.get(lead) ?? 0) + 1);
  const lead = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['s', 0] as const)[0];
  const own = numbered.filter((one) => one.lead === lead);
  const width = own.reduce((most, { digits }) => Math.max(most, digits.length), own.length > 0 ? 1 : 2);
  let last = own.reduce((most, { digits }) => Math.max(most, Number(digits)), 0);
  return () => {
    for (;;) {
      const id = `${lead}${String(++last).padStart(width, '0')}`;
      if (!taken.has(id)) return id;
    }
  };
}
