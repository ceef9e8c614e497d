import type { Case, Source, Statement } from '@demarche/case';

const hidden = 'a withheld voice';

/**
 * The case as a report may show it: of a withheld source or statement only ids, codes and the anchor's state are left. What it
 * says, who says it, where it stands and what was noted about it are gone before anything is drawn; so are proposals of it.
 */
export function redactCase(found: Case): Case {
  const sources = new Set(found.sources.filter(({ withhold }) => withhold).map(({ id }) => id));
  const isHidden = (one: Statement) => one.withhold || sources.has(one.in);
  const withheld = found.statements.filter(isHidden);
  const proposals = found.proposals.filter((one) => !isHidden(one));
  if (withheld.length + sources.size === 0 && proposals.length === found.proposals.length) return found;
  const open = found.statements.filter((one) => !isHidden(one));
  const named = (some: readonly Statement[]) =>
    new Set(some.flatMap(({ by, holder, via }) => [by, holder, via]).filter((name) => name !== undefined));
  const openVoices = named(open);
  const hiddenVoices = new Set([...named(withheld)].filter((name) => !openVoices.has(name)));
  const ids = new Set(withheld.map(({ id }) => id));
  return {
    ...found,
    sources: found.sources.map((source) => (source.withhold ? bareSource(source) : source)),
    statements: found.statements.map((one) => (isHidden(one) ? bareStatement(one) : one)),
    proposals,
    decided: found.decided.filter((one) => !sources.has(one.in) && !ids.has(one.statement)),
    readings: found.readings.map((readings) =>
      readings.map((reading) => ({
        ...reading,
        heldBy: [...new Set(reading.heldBy.map((name) => (hiddenVoices.has(name) ? hidden : name)))],
      })),
    ),
    evidence: found.evidence.map((item) => {
      if (item.source.kind !== 'statement' || !ids.has(item.source.statement)) return item;
      const { note: _, ...rest } = item;
      return rest;
    }),
  };
}

function bareSource({ id, reliability }: Source): Source {
  return { id, title: `Source ${id}, withheld`, reliability, withhold: true };
}

function bareStatement({ id, in: source, disputes, about, credibility, anchor }: Statement): Statement {
  return { id, in: source, by: hidden, disputes, about, credibility, anchor, withhold: true };
}
