import type { Case, Loss } from '@demarche/case';
import { pageFor, type View } from './layout.ts';

export type PlacedLoss = Loss & { readonly place: { readonly line?: number; readonly column?: number } };

const formatWords: Readonly<Record<string, string>> = {
  gmcr: 'A .gmcr file',
  nfg: 'A .nfg file',
  csv: 'A table of states',
};

/** `demarche export`: what the format cannot hold, with places, and what to do about it. */
export function lossesText(
  found: Case,
  format: string,
  losses: readonly PlacedLoss[],
  refused: boolean,
  view: View,
): string {
  const page = pageFor(view);
  const holder = formatWords[format] ?? 'The format';
  const list = (weight: Loss['weight'], head: string) => {
    const some = losses.filter((one) => one.weight === weight);
    if (some.length === 0) return;
    page.para(head);
    for (const { what, why, place } of some) {
      const at = place.line === undefined ? '' : ` (${found.file}:${place.line}:${place.column})`;
      page.item(`${what}${at}: ${why}`);
    }
  };
  if (refused) page.title(`error: ${holder} cannot hold all of this case; nothing was written.`);
  list('never', `${holder} cannot be written at all because of:`);
  list('conflict', refused ? 'It would change the results to drop:' : 'Dropped, so that results may differ:');
  list('around', refused ? 'The conflict stays the same without:' : 'Left out; the conflict stays the same:');
  if (refused && !losses.some(({ weight }) => weight === 'never'))
    page.item('--lossy writes the file without them and lists them', '→');
  return page.text();
}
