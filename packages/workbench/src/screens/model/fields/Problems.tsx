import { hintOf } from '../../../view/hint.ts';
import type { Problem } from '../outline/problems.ts';

/** What is wrong at a field, below it. */
export function Problems({ id, problems }: { readonly id?: string; readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="m-problems" id={id}>
      {problems.map(({ diagnostic }) => (
        <li key={`${diagnostic.code} ${diagnostic.message}`} data-severity={diagnostic.severity}>
          {diagnostic.severity === 'error' ? 'Error' : 'Note'}: {diagnostic.message}
          {hintOf(diagnostic) !== undefined && <span className="m-hint"> {hintOf(diagnostic)}</span>}
        </li>
      ))}
    </ul>
  );
}
