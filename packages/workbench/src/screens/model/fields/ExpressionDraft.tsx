import { lazy, Suspense } from 'react';
import { checkExpression } from '../../../editor/check.ts';
import { expressionWords } from '../../../editor/words.ts';
import { useModel } from '../use-model.ts';
import { wordsIn } from './ExpressionField.tsx';

const Editor = lazy(async () => ({
  default: (await import('../../../editor/ExpressionEditor.tsx')).ExpressionEditor,
}));

export type ExpressionDraftProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onDone: (text: string) => void;
  readonly placeholder?: string | undefined;
};

/** An expression that is not in the file yet: what is wrong with it stands below, so that only a sound one is added. */
export function ExpressionDraft({ label, value, onChange, onDone, placeholder }: ExpressionDraftProps) {
  const { names } = useModel();
  const ids = names.map(({ id }) => id);
  const problems = value.trim() === '' ? [] : checkExpression(value, ids);
  const words = problems.length === 0 ? expressionWords(value, wordsIn(names)) : undefined;
  return (
    <div className="m-field m-expression">
      <span className="m-label">{label}</span>
      <Suspense fallback={<span className="m-open" />}>
        <Editor
          label={label}
          value={value}
          names={names}
          onChange={onChange}
          onDone={onDone}
          placeholder={placeholder}
          draft
        />
      </Suspense>
      {words !== undefined && value.trim() !== '' && <p className="m-words">{words}</p>}
      {problems.length > 0 && (
        <ul className="m-problems">
          {problems.map(({ start, message, hint }) => (
            <li key={`${start} ${message}`}>
              {message}
              {hint !== undefined && <span className="m-hint"> {hint}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
