import { type ReactNode, useId, useRef, useState } from 'react';
import { checkExpression } from '../../../editor/check.ts';
import type { Name } from '../outline/names.ts';
import { useModel } from '../use-model.ts';
import { ExpressionDraft } from './ExpressionDraft.tsx';

export type AddFormProps = {
  readonly title: string;
  /** Label of the name; undefined where only an expression is asked for. */
  readonly name?: string;
  readonly namePlaceholder?: string;
  /** Label of the expression; undefined where only a name is asked for. */
  readonly expression?: string;
  /** An example is made of the case's own names. */
  readonly example?: 'not' | 'and';
  readonly onAdd: (name: string, expression: string) => void;
  readonly children?: ReactNode;
};

/** Adds one more: what is typed becomes one step of the history on Enter, and the field is ready for the next. */
export function AddForm(props: AddFormProps) {
  const { names } = useModel();
  const [name, setName] = useState('');
  const [expression, setExpression] = useState('');
  const [turn, setTurn] = useState(0);
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const ids = names.map((one) => one.id);
  const isSound = (text: string) =>
    (props.name === undefined || name.trim() !== '') &&
    (props.expression === undefined || (text.trim() !== '' && checkExpression(text, ids).length === 0));
  const add = (text: string) => {
    if (!isSound(text)) return;
    props.onAdd(name.trim(), text.trim());
    setName('');
    setExpression('');
    setTurn(turn + 1);
    first.current?.focus();
  };
  return (
    <form
      className="m-add"
      aria-label={props.title}
      onSubmit={(event) => {
        event.preventDefault();
        add(expression);
      }}
    >
      {props.name !== undefined && (
        <div className="m-field">
          <label htmlFor={id}>{props.name}</label>
          <input
            ref={first}
            id={id}
            type="text"
            value={name}
            placeholder={props.namePlaceholder && `e.g. ${props.namePlaceholder}`}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </div>
      )}
      {props.expression !== undefined && (
        <ExpressionDraft
          key={props.name === undefined ? 'one' : turn}
          label={props.expression}
          value={expression}
          onChange={setExpression}
          onDone={add}
          placeholder={exampleOf(names, props.example)}
        />
      )}
      {props.children}
      <button type="submit" aria-disabled={!isSound(expression)}>
        {props.title}
      </button>
    </form>
  );
}

function exampleOf(names: readonly Name[], kind: 'not' | 'and' | undefined): string | undefined {
  const [one, other] = names;
  if (!one || kind === undefined) return undefined;
  if (kind === 'not') return `e.g. not ${one.id}`;
  return other && `e.g. ${one.id} and ${other.id}`;
}
