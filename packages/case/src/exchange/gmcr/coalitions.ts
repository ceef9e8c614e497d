import type { Report } from '../../report.ts';
import type { Json } from '../json/parse.ts';

/**
 * What a file says of coalitions, in words for the case's note: a case holds none, they are asked about. As in GMCR+, a list that
 * does not cover everyone counts as everyone alone.
 */
export function coalitionNote(
  json: Json | undefined,
  actors: readonly { readonly name: string }[],
  report: Report,
): string | undefined {
  if (!json) return undefined;
  const groups =
    json.kind === 'list' ? json.items.map((item) => (item.kind === 'list' ? item.items : [item])) : [];
  const place = { start: json.span.start, end: json.span.start + 1 };
  const members = groups.map((group) =>
    group.map((one) =>
      one.kind === 'number' && Number.isInteger(one.number) && one.number >= 0 && one.number < actors.length
        ? one.number
        : -1,
    ),
  );
  const all = members.flat();
  if (all.length !== actors.length || new Set(all).size !== all.length || all.includes(-1)) {
    report.at(
      place,
      'import-left-out',
      'the coalitions do not name every decision maker once: everyone counts as alone',
    );
    return undefined;
  }
  const together = members.filter((group) => group.length > 1);
  if (together.length === 0) return undefined;
  const said = together.map((group) => group.map((at) => actors[at]!.name).join(' with ')).join('; ');
  report.at(place, 'import-left-out', `the coalitions (${said}) are kept as a note only`);
  return `The file names these coalitions: ${said}.`;
}
