import type { Case, Expression, Formula } from '@demarche/case';
import { actorName, quoted } from './names.ts';

/** A formula in words: text as it is, and names to be said (and linked) in whatever way suits the page. */
export type FormulaPart = string | { readonly name: string };

export function formulaParts(expression: Expression): readonly FormulaPart[] {
  switch (expression.kind) {
    case 'constant':
      return [expression.value ? 'always' : 'never'];
    case 'name':
      return [{ name: expression.name }];
    case 'not':
      return ['not ', ...operand(expression.of)];
    case 'count':
      return [
        `${expression.bound} ${expression.n} of: `,
        ...expression.of.flatMap((one, k) => [...(k > 0 ? ['; '] : []), ...formulaParts(one)]),
      ];
    case 'implies':
      return ['if ', ...operand(expression.left), ', then ', ...operand(expression.right)];
    case 'iff':
      return [...operand(expression.left), ' exactly when ', ...operand(expression.right)];
    case 'xor':
      return ['either ', ...operand(expression.left), ' or ', ...operand(expression.right), ', not both'];
    default: {
      const side = (one: Expression) => (one.kind === expression.kind ? formulaParts(one) : operand(one));
      return [...side(expression.left), ` ${expression.kind} `, ...side(expression.right)];
    }
  }
}

function operand(expression: Expression): readonly FormulaPart[] {
  const simple = ['constant', 'name', 'not'].includes(expression.kind);
  return simple ? formulaParts(expression) : ['(', ...formulaParts(expression), ')'];
}

/** What a name of the case stands for: an option with whose it is, a fact, a term, a state. */
export function nameWords(found: Case, name: string): string {
  const option = found.options.find(({ id }) => id === name);
  if (option)
    return option.owners.length > 1
      ? quoted(option.name)
      : `${quoted(option.name)} (${actorName(found, option.owners[0]!)})`;
  const called =
    found.facts.find(({ id }) => id === name)?.name ??
    found.terms.find(({ id }) => id === name)?.name ??
    found.graph?.states.find(({ id }) => id === name)?.name ??
    name;
  return quoted(called);
}

/** In words, without links. */
export function formulaText(found: Case, formula: Formula): string {
  return formulaParts(formula.expression)
    .map((part) => (typeof part === 'string' ? part : nameWords(found, part.name)))
    .join('');
}
