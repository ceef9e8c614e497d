import { cleanName } from '@demarche/case';
import type { Literal, Problem, Question, Reply, Wish } from './question.ts';

/** The longest name or line, in UTF-16 units. */
export const longest = 120;

/**
 * A reply as the interview keeps it: single spaces, no control characters, nothing twice. Where it does not fit its question, what is
 * wrong and what to do. Takes any value: a reply may come from a file.
 */
export function checkReply(question: Question, reply: unknown): { readonly reply: Reply } | Problem {
  switch (question.kind) {
    case 'text': {
      if (typeof reply !== 'string') return misfit('a text');
      const said = clean(reply);
      const long = tooLong([said]);
      return long ?? { reply: said === '' ? question.default : said };
    }
    case 'yes-no':
      return typeof reply === 'boolean' ? { reply } : misfit('yes or no');
    case 'lines': {
      if (!texts(reply)) return misfit('a list of texts');
      const lines = distinct(reply.map(clean).filter((one) => one !== ''));
      const long = tooLong(lines);
      if (long) return long;
      if (lines.length > question.most)
        return {
          problem: `${lines.length} are too many: at most ${question.most} here`,
          hint: 'leave out what decides least, or put two into one',
        };
      return { reply: lines };
    }
    case 'each': {
      if (!texts(reply)) return misfit('a list of texts');
      if (reply.length > question.of.length)
        return {
          problem: `${reply.length} texts for ${question.of.length} things`,
          hint: 'give one for each, in their order; one may stay empty',
        };
      const lines = question.of.map((_, k) => clean(reply[k] ?? ''));
      return tooLong(lines, 400) ?? { reply: lines };
    }
    case 'pick':
      return checkPick(question, reply);
    case 'order':
      return checkOrder(question, reply);
  }
}

function checkPick(
  { choices, own, least, most }: Question & { readonly kind: 'pick' },
  reply: unknown,
): { readonly reply: Reply } | Problem {
  const { picked, own: named } = (typeof reply === 'object' && reply !== null ? reply : {}) as Record<
    string,
    unknown
  >;
  if (!texts(picked) || !texts(named)) return misfit('a choice');
  const unknown = picked.find((id) => !choices.some((one) => one.id === id));
  if (unknown !== undefined) return misfit(`one of what is listed, not “${clean(unknown)}”`);
  const names = distinct(named.map(clean).filter((one) => one !== ''));
  if (names.length > 0 && !own)
    return {
      problem: `“${names[0]}” is not among what is listed`,
      hint: 'only what is listed can be chosen here',
    };
  const long = tooLong(names);
  if (long) return long;
  const order = choices.map(({ id }) => id);
  const sorted = distinct(picked).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const count = sorted.length + names.length;
  if (count < least)
    return {
      problem: `${count === 0 ? 'nothing' : 'one'} is too few: at least ${least}`,
      hint: 'choose more',
    };
  if (count > most)
    return { problem: `${count} are too many: at most ${most} here`, hint: 'leave out what decides least' };
  return { reply: { picked: sorted, own: names } };
}

function checkOrder(
  { choices, most }: Question & { readonly kind: 'order' },
  reply: unknown,
): { readonly reply: Reply } | Problem {
  if (!Array.isArray(reply)) return misfit('a list of wishes');
  const known = new Set(choices.map(({ id }) => id));
  const wishes: Wish[] = [];
  for (const one of reply as readonly unknown[]) {
    const { that, if: when } = (typeof one === 'object' && one !== null ? one : {}) as Record<
      string,
      unknown
    >;
    const [wanted, condition] = [literalsOf(that, known), literalsOf(when ?? [], known)];
    if (!wanted || !condition || wanted.length === 0) return misfit('wishes about what is listed');
    const both = [...wanted, ...condition];
    const clash = both.find((a) => both.some((b) => a.id === b.id && a.not !== b.not));
    const twice = both.find((a, k) => both.findIndex((b) => a.id === b.id) < k);
    const at = (id: string) => 1 + choices.findIndex((choice) => choice.id === id);
    if (clash || twice)
      return {
        problem: `${at((clash ?? twice)!.id)} stands twice in one wish`,
        hint: 'name each thing once in a wish, as in “2 and not 5”',
      };
    const wish: Wish = condition.length === 0 ? { that: wanted } : { that: wanted, if: condition };
    if (!wishes.some((other) => JSON.stringify(other) === JSON.stringify(wish))) wishes.push(wish);
  }
  if (wishes.length > most)
    return { problem: `${wishes.length} wishes are too many: at most ${most}`, hint: 'keep the first ones' };
  return { reply: wishes };
}

function literalsOf(value: unknown, known: ReadonlySet<string>): readonly Literal[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const out: Literal[] = [];
  for (const one of value as readonly unknown[]) {
    const { id, not } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
    if (typeof id !== 'string' || !known.has(id) || (not !== undefined && not !== true)) return undefined;
    out.push(not ? { id, not } : { id });
  }
  return out;
}

const texts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const clean = (text: string) => cleanName(text, '');

function tooLong(lines: readonly string[], most = longest): Problem | undefined {
  const long = lines.find((one) => one.length > most);
  if (long === undefined) return undefined;
  return {
    problem: `“${long.slice(0, 30)}…” has ${long.length} characters, at most ${most} fit`,
    hint: 'say it shorter; a note can be added in the case later',
  };
}

/** Texts that differ in capitals only are one. */
function distinct(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((one) => {
    const key = one.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

function misfit(expected: string): Problem {
  return { problem: `the reply does not fit the question: expected ${expected}`, hint: 'reply once more' };
}
