import type { Path } from '@demarche/case';
import { useId, useState } from 'react';
import { useProblems } from '../use-model.ts';
import { Problems } from './Problems.tsx';
import { useSession } from './session.ts';

export type TextFieldProps = {
  readonly label: string;
  readonly path: Path;
  readonly value: string;
  /** Called with every change; `merge` makes those of one visit one step. */
  readonly onChange: (text: string, merge: string) => void;
  readonly placeholder?: string | undefined;
  readonly rows?: number;
  /** Where the label is plain from the head of a table. */
  readonly quiet?: boolean;
  readonly below?: boolean;
  readonly kind?: 'text' | 'number';
  /** One line that becomes as many as it needs. */
  readonly grow?: boolean;
};

export function TextField(props: TextFieldProps) {
  const {
    label,
    path,
    value,
    onChange,
    placeholder,
    rows,
    quiet = false,
    below = true,
    kind = 'text',
    grow = false,
  } = props;
  const id = useId();
  const session = useSession();
  // What was typed stands there at once; the model follows.
  const [draft, setDraft] = useState<string>();
  if (draft !== undefined && draft === value) setDraft(undefined);
  const problems = useProblems(path, below);
  const wrong = problems.some(({ diagnostic }) => diagnostic.severity === 'error');
  const common = {
    id,
    value: draft ?? value,
    placeholder,
    'aria-invalid': wrong || undefined,
    'aria-describedby': problems.length > 0 ? `${id}p` : undefined,
    onFocus: session.begin,
    onBlur: () => setDraft(undefined),
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setDraft(event.target.value);
      onChange(event.target.value, session.name());
    },
  };
  return (
    <div className="m-field" data-path={JSON.stringify(path)}>
      <label htmlFor={id} className={quiet ? 'm-hidden' : undefined}>
        {label}
      </label>
      {grow ? (
        <textarea
          {...common}
          rows={1}
          className="m-grow"
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      ) : rows ? (
        <textarea {...common} rows={rows} />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={kind === 'number' ? 'decimal' : undefined}
          autoComplete="off"
        />
      )}
      <Problems id={`${id}p`} problems={problems} />
    </div>
  );
}
