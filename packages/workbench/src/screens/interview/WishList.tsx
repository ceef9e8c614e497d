import type { Choice, Literal, Wish } from '@demarche/source';
import { useState } from 'react';

/** What somebody wants, the most important first: each line a thing that is to be so or not, perhaps only where another is. */
export function WishList({
  choices,
  most,
  wishes,
  onWishes,
}: {
  readonly choices: readonly Choice[];
  readonly most: number;
  readonly wishes: readonly Wish[];
  readonly onWishes: (wishes: readonly Wish[]) => void;
}) {
  const label = (id: string) => choices.find((one) => one.id === id)?.label ?? id;
  const say = (all: readonly Literal[]) =>
    all.map(({ id, not }) => `${not ? 'not: ' : ''}${label(id)}`).join(' and ');
  const swap = (from: number, to: number) => {
    const next = [...wishes];
    [next[from], next[to]] = [next[to]!, next[from]!];
    onWishes(next);
  };
  return (
    <div className="wishes">
      <ol aria-label="What it wants, the most important first">
        {wishes.map((wish, k) => (
          <li key={JSON.stringify(wish)}>
            {say(wish.that)}
            {wish.if && `, where this is so: ${say(wish.if)}`}{' '}
            <span className="moves">
              <button
                type="button"
                disabled={k === 0}
                aria-label={`Up: ${say(wish.that)}`}
                onClick={() => swap(k, k - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                disabled={k === wishes.length - 1}
                aria-label={`Down: ${say(wish.that)}`}
                onClick={() => swap(k, k + 1)}
              >
                ↓
              </button>
              <button
                type="button"
                aria-label={`Remove: ${say(wish.that)}`}
                onClick={() => onWishes(wishes.filter((_, at) => at !== k))}
              >
                ×
              </button>
            </span>
          </li>
        ))}
      </ol>
      {wishes.length < most && <AddWish choices={choices} onAdd={(wish) => onWishes([...wishes, wish])} />}
    </div>
  );
}

function AddWish({
  choices,
  onAdd,
}: {
  readonly choices: readonly Choice[];
  readonly onAdd: (wish: Wish) => void;
}) {
  const [first, setFirst] = useState('');
  const [and, setAnd] = useState('');
  const [where, setWhere] = useState('');
  const literals = choices.flatMap(({ id, label }) => [
    { value: id, label },
    { value: `not ${id}`, label: `not: ${label}` },
  ]);
  const literalOf = (value: string): Literal =>
    value.startsWith('not ') ? { id: value.slice(4), not: true } : { id: value };
  const select = (name: string, value: string, set: (value: string) => void, none: string) => (
    <label>
      {name}
      <select value={value} onChange={(event) => set(event.target.value)}>
        <option value="">{none}</option>
        {literals.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <fieldset>
      <legend>Next in importance</legend>
      {select('It wants', first, setFirst, 'choose')}
      {select('and', and, setAnd, 'nothing more')}
      {select('only where this is so', where, setWhere, 'everywhere')}
      <button
        type="button"
        disabled={first === ''}
        onClick={() => {
          onAdd({
            that: [literalOf(first), ...(and === '' ? [] : [literalOf(and)])],
            ...(where === '' ? {} : { if: [literalOf(where)] }),
          });
          setFirst('');
          setAnd('');
          setWhere('');
        }}
      >
        Add the wish
      </button>
    </fieldset>
  );
}
