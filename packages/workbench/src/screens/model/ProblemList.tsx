import type { Path } from '@demarche/case';
import { hintOf } from '../../view/hint.ts';
import { partInfos, partOf } from './outline/parts.ts';
import type { Problem } from './outline/problems.ts';

/** Every diagnostic of the case; each leads to its field, or to its line where no form shows it. */
export function ProblemList(props: {
  readonly problems: readonly Problem[];
  readonly onJump: (problem: Problem) => void;
}) {
  const { problems, onJump } = props;
  if (problems.length === 0) return null;
  const wrong = problems.filter(({ diagnostic }) => diagnostic.severity === 'error');
  const errors = wrong.length;
  const inOrder = [...wrong, ...problems.filter((one) => !wrong.includes(one))];
  const notes = problems.length - errors;
  return (
    <details className="m-all" open={errors > 0} data-wrong={errors > 0 || undefined}>
      <summary>
        {[
          ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
          ...(notes > 0 ? [`${notes} ${notes === 1 ? 'note' : 'notes'}`] : []),
        ].join(', ')}
      </summary>
      <ol>
        {inOrder.map((problem, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew with every text
          <li key={k} data-severity={problem.diagnostic.severity}>
            <button type="button" onClick={() => onJump(problem)}>
              {problem.diagnostic.severity === 'error' ? 'Error' : 'Note'}, line{' '}
              {problem.diagnostic.range.line}
              {whereWords(problem.path)}: {problem.diagnostic.message}
            </button>
            {hintOf(problem.diagnostic) !== undefined && (
              <span className="m-hint"> {hintOf(problem.diagnostic)}</span>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function whereWords(path: Path): string {
  const part = partOf(path);
  return part ? ` (${partInfos.find(({ id }) => id === part)!.title})` : '';
}
