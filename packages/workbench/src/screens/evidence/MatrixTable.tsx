import type { Matrix, Weighed } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { disagreementWords, matrixOrderWords, weighedLabel } from '@demarche/report/words';

/** The matrix of competing hypotheses (Heuer 1999): it eliminates, and stands beside the weights. */
export function MatrixTable({
  found,
  weighed,
  matrix,
  name,
}: {
  readonly found: Case;
  readonly weighed: Weighed;
  readonly matrix: Matrix;
  readonly name: (id: string) => string;
}) {
  if (matrix.items.length === 0) return null;
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">The matrix of competing hypotheses</h2>
      <p className="small">
        From CC, very consistent, to II, very inconsistent; a reading is judged by what speaks against it.
        Trials do not show that the matrix improves judgement, so it stands beside.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also by keyboard */}
      <section className="scroll" tabIndex={0} aria-label="Matrix of competing hypotheses">
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">Read as</th>
              {matrix.items.map(({ id }) => (
                <th key={id} scope="col">
                  {name(id)}
                </th>
              ))}
              <th scope="col" className="n">
                against it
              </th>
            </tr>
          </thead>
          <tbody>
            {matrix.order.map((reading) => (
              <tr key={reading}>
                <th scope="row">{weighedLabel(found, weighed.actor, reading)}</th>
                {matrix.items.map(({ id, marks }) => (
                  <td key={id} data-mark={marks[reading]}>
                    {marks[reading]}
                  </td>
                ))}
                <td className="n">{matrix.inconsistency[reading]}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">tells apart</th>
              {matrix.items.map(({ id, counted, diagnosticity }) => (
                <td key={id}>{counted ? diagnosticity : 'not counted'}</td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </section>
      <p>Against each, the least first: {matrixOrderWords(found, matrix)}.</p>
      {matrix.disagreements.length > 0 && (
        <ul>
          {matrix.disagreements.map((one) => (
            <li key={`${one.matrix} ${one.posterior}`}>{disagreementWords(found, weighed, one, name)}.</li>
          ))}
        </ul>
      )}
    </section>
  );
}
