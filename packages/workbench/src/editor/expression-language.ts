import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { LanguageSupport, LRLanguage } from '@codemirror/language';
import type { Diagnostic } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import { highlightingParser } from '@demarche/case/editor';
import { checkExpression } from './check.ts';

/** A name that an expression may use, with what it stands for. */
export type Offered = { readonly id: string; readonly kind: string; readonly words: string };

const language = LRLanguage.define({ name: 'expression', parser: highlightingParser });

export const expressionLanguage = new LanguageSupport(language);

const operators = [
  ['and', 'both hold'],
  ['or', 'one of them holds, or both'],
  ['not', 'does not hold'],
  ['implies', 'if the first, then the second'],
  ['iff', 'exactly when'],
  ['xor', 'one of them, not both'],
  ['at least', 'of several'],
  ['at most', 'of several'],
  ['exactly', 'of several'],
] as const;

/** Names by their ids and by what they are called, and the words of the language. */
export function completionOf(offered: () => readonly Offered[]) {
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[A-Za-z][A-Za-z0-9.-]*/);
    if (!word && !context.explicit) return null;
    if (word && !context.explicit && isWhole(word.text, offered())) return null;
    return {
      from: word?.from ?? context.pos,
      options: [
        ...offered().map(({ id, kind, words }) => ({
          label: id,
          detail: words,
          type: kind === 'option' || kind === 'joint' ? 'variable' : 'constant',
          boost: 1,
        })),
        ...operators.map(([label, detail]) => ({ label, detail, type: 'keyword' })),
      ],
      validFor: (text) => /^[A-Za-z0-9.-]*$/.test(text) && !isWhole(text, offered()),
    };
  };
}

/** Nothing is left to complete: Enter then means that the expression is done. */
function isWhole(word: string, offered: readonly Offered[]): boolean {
  const all = [...offered.map(({ id }) => id), ...operators.map(([operator]) => operator)];
  return all.includes(word) && !all.some((one) => one !== word && one.startsWith(word));
}

/** What is wrong, as marks of the editor; a near name can be put in its place. */
export function marksOf(text: string, known: readonly string[]): Diagnostic[] {
  if (text.trim() === '') return [];
  return checkExpression(text, known).map(({ start, end, message, hint, instead }) => {
    const from = Math.min(start, Math.max(0, text.length - 1));
    return {
      from,
      to: Math.max(from + 1, Math.min(end, text.length)),
      severity: 'error',
      message: hint === undefined ? message : `${message}\n${hint}`,
      ...(instead === undefined
        ? {}
        : {
            actions: [
              {
                name: `Write ${instead}`,
                apply: (view: EditorView, a: number, b: number) =>
                  view.dispatch({ changes: { from: a, to: b, insert: instead } }),
              },
            ],
          }),
    };
  });
}
