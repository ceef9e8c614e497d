import type { Case } from '@demarche/case';
import { svgOf, waterfallFigure } from '@demarche/report/figures';
import {
  actorName,
  chanceRange,
  collectedWords,
  collectionPlan,
  itemNamer,
  leverageWords,
  statedWords,
  weighedLabel,
} from '@demarche/report/words';
import { useState } from 'react';
import type { EvidenceView } from '../../compute/evidence.ts';
import { useJob } from '../../compute/use-job.ts';
import { useFound } from '../../view/use-found.ts';
import { Items } from './Items.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import '../../view/figure.css';
import { Unsound } from '../../view/Unsound.tsx';
import './evidence.css';

/** Which reading of a party the evidence favours, item by item, and what changes when an item is left out. */
export function Evidence() {
  const found = useFound();
  if (!found) return <Unsound />;
  const told = found.actors.filter(
    ({ id }, at) =>
      found.readings[at]!.length > 1 &&
      (found.evidence.some(({ actor }) => actor === at) ||
        found.movesSeen.some(({ actor }) => actor === at)) &&
      id !== undefined,
  );
  if (told.length === 0)
    return (
      <section className="evidence">
        <h1>Evidence</h1>
        <p>
          Nothing in the case tells readings of one party apart: there are no items under{' '}
          <code>evidence</code> and no observed moves. They are added in the Model, as YAML.
        </p>
      </section>
    );
  return <Weighing key={told.map(({ id }) => id).join()} found={found} actors={told.map(({ id }) => id)} />;
}

function Weighing({ found, actors }: { readonly found: Case; readonly actors: readonly string[] }) {
  const [actor, setActor] = useState(actors[0]!);
  const [without, setWithout] = useState<readonly string[]>([]);
  const whole = useJob('evidence', { actor, without: [] }, (jobs, asked) => jobs.evidence(asked));
  const left = without.length > 0 ? { actor, without } : undefined;
  const rest = useJob('evidence-without', left, (jobs, asked) => jobs.evidence(asked));
  const name = itemNamer(found);
  const shown = without.length === 0 ? whole.value : rest.value;
  const choose = (id: string) => {
    setActor(id);
    setWithout([]);
  };
  return (
    <section className="evidence" aria-busy={whole.pending || rest.pending}>
      <h1>Evidence</h1>
      <p className="lead">
        Which reading the evidence favours, by the likelihoods that the case states and the moves on record.
        It is no probability about the world: whoever judges the items otherwise gets another result.
      </p>
      <label className="pick">
        On{' '}
        <select value={actor} onChange={(event) => choose(event.target.value)}>
          {actors.map((id) => (
            <option key={id} value={id}>
              {actorName(found, id)}
            </option>
          ))}
        </select>
      </label>
      {(whole.error ?? rest.error) !== undefined && <p role="alert">{whole.error ?? rest.error}</p>}
      {whole.value && shown && whole.value.weighed.actor === actor && (
        <>
          <div className="columns">
            <Waterfall found={found} view={shown} name={name} />
            <Standing found={found} whole={whole.value} shown={shown} left={without} />
          </div>
          <Items
            found={found}
            weighed={whole.value.weighed}
            name={name}
            without={without}
            onWithout={setWithout}
          />
          <Answers found={found} whole={whole.value} shown={shown} left={without} />
          <MatrixTable found={found} weighed={shown.weighed} matrix={shown.matrix} name={name} />
        </>
      )}
    </section>
  );
}

type Name = (id: string) => string;

function Waterfall({
  found,
  view,
  name,
}: {
  readonly found: Case;
  readonly view: EvidenceView;
  readonly name: Name;
}) {
  const figure = waterfallFigure(found, view.weighed, name);
  const svg = svgOf({ found, imprint: `case sha256 ${found.sha256}` }, figure);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide picture scrolls, also by keyboard
    <figure tabIndex={0} aria-labelledby={`${figure.id}-t`}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the report's own SVG, in which every text of the case is escaped */}
      <div dangerouslySetInnerHTML={{ __html: svg }} />
    </figure>
  );
}

function Standing({
  found,
  whole,
  shown,
  left,
}: {
  readonly found: Case;
  readonly whole: EvidenceView;
  readonly shown: EvidenceView;
  readonly left: readonly string[];
}) {
  const { weighed } = shown;
  const said = statedWords(found, weighed);
  const first = (view: EvidenceView) =>
    view.weighed.readings.reduce((best, id) =>
      view.weighed.posterior[id]!.point > view.weighed.posterior[best]!.point + 1e-12 ? id : best,
    );
  const [before, after] = [first(whole), first(shown)];
  return (
    <div className="standing">
      <table>
        <caption>What follows for each reading, a range where likelihoods are ranges</caption>
        <thead>
          <tr>
            <th scope="col">Read as</th>
            <th scope="col" className="n">
              Before
            </th>
            <th scope="col" className="n">
              With the evidence
            </th>
            {left.length > 0 && (
              <th scope="col" className="n">
                Without {left.length === 1 ? 'one item' : `${left.length} items`}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {weighed.readings.map((id) => (
            <tr key={id}>
              <th scope="row">{weighedLabel(found, weighed.actor, id)}</th>
              <td className="n">{weighed.prior[id]!.toFixed(2)}</td>
              <td className="n">{chanceRange(whole.weighed.posterior[id]!)}</td>
              {left.length > 0 && <td className="n">{chanceRange(weighed.posterior[id]!)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">
        {weighed.priorStated
          ? 'The case states what weighed before.'
          : 'Nobody stated what weighed before: readings count evenly over families.'}
      </p>
      {said !== undefined && <p>{said}.</p>}
      {left.length > 0 && (
        <p role="status" className={before === after ? undefined : 'flip'}>
          {before === after
            ? `Without ${left.length === 1 ? 'it' : 'them'} the same reading is first.`
            : `Without ${left.length === 1 ? 'it' : 'them'} ${weighedLabel(found, weighed.actor, after)} is first, instead of ${weighedLabel(found, weighed.actor, before)}.`}
        </p>
      )}
    </div>
  );
}

function Answers({
  found,
  whole,
  shown,
  left,
}: {
  readonly found: Case;
  readonly whole: EvidenceView;
  readonly shown: EvidenceView;
  readonly left: readonly string[];
}) {
  if (whole.bearings.length === 0) return null;
  const name = itemNamer(found);
  const plan = collectionPlan(shown.bearings);
  const then = (question: string) => shown.bearings.find((one) => one.question === question);
  return (
    <section aria-labelledby="bearing">
      <h2 id="bearing">What that does to the answers</h2>
      <p className="small">
        Every combination of everything else counts once; each fears what the others would gladly answer.
      </p>
      <ul>
        {whole.bearings.map((one) => {
          const now = then(one.question);
          const flips =
            left.length > 0 &&
            now !== undefined &&
            now.conclusion.chance.point > 0.5 !== one.conclusion.chance.point > 0.5;
          return (
            <li key={one.question} className={flips ? 'flip' : undefined}>
              {leverageWords(found, one, name)}.
              {left.length > 0 &&
                ` As left out here: ${now ? chanceRange(now.conclusion.chance) : 'no reading changes it'}${flips ? ', which tips it' : ''}.`}
            </li>
          );
        })}
      </ul>
      {plan.length > 0 && (
        <>
          <h3>What to look for next</h3>
          <ul>
            {plan.map((one) => (
              <li key={one.id}>{collectedWords(found, one)}.</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
