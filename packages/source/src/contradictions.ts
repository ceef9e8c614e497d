import { isOffice } from './names.ts';
import type { Entity } from './people.ts';
import type { Span } from './token.ts';

/** One person introduced under an office both as held and as left. Offsets as those they were found with. */
export type OfficeConflict = {
  readonly entity: Entity;
  readonly office: string;
  readonly held: readonly Span[];
  readonly former: readonly Span[];
};

/** An office before a name, without nationality and the like: its last word of office. */
export function contradictionsOf(entities: readonly Entity[]): OfficeConflict[] {
  const out: OfficeConflict[] = [];
  for (const entity of entities) {
    const held = new Map<string, Span[]>();
    const former = new Map<string, Span[]>();
    for (const { mention, at } of entity.mentions) {
      if (mention.quoted || !mention.title) continue;
      const words = mention.title
        .toLowerCase()
        .replace(/[.]/g, '')
        .split(/[\s-]+/);
      const office = words.filter(isOffice).at(-1);
      if (!office) continue;
      const left = words.some(
        (word) => word === 'former' || word === 'ex' || word === 'onetime' || word === 'then',
      );
      const list = left ? former : held;
      const span = mention.titleSpan ?? at;
      list.set(office, [...(list.get(office) ?? []), span]);
    }
    for (const [office, spans] of former) {
      const now = held.get(office);
      if (now) out.push({ entity, office, held: now, former: spans });
    }
  }
  return out;
}
