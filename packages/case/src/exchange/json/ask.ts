import type { Report } from '../../report.ts';
import { nearest } from '../../text/nearest.ts';
import type { Json } from './parse.ts';

export const kindWords: Readonly<Record<Json['kind'], string>> = {
  object: 'an object',
  list: 'a list',
  text: 'a text',
  number: 'a number',
  flag: 'true or false',
  null: 'null',
};

type Of<Kind extends Json['kind']> = Extract<Json, { kind: Kind }>;

/** The value if it is of this kind; else that is reported, with what was expected. */
export function as<Kind extends Json['kind']>(
  json: Json,
  kind: Kind,
  what: string,
  report: Report,
): Of<Kind> | undefined {
  if (json.kind === kind) return json as Of<Kind>;
  report.at(json.span, 'import-shape', `${what} is ${kindWords[json.kind]}, not ${kindWords[kind]}`, {
    hint: `write ${kindWords[kind]} here`,
  });
  return undefined;
}

/** The value under a key of an object; the last where it stands twice, which is reported. */
export function under(object: Of<'object'>, key: string, report: Report): Json | undefined {
  const found = object.entries.filter((entry) => entry.key === key);
  for (const { keySpan } of found.slice(1))
    report.at(keySpan, 'import-shape', `“${key}” stands twice`, { hint: 'remove one of the two' });
  return found.at(-1)?.value;
}

/** The same, where the key must be there. */
export function need(object: Of<'object'>, key: string, what: string, report: Report): Json | undefined {
  const found = under(object, key, report);
  if (found) return found;
  const near = nearest(
    key,
    object.entries.map((entry) => entry.key),
  );
  const { start } = object.span;
  report.at(
    { start, end: start + 1 },
    'import-shape',
    `${what} has no “${key}”`,
    near === undefined ? { hint: `add “${key}”` } : { hint: `is “${near}” meant for it?`, nearest: near },
  );
  return undefined;
}
