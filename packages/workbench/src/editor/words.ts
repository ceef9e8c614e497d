import { parseExpression } from '@demarche/case';
import { formulaParts } from '@demarche/report';

/** An expression in plain words, names said by what they stand for; undefined where it is no expression. */
export function expressionWords(text: string, wordsOf: (name: string) => string): string | undefined {
  const { expression } = parseExpression(text);
  if (!expression) return undefined;
  return formulaParts(expression)
    .map((part) => (typeof part === 'string' ? part : wordsOf(part.name)))
    .join('');
}
