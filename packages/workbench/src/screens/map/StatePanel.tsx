import { pathOnCourse } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  actorName,
  changeWords,
  reasonSentences,
  stateParts,
  stateWords,
  stepWords,
} from '@demarche/report/words';
import type { MapView, OwnMove, StateView } from '../../compute/map.ts';
import type { MoveFilter } from './graph.ts';

/** One state: what is taken there, how one gets there, who would stay and who would move, with the reasons. */
export function StatePanel({
  found,
  view,
  code,
  state,
  filter,
  onFilter,
  open,
  onOpen,
  onClose,
}: {
  readonly found: Case;
  readonly view: MapView;
  readonly code: number;
  readonly state: StateView | undefined;
  readonly filter: MoveFilter;
  readonly onFilter: (filter: MoveFilter) => void;
  readonly open: boolean;
  readonly onOpen: (moves: readonly OwnMove[]) => void;
  readonly onClose: () => void;
}) {
  const path = pathOnCourse(view.course, code);
  const rest = view.course.rests.some((states) => states.includes(code));
  return (
    <aside className="panel" aria-live="polite" aria-label="The chosen state" aria-busy={state === undefined}>
      <h2>State {code}</h2>
      {found.graph ? (
        <p>{stateWords(found, code)}</p>
      ) : (
        <ul>
          {stateParts(found, code).map(({ who, options }) => (
            <li key={who}>
              {who}: {options.map(({ name }) => name).join(', ')}
            </li>
          ))}
          {stateParts(found, code).length === 0 && <li>Nobody takes anything up.</li>}
        </ul>
      )}
      <p className="small">
        {code === view.course.now && 'Things stand here. '}
        {rest && 'It can come to rest here. '}
        {view.equilibria.includes(code) ? 'Everybody would stay: an equilibrium.' : 'Somebody would move on.'}
      </p>
      <h3>How it comes here from now</h3>
      <Way found={found} view={view} path={path} code={code} />
      <h3>Who would stay</h3>
      {state?.reasons.map((reason) => (
        <details key={reason.actor}>
          <summary>
            {actorName(found, reason.actor)} {reason.stable ? 'stays' : 'moves on'}
          </summary>
          {reasonSentences(found, code, reason).map((sentence) => (
            <p key={sentence} className="small">
              {sentence}
            </p>
          ))}
        </details>
      ))}
      <h3>What each could do alone</h3>
      <fieldset>
        <legend className="small">Drawn and listed</legend>
        {found.actors.map((actor, i) => (
          <label key={actor.id}>
            <input
              type="checkbox"
              checked={filter.actors.includes(i)}
              onChange={(event) =>
                onFilter({
                  ...filter,
                  actors: event.target.checked
                    ? [...filter.actors, i].sort((a, b) => a - b)
                    : filter.actors.filter((one) => one !== i),
                })
              }
            />{' '}
            {actor.name}
          </label>
        ))}
        <label>
          <input
            type="checkbox"
            checked={filter.improvements}
            onChange={(event) => onFilter({ ...filter, improvements: event.target.checked })}
          />{' '}
          improvements only
        </label>
      </fieldset>
      {state && (
        <>
          <button type="button" onClick={() => (open ? onClose() : onOpen(state.moves))}>
            {open ? 'Take these moves out of the picture' : 'Draw these moves'}
          </button>
          <Moves found={found} code={code} moves={state.moves} filter={filter} />
        </>
      )}
    </aside>
  );
}

function Way({
  found,
  view,
  path,
  code,
}: {
  readonly found: Case;
  readonly view: MapView;
  readonly path: ReturnType<typeof pathOnCourse>;
  readonly code: number;
}) {
  if (code === view.course.now) return <p className="small">It is where things stand.</p>;
  if (!path) return <p className="small">Nobody would lead things here from now.</p>;
  let from = view.course.now;
  return (
    <ol>
      {path.map((step) => {
        const words = stepWords(found, from, step);
        from = step.to;
        return (
          <li key={step.to}>
            <a href={`#map/${step.to}`}>{words}</a>
          </li>
        );
      })}
    </ol>
  );
}

const mostListed = 40;

function Moves({
  found,
  code,
  moves,
  filter,
}: {
  readonly found: Case;
  readonly code: number;
  readonly moves: readonly OwnMove[];
  readonly filter: MoveFilter;
}) {
  const shown = moves.filter(
    ({ actor, improvement }) => filter.actors.includes(actor) && (improvement || !filter.improvements),
  );
  if (shown.length === 0) return <p className="small">Nothing of that kind.</p>;
  return (
    <>
      <ul>
        {shown.slice(0, mostListed).map(({ actor, to, improvement }) => (
          <li key={`${actor} ${to}`}>
            <a href={`#map/${to}`}>
              {actorName(found, actor)} {changeWords(found, code, to)}
            </a>
            {improvement ? ' (better for it)' : ' (not better for it)'}
          </li>
        ))}
      </ul>
      {shown.length > mostListed && <p className="small">and {shown.length - mostListed} more</p>}
    </>
  );
}
