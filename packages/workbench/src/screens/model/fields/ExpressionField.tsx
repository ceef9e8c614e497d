import type { Path } from '@demarche/case';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { ExpressionText } from '../../../editor/ExpressionText.tsx';
import { expressionWords } from '../../../editor/words.ts';
import type { Name } from '../outline/names.ts';
import { useModel, useProblems } from '../use-model.ts';
import { Problems } from './Problems.tsx';
import { useSession } from './session.ts';

const Editor = lazy(async () => ({
  default: (await import('../../../editor/ExpressionEditor.tsx')).ExpressionEditor,
}));

export type ExpressionFieldProps = {
  readonly label: string;
  readonly path: Path;
  readonly value: string;
  readonly onChange: (text: string, merge: string) => void;
  /** Shown where there is no expression. */
  readonly empty?: string;
  readonly quiet?: boolean;
  /** Always as an editor, not only while it is being edited. */
  readonly open?: boolean;
  readonly focused?: boolean;
  readonly onDone?: () => void;
  readonly noWords?: boolean;
};

/** An expression of the file: to be read, and on Enter or a click to be edited in place. Every change goes into the file. */
export function ExpressionField(props: ExpressionFieldProps) {
  const { label, path, value, onChange, empty = 'none', quiet = false, open = false } = props;
  const { names, unreadable } = useModel();
  const id = useId();
  const [editing, setEditing] = useState(false);
  const before = useRef(value);
  const button = useRef<HTMLButtonElement>(null);
  const session = useSession();
  const problems = useProblems(path, true);
  const leave = (focus: boolean) => {
    setEditing(false);
    props.onDone?.();
    if (focus && !open) requestAnimationFrame(() => button.current?.focus());
  };
  const words = props.noWords ? undefined : expressionWords(value, wordsIn(names));
  const shown = open || editing;
  return (
    <div className="m-field m-expression" data-path={JSON.stringify(path)}>
      <span className={quiet ? 'm-hidden' : 'm-label'} id={id}>
        {label}
      </span>
      {shown && !unreadable ? (
        <Suspense fallback={<ExpressionText text={value} />}>
          <Editor
            label={label}
            value={value}
            names={names}
            focused={editing || props.focused}
            onChange={(text) => onChange(text, session.name())}
            onDone={() => leave(true)}
            onCancel={
              open
                ? undefined
                : (text) => {
                    if (text !== before.current) onChange(before.current, session.name());
                    leave(true);
                  }
            }
            onLeave={() => !open && leave(false)}
          />
        </Suspense>
      ) : (
        <button
          ref={button}
          type="button"
          className="m-open"
          aria-label={`${label}: ${value === '' ? empty : value}. Edit`}
          onClick={() => {
            session.begin();
            before.current = value;
            setEditing(true);
          }}
        >
          {value === '' ? <span className="m-soft">{empty}</span> : <ExpressionText text={value} />}
        </button>
      )}
      {words !== undefined && value !== '' && <p className="m-words">{words}</p>}
      <Problems problems={problems} />
    </div>
  );
}

export function wordsIn(names: readonly Name[]): (name: string) => string {
  const byId = new Map(names.map(({ id, words }) => [id, words]));
  return (name) => byId.get(name) ?? `“${name}”`;
}
