import type { Case, Source } from '../../case.ts';
import { withheldIn } from '../withheld.ts';

/**
 * The sources of a case as CSL-JSON, for reference managers and citation processors. What CSL has no field for (sha256, reliability)
 * stands under `custom`, which processors leave alone. Withheld sources are left out whole; where a text lies is nobody's business.
 */
export function writeCsl(found: Case): { readonly text: string; readonly withheld: readonly string[] } {
  const { sources: hidden } = withheldIn(found);
  const items = found.sources.filter(({ id }) => !hidden.has(id)).map(item);
  return { text: `${JSON.stringify(items, null, 2)}\n`, withheld: [...hidden] };
}

function item({
  id,
  title,
  published,
  url,
  publisher,
  author,
  language,
  archived,
  sha256,
  reliability,
}: Source) {
  const day = published === undefined ? undefined : /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(published)?.[0];
  const own = {
    sha256,
    reliability: reliability === 'F' ? undefined : reliability,
    published: published === day ? undefined : published,
  };
  const kept = Object.entries(own).filter(([, one]) => one !== undefined);
  return {
    id,
    type: url === undefined ? 'document' : 'webpage',
    title,
    ...(author === undefined ? {} : { author: [{ literal: author }] }),
    ...(day === undefined ? {} : { issued: { 'date-parts': [day.split('-').map(Number)] } }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { URL: url }),
    ...(archived === undefined ? {} : { archive_location: archived }),
    ...(language === undefined ? {} : { language }),
    ...(kept.length === 0 ? {} : { custom: { demarche: Object.fromEntries(kept) } }),
  };
}
