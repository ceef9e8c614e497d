import type { Case } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import { conceptSaying, stateLetters, stateWords } from '@demarche/report/words';
import { useState } from 'react';
import type { MapView } from '../../compute/map.ts';

const page = 50;

/** Every state with who would stay there, for those who prefer tables; searched by the words of what is taken. */
export function StateTable({
  found,
  view,
  chosen,
  concept,
}: {
  readonly found: Case;
  readonly view: MapView;
  readonly chosen: number;
  readonly concept: Concept;
}) {
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<'all' | 'equilibria' | 'course'>('equilibria');
  const [from, setFrom] = useState(0);
  const course = new Set(view.course.states.map(({ code }) => code));
  const equilibria = new Set(view.equilibria);
  const words = search.toLowerCase().trim();
  const rows = [...view.codes.keys()].filter((at) => {
    const code = view.codes[at]!;
    if (only === 'equilibria' && !equilibria.has(code)) return false;
    if (only === 'course' && !course.has(code)) return false;
    return words === '' || String(code) === words || stateWords(found, code).toLowerCase().includes(words);
  });
  const start = Math.min(from, Math.max(0, rows.length - 1));
  const reset = (change: () => void) => {
    change();
    setFrom(0);
  };
  return (
    <section aria-labelledby="states">
      <h2 id="states">States</h2>
      <p className="small">
        Who would stay where, if {conceptSaying(concept)}. Letters: one an option in the order of the file, Y
        taken, N not.
      </p>
      <div className="filters">
        <label>
          Search{' '}
          <input
            type="search"
            value={search}
            onChange={(event) => reset(() => setSearch(event.target.value))}
          />
        </label>
        <label>
          Show{' '}
          <select value={only} onChange={(event) => reset(() => setOnly(event.target.value as typeof only))}>
            <option value="equilibria">equilibria</option>
            <option value="course">the way from now</option>
            <option value="all">all</option>
          </select>
        </label>
        <span role="status">
          {rows.length} of {view.codes.length} states
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also by keyboard */}
      <section className="scroll" tabIndex={0} aria-label="States and who would stay there">
        <table>
          <thead>
            <tr>
              <th scope="col">State</th>
              {!found.graph && <th scope="col">Options</th>}
              {found.actors.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">Everybody</th>
              <th scope="col">What is taken</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(start, start + page).map((at) => {
              const code = view.codes[at]!;
              return (
                <tr key={code} aria-current={code === chosen ? 'true' : undefined}>
                  <th scope="row">
                    <a href={`#map/${code}`}>{code}</a>
                  </th>
                  {!found.graph && (
                    <td>
                      <code>{stateLetters(found, code)}</code>
                    </td>
                  )}
                  {view.stable[at]!.map((stays, i) => (
                    <td key={found.actors[i]!.id}>{stays ? 'stays' : 'moves'}</td>
                  ))}
                  <td>{equilibria.has(code) ? 'stays' : ''}</td>
                  <td>{stateWords(found, code)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {rows.length > page && (
        <p>
          <button type="button" disabled={start === 0} onClick={() => setFrom(Math.max(0, start - page))}>
            Back
          </button>{' '}
          {start + 1} to {Math.min(rows.length, start + page)}{' '}
          <button type="button" disabled={start + page >= rows.length} onClick={() => setFrom(start + page)}>
            On
          </button>
        </p>
      )}
    </section>
  );
}
