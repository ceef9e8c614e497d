import type { Choice, Literal, Problem, Wish } from './question.ts';

/** A wish as an expression of the case. */
export function expressionOf({ that, if: when }: Wish): string {
  const both = (literals: readonly Literal[]) =>
    literals.map(({ id, not }) => (not ? `not ${id}` : id)).join(' and ');
  if (!when) return both(that);
  return `${part(when)} implies ${part(that)}`;
  function part(literals: readonly Literal[]): string {
    return literals.length > 1 ? `(${both(literals)})` : both(literals);
  }
}

/** A wish as one says it, with the numbers of the list: “2 and not 5 if 1”. */
export function wishText({ that, if: when }: Wish, choices: readonly Choice[]): string {
  const both = (literals: readonly Literal[]) =>
    literals
      .map(({ id, not }) => `${not ? 'not ' : ''}${1 + choices.findIndex((one) => one.id === id)}`)
      .join(' and ');
  return when ? `${both(that)} if ${both(when)}` : both(that);
}

/** A wish as it follows on “First of all”: that something is so, or is not. */
export function wishInWords({ that, if: when }: Wish, say: (id: string) => string): string {
  const both = (literals: readonly Literal[]) =>
    literals.map(({ id, not }) => (not ? `not: ${say(id)}` : say(id))).join('; ');
  const [first] = that;
  const lead = first?.not ? ' ' : ': ';
  return `${lead}${both(that)}${when ? ` – if ${both(when)}` : ''}`;
}

/** What “3, not 5, 1 and 2 if 4” says about a numbered list. */
export function wishesFrom(line: string, choices: readonly Choice[]): readonly Wish[] | Problem {
  const wishes: Wish[] = [];
  for (const piece of line.split(/[,;]/)) {
    if (piece.trim() === '') continue;
    const [wanted, condition, more] = piece.split(/\bif\b/i);
    const that = literalsFrom(wanted!, choices);
    const when = condition === undefined ? [] : literalsFrom(condition, choices);
    if (!that || !when || more !== undefined || (condition !== undefined && when.length === 0))
      return {
        problem: `“${piece.trim()}” is no wish about what is listed`,
        hint: `write numbers from 1 to ${choices.length}, parted by commas, as in “2, not 1” or “2 and 3” or “2 if 1”`,
      };
    wishes.push(when.length === 0 ? { that } : { that, if: when });
  }
  return wishes;
}

function literalsFrom(text: string, choices: readonly Choice[]): readonly Literal[] | undefined {
  const out: Literal[] = [];
  for (const one of text.split(/\band\b/i)) {
    const found = /^(not\s+)?(\d{1,3})$/i.exec(one.trim());
    const choice = found && choices[Number(found[2]) - 1];
    if (!choice) return undefined;
    out.push(found[1] ? { id: choice.id, not: true } : { id: choice.id });
  }
  return out;
}
