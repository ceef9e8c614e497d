import type { Case } from '@demarche/case';
import { useMemo, useState } from 'react';
import type { MapAsked, OwnMove } from '../../compute/map.ts';
import { useJob } from '../../compute/use-job.ts';
import { SettingFields } from '../../view/setting/SettingFields.tsx';
import { Unsound } from '../../view/Unsound.tsx';
import { useFound } from '../../view/use-found.ts';
import { usePlace } from '../../view/use-place.ts';
import { graphAround, type MoveFilter } from './graph.ts';
import { Picture } from './Picture.tsx';
import { StatePanel } from './StatePanel.tsx';
import { StateTable } from './StateTable.tsx';
import './map.css';

/** Where things stand, where they go from there, and where they could rest: as a picture and as a table. */
export function StateMap() {
  const found = useFound();
  if (!found) return <Unsound />;
  if (!found.now)
    return (
      <section className="map">
        <h1>Map</h1>
        <p>
          The case does not say where things stand. Say it in the Model, under <em>now</em>, and the way from
          there is drawn here.
        </p>
      </section>
    );
  return <Shown key={found.actors.map(({ id }) => id).join()} found={found} />;
}

function Shown({ found }: { readonly found: Case }) {
  const [asked, setAsked] = useState<MapAsked>(() => ({
    profile: Object.fromEntries(found.actors.map(({ id }, i) => [id, found.readings[i]![0]!.id])),
    scenario: null,
    concept: 'seq',
    agreements: 'any',
    beliefs: 'correct',
  }));
  const [opened, setOpened] = useState<ReadonlyMap<number, readonly OwnMove[]>>(new Map());
  const [filter, setFilter] = useState<MoveFilter>({
    actors: found.actors.map((_, i) => i),
    improvements: true,
  });
  const place = Number(usePlace()[1]);
  const profile = Object.fromEntries(
    found.actors.map(({ id }, i) => {
      const chosen = found.readings[i]!.find((one) => one.id === asked.profile[id]) ?? found.readings[i]![0]!;
      return [id, chosen.id];
    }),
  );
  const scenario = found.scenarios.some(({ id }) => id === asked.scenario) ? asked.scenario : null;
  const question = { ...asked, profile, scenario };
  const map = useJob('map', question, (jobs, one) => jobs.map(one));
  const view = map.value;
  const code = view?.codes.includes(place) ? place : view?.course.now;
  const state = useJob('state', code === undefined ? undefined : { ...question, code }, (jobs, one) =>
    jobs.state(one),
  );
  const graph = useMemo(() => view && graphAround(view, opened, filter), [view, opened, filter]);
  return (
    <section className="map" aria-busy={map.pending}>
      <h1>Map</h1>
      <SettingFields
        found={found}
        label="If"
        chosen={{ ...question, reading: profile }}
        onChosen={({ reading = profile, scenario = question.scenario, ...ways }) => {
          setAsked({ ...question, ...ways, profile: reading, scenario });
          setOpened(new Map());
        }}
      />
      {map.error !== undefined && <p role="alert">{map.error}</p>}
      {view && graph && code !== undefined && (
        <>
          <div className="drawing">
            <Picture found={found} view={view} graph={graph} chosen={code} />
            <StatePanel
              found={found}
              view={view}
              code={code}
              state={state.pending ? undefined : state.value}
              filter={filter}
              onFilter={setFilter}
              open={opened.has(code)}
              onOpen={(moves) => setOpened(new Map([...opened, [code, moves]]))}
              onClose={() => setOpened(new Map([...opened].filter(([one]) => one !== code)))}
            />
          </div>
          <p className="small">
            {`Drawn is the way that things take from now${graph.apart === 0 ? ' and every equilibrium' : ''}. Open a state to draw what could be done from there.`}
            {graph.apart > 0 && ` ${graph.apart} equilibria that it does not lead to are in the table below.`}
            {graph.cut > 0 && ` ${graph.cut} more states are not drawn.`}
          </p>
          <StateTable found={found} view={view} chosen={code} concept={question.concept} />
        </>
      )}
    </section>
  );
}
