import { highlightingParser } from '@demarche/case/editor';
import { classHighlighter, highlightCode } from '@lezer/highlight';
import { type ReactNode, useMemo } from 'react';

/** An expression with its words coloured, not to be edited. */
export function ExpressionText({ text }: { readonly text: string }) {
  const parts = useMemo(() => {
    const made: ReactNode[] = [];
    highlightCode(
      text,
      highlightingParser.parse(text),
      classHighlighter,
      (piece, classes) =>
        made.push(
          classes ? (
            <span key={made.length} className={classes}>
              {piece}
            </span>
          ) : (
            piece
          ),
        ),
      () => made.push(' '),
    );
    return made;
  }, [text]);
  return <code className="expression">{parts}</code>;
}
