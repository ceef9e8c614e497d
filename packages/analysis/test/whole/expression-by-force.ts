/** Whether an expression holds, given which names do. */
export type Holds = (isTrue: (name: string) => boolean) => boolean;

/**
 * The expression language of the format page, read by recursive descent and from nothing else: `not` binds tightest, then `and`,
 * `xor`, `or`, `implies` (to the right), `iff`.
 */
export function parseByForce(text: string): Holds {
  const words = text.match(/[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)?|\d+|[(),]/g) ?? [];
  if (words.join('') !== text.replace(/\s+/g, '')) throw new Error(`unreadable: ${text}`);
  let at = 0;
  const eat = (word: string): boolean => {
    if (words[at] !== word) return false;
    at++;
    return true;
  };
  const need = (word: string) => {
    if (!eat(word)) throw new Error(`expected ${word} in ${text}`);
  };
  const leftwards = (word: string, part: () => Holds, join: (a: boolean, b: boolean) => boolean) => () => {
    let left = part();
    while (eat(word)) {
      const [before, after] = [left, part()];
      left = (is) => join(before(is), after(is));
    }
    return left;
  };

  const counted = (enough: (count: number, bound: number) => boolean): Holds => {
    const bound = Number(words[at++]);
    need('of');
    need('(');
    const parts = [whole()];
    while (eat(',')) parts.push(whole());
    need(')');
    return (is) => enough(parts.filter((part) => part(is)).length, bound);
  };
  const atom = (): Holds => {
    if (eat('not')) {
      const part = atom();
      return (is) => !part(is);
    }
    if (eat('(')) {
      const inner = whole();
      need(')');
      return inner;
    }
    if (eat('true')) return () => true;
    if (eat('false')) return () => false;
    if (eat('exactly')) return counted((count, bound) => count === bound);
    if (eat('at')) {
      if (eat('least')) return counted((count, bound) => count >= bound);
      need('most');
      return counted((count, bound) => count <= bound);
    }
    const name = words[at++];
    if (name === undefined || !/^[a-z]/.test(name)) throw new Error(`expected a name in ${text}`);
    return (is) => is(name);
  };
  const and = leftwards('and', atom, (a, b) => a && b);
  const xor = leftwards('xor', and, (a, b) => a !== b);
  const or = leftwards('or', xor, (a, b) => a || b);
  const implies = (): Holds => {
    const left = or();
    if (!eat('implies')) return left;
    const right = implies();
    return (is) => !left(is) || right(is);
  };
  const whole = leftwards('iff', implies, (a, b) => a === b);

  const holds = whole();
  if (at !== words.length) throw new Error(`left over after ${words.slice(0, at).join(' ')}: ${text}`);
  return holds;
}
