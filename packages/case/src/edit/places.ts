import type { Path } from '../yaml/tree.ts';

/** What a scalar of the file names. Readings and options of an actor need to know whose. */
export type Kind =
  | {
      readonly of:
        | 'actors'
        | 'statements'
        | 'sources'
        | 'names'
        | 'scenarios'
        | 'questions'
        | 'option'
        | 'expression'
        | 'setting';
    }
  | { readonly of: 'own-option' | 'reading'; readonly actor: string };

/**
 * The kind of name at a path; undefined where it is prose. Only what `evidence`, `look-for` and `moves-seen` name under keys
 * that depend on another value (`actor:`) is not known from the path alone.
 */
export function kindAt(
  path: Path,
  part: 'key' | 'value',
  actorOf?: (path: Path) => string | undefined,
): Kind | undefined {
  const [section, a, b, c, d] = path;
  const n = path.length;
  const last = path.at(-1);
  const key = part === 'key';
  if (!key && (last === 'because' || (typeof last === 'number' && path.at(-2) === 'because')))
    return { of: 'statements' };
  if (last === 'note' || last === 'because') return undefined;
  switch (section) {
    case 'sources':
      return key && n === 2 ? { of: 'sources' } : undefined;
    case 'statements':
      if (key) return n === 2 ? { of: 'statements' } : undefined;
      if (b === 'in') return { of: 'sources' };
      return b === 'disputes' ? { of: 'statements' } : b === 'about' ? { of: 'actors' } : undefined;
    case 'decided':
      if (key) return undefined;
      return b === 'in' ? { of: 'sources' } : b === 'statement' ? { of: 'statements' } : undefined;
    case 'actors':
      if (key && n === 2) return { of: 'actors' };
      if (b === 'moves' && n >= 4) return { of: 'names' };
      return key && n === 4 && b === 'options' ? { of: 'own-option', actor: String(a) } : undefined;
    case 'facts':
    case 'states':
      return key && n === 2 ? { of: 'names' } : undefined;
    case 'joint':
      if (key) return n === 2 ? { of: 'names' } : undefined;
      return b === 'by' ? { of: 'actors' } : undefined;
    case 'terms':
      if (key) return n === 2 ? { of: 'names' } : undefined;
      return n === 2 || b === 'that' ? { of: 'expression' } : undefined;
    case 'opens':
    case 'binds':
      if (key) return n === 2 ? { of: 'option' } : undefined;
      return n === 2 || b === 'when' ? { of: 'expression' } : undefined;
    case 'impossible':
    case 'coalesce':
      return !key && (n === 2 || b === 'when') ? { of: 'expression' } : undefined;
    case 'irreversible':
      return !key && (n === 2 || b === 'option') ? { of: 'option' } : undefined;
    case 'now':
      return key ? undefined : { of: 'setting' };
    case 'readings':
      if (key) {
        if (n === 2) return { of: 'actors' };
        if (n === 3) return { of: 'reading', actor: String(a) };
        return n === 5 && c === 'scores' ? { of: 'expression' } : undefined;
      }
      return c === 'prefers' || c === 'ranking' ? { of: 'expression' } : undefined;
    case 'beliefs':
      if (key)
        return (n === 2 || n === 3 || (b === 'of' && n > 3)) && last !== 'of' ? { of: 'actors' } : undefined;
      if (n === 3) return { of: 'reading', actor: String(b) };
      return b === 'of' && n === 5 ? { of: 'reading', actor: String(d) } : undefined;
    case 'unaware':
      if (key) return n === 2 ? { of: 'actors' } : undefined;
      return n < 4 || last === 'option' ? { of: 'option' } : undefined;
    case 'unperceived':
      return key ? (n === 2 ? { of: 'actors' } : undefined) : { of: 'expression' };
    case 'evidence':
    case 'look-for': {
      if (!key)
        return b === 'statement' ? { of: 'statements' } : b === 'actor' ? { of: 'actors' } : undefined;
      const actor = b === 'likelihood' && n === 4 ? actorOf?.(path.slice(0, 2)) : undefined;
      return actor === undefined ? undefined : { of: 'reading', actor };
    }
    case 'weighing':
      return key && a === 'other' && n === 3 ? { of: 'actors' } : undefined;
    case 'moves-seen':
      if (key) return undefined;
      if (b === 'actor') return { of: 'actors' };
      return b === 'menu' || b === 'from' || b === 'to' ? { of: 'setting' } : undefined;
    case 'scenarios':
      if (!key) return undefined;
      return n === 2
        ? { of: 'scenarios' }
        : n === 4 && (b === 'start' || b === 'fix')
          ? { of: 'option' }
          : undefined;
    case 'questions':
      if (key) return n === 2 ? { of: 'questions' } : undefined;
      return b === 'holds-when' ? { of: 'expression' } : undefined;
    default:
      return undefined;
  }
}
