import { type Case, cleanName, idFor, type Source, type Value } from '@demarche/case';
import type { About } from '../text-in/source-text.ts';

/** A source on its way into a case. */
export type Incoming = {
  /** Path or address, for a name where it has no title. */
  readonly place: string;
  readonly text: string;
  readonly sha256: string;
  readonly about: About;
};

export type Placed =
  | { readonly kind: 'new'; readonly id: string; readonly fields: { readonly [key: string]: Value } }
  /** It is in the case; `missing` are keys that it has not and gets. */
  | { readonly kind: 'known'; readonly source: Source; readonly missing: { readonly [key: string]: Value } }
  /** It is in the case with another text. */
  | { readonly kind: 'changed'; readonly source: Source };

/**
 * Which source of a case a text is: the one that was asked for, the one with its sha256, or the one with its address. A new one gets
 * what the source says of itself, and an id from its title.
 */
export function sourceInCase(found: Case, incoming: Incoming, wanted?: string): Placed {
  const { sha256, about, place } = incoming;
  const known =
    wanted === undefined
      ? (found.sources.find((one) => one.sha256 === sha256) ??
        found.sources.find((one) => about.url !== undefined && one.url === about.url))
      : found.sources.find((one) => one.id === wanted);
  if (known) {
    if (known.sha256 !== undefined && known.sha256 !== sha256) return { kind: 'changed', source: known };
    return { kind: 'known', source: known, missing: known.sha256 === undefined ? { sha256 } : {} };
  }
  const title = cleanName(about.title ?? nameOf(place), 'A source');
  const taken = new Set([...found.sources, ...found.statements, ...found.proposals].map(({ id }) => id));
  const { published, author, publisher, language, url } = about;
  const fields = { title, published, author, publisher, language, url, sha256 };
  return {
    kind: 'new',
    id: wanted ?? idFor(short(title), 'source', taken),
    fields: Object.fromEntries(
      Object.entries(fields).flatMap(([key, one]) => {
        const said = cleanName(one ?? '', '');
        return said === '' ? [] : [[key, said]];
      }),
    ),
  };
}

/** The first words of a title: an id is written often. */
function short(title: string): string {
  return title
    .split(/[\s_]+/)
    .slice(0, 4)
    .join(' ')
    .slice(0, 24)
    .replace(/\W+$/, '');
}

/** The last part of a path or address. */
function nameOf(place: string): string {
  const url = URL.parse(place);
  const path = url && /^https?:$/.test(url.protocol) ? url.pathname : place;
  const last = path.split(/[\\/]/).filter((part) => part !== '');
  return last.at(-1)?.replace(/\.[A-Za-z0-9]{1,8}$/, '') ?? url?.hostname ?? place;
}
