/** A place where a report says something else than what comes out now. */
export type ClaimDifference = { readonly at: string; readonly says: string; readonly computed: string };

/** Numbers of other machines may differ in their last digits, and be rounded to either side. */
const tolerance = 2e-9;

/**
 * Where two claims differ, place by place. What is walked is what was computed, so that nothing that a report says makes this long
 * or deep.
 */
export function claimDifferences(says: unknown, computed: unknown, at = ''): readonly ClaimDifference[] {
  if (typeof computed === 'number' && typeof says === 'number') {
    const near = Math.abs(says - computed) <= tolerance * Math.max(1, Math.abs(computed));
    return near ? [] : [{ at, says: shown(says), computed: shown(computed) }];
  }
  if (Array.isArray(computed) && Array.isArray(says)) {
    const some = computed.flatMap((item, k) => claimDifferences(says[k], item, join(at, String(k + 1))));
    const more = says.length - computed.length;
    return more > 0 ? [...some, { at, says: `${more} more`, computed: 'no more' }] : some;
  }
  if (isTable(computed) && isTable(says)) {
    const keys = Object.keys(computed).filter((key) => computed[key] !== undefined);
    const extra = Object.keys(says).filter(
      (key) => !Object.hasOwn(computed, key) || computed[key] === undefined,
    );
    return [
      ...keys.flatMap((key) =>
        claimDifferences(Object.hasOwn(says, key) ? says[key] : undefined, computed[key], join(at, key)),
      ),
      ...extra.map((key) => ({
        at: join(at, key.slice(0, 80)),
        says: shown(says[key]),
        computed: 'nothing',
      })),
    ];
  }
  return says === computed ? [] : [{ at, says: shown(says), computed: shown(computed) }];
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(at: string, step: string): string {
  return at === '' ? step : `${at} › ${step}`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value.slice(0, 200);
  return typeof value === 'object' && value !== null
    ? Array.isArray(value)
      ? 'a list'
      : 'a table'
    : String(value);
}
