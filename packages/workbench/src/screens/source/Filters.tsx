import type { Case, Statement } from '@demarche/case';
import { actorName } from '@demarche/report/words';

/** Which statements are shown; an empty text is every one. */
export type Filter = {
  readonly by: string;
  readonly kind: string;
  readonly about: string;
  readonly anchor: string;
};

export const everything: Filter = { by: '', kind: '', about: '', anchor: '' };

export function passes(one: Statement, { by, kind, about, anchor }: Filter): boolean {
  return (
    (by === '' || one.by === by) &&
    (kind === '' || one.kind === kind) &&
    (about === '' || one.about.includes(about)) &&
    (anchor === '' || (one.anchor === 'verified') === (anchor === 'verified'))
  );
}

export function Filters({
  found,
  statements,
  filter,
  onFilter,
}: {
  readonly found: Case;
  readonly statements: readonly Statement[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}) {
  const distinct = (values: readonly (string | undefined)[]) =>
    [...new Set(values.filter((one) => one !== undefined))].sort((a, b) => (a < b ? -1 : 1));
  const choices: readonly [keyof Filter, string, readonly (readonly [string, string])[]][] = [
    ['by', 'Speaker', distinct(statements.map(({ by }) => by)).map((one) => [one, one] as const)],
    ['kind', 'Kind', distinct(statements.map(({ kind }) => kind)).map((one) => [one, one] as const)],
    [
      'about',
      'About',
      distinct(statements.flatMap(({ about }) => about)).map((id) => [id, actorName(found, id)] as const),
    ],
    [
      'anchor',
      'Anchor',
      [
        ['verified', 'verified'],
        ['unverified', 'unverified'],
      ],
    ],
  ];
  return (
    <fieldset className="filters">
      <legend className="hidden">Which statements are shown</legend>
      {choices.map(([key, label, values]) => (
        <label key={key}>
          {label}{' '}
          <select
            value={filter[key]}
            onChange={(event) => onFilter({ ...filter, [key]: event.target.value })}
          >
            <option value="">all</option>
            {values.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
      {filter !== everything && (
        <button type="button" onClick={() => onFilter(everything)}>
          Show all
        </button>
      )}
    </fieldset>
  );
}
