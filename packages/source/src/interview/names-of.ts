import type { Range } from '../statement.ts';
import type { Party } from './draft.ts';
import type { FoundName, Material } from './material.ts';
import type { Choice } from './question.ts';

const most = 12;

/** Whether two names are one: capitals, dots, spaces and a leading article do not count. */
export function sameName(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function folded(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.\s]+/gu, ' ')
    .trim()
    .replace(/^the (?=\S)/, '');
}

/** Whom the source knows by a name. */
export function foundName({ names }: Material, name: string): FoundName | undefined {
  return names.find((one) => [one.name, ...one.aliases].some((own) => sameName(own, name)));
}

/** Whether a name of the source is a party's own or one of its voices. */
export function belongsTo(material: Material, party: Party, name: string): boolean {
  const own = foundName(material, party.name)?.name ?? party.name;
  return sameName(name, own) || party.voices.some((voice) => sameName(voice, name));
}

/** Passages that a party speaks or that mention it, as choices `p0`, `p1`, … by their position. */
export function passagesOf(material: Material, party: Party): readonly Choice[] {
  const rows = material.passages.map(({ start, end, by, about }, k) => {
    const speaks = by !== undefined && belongsTo(material, party, by);
    const named = about.some((one) => belongsTo(material, party, one));
    return { k, weight: speaks ? 2 : named ? 1 : 0, by, range: { start, end } };
  });
  return rows
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.k - b.k)
    .slice(0, most)
    .sort((a, b) => a.k - b.k)
    .map(({ k, by, range }) => ({ id: `p${k}`, label: by ?? 'nobody named', passages: [range] }));
}

/** What the source says of a party, to look at: those passages, and sentences that tell what it does. */
export function toldOf(material: Material, party: Party): readonly (Range & { readonly by?: string })[] {
  const said = passagesOf(material, party).map(({ label, passages }) => ({ ...passages![0]!, by: label }));
  const done = (foundName(material, party.name)?.doing ?? []).filter(
    ({ start, end }) => !said.some((one) => one.start < end && start < one.end),
  );
  return [...said, ...done].sort((a, b) => a.start - b.start);
}
