import { treeAt } from '@demarche/case';
import { useState } from 'react';
import { beliefOf, beliefPath, secondBeliefs, setBelief } from '../edits/beliefs.ts';
import { AddForm } from '../fields/AddForm.tsx';
import { Grounds, GroundsMark } from '../fields/Grounds.tsx';
import { Problems } from '../fields/Problems.tsx';
import { actorWords } from '../outline/describe.ts';
import { linesUnder } from '../outline/lines.ts';
import { keysUnder, textAt, textsOf } from '../outline/tree.ts';
import { useModel, useProblems } from '../use-model.ts';
import { ConditionLine } from './Impossible.tsx';
import { Why } from './OptionRow.tsx';

export function Beliefs() {
  const { tree } = useModel();
  const actors = keysUnder(tree, ['actors']);
  if (actors.length < 2) return <p className="m-soft">Beliefs are about other actors: name two first.</p>;
  return (
    <>
      {actors.map((holder) => (
        <BeliefsOf key={holder} holder={holder} actors={actors} />
      ))}
    </>
  );
}

function BeliefsOf({ holder, actors }: { readonly holder: string; readonly actors: readonly string[] }) {
  const { tree, edit } = useModel();
  const name = actorWords(tree, holder);
  const path = ['beliefs', holder];
  const others = actors.filter((one) => one !== holder);
  const problems = useProblems(path, true);
  const because = textsOf(treeAt(tree, [...path, 'because']));
  const second = secondBeliefs(tree, holder);
  const says = treeAt(tree, path) !== undefined;
  return (
    <article className="m-card" aria-label={`What ${name} believes`} data-path={JSON.stringify(path)}>
      <h3>{name}</h3>
      <Problems problems={problems} />
      <div className="m-columns">
        {others.map((about) => (
          <div key={about} className="m-field">
            <span aria-hidden="true">takes {actorWords(tree, about)} to want</span>
            <ReadingSelect
              about={about}
              value={beliefOf(tree, holder, about)}
              label={`${name} takes ${actorWords(tree, about)} to want`}
              onChange={(reading) =>
                edit(
                  `what ${name} believes of ${actorWords(tree, about)}`,
                  setBelief(tree, holder, about, reading),
                )
              }
            />
          </div>
        ))}
      </div>
      {second.length > 0 && (
        <ul className="m-options" aria-label={`What ${name} takes others to believe`}>
          {second.map(({ of, about, reading }) => (
            <li
              key={`${of} ${about}`}
              className="m-row"
              data-path={JSON.stringify(beliefPath(holder, about, of))}
            >
              <span>
                takes {actorWords(tree, of)} to believe of {actorWords(tree, about)}:
              </span>
              <ReadingSelect
                about={about}
                value={reading}
                label={`${name} takes ${actorWords(tree, of)} to believe of ${actorWords(tree, about)}`}
                onChange={(chosen) =>
                  edit(`what ${name} takes others to believe`, setBelief(tree, holder, about, chosen, of))
                }
              />
            </li>
          ))}
        </ul>
      )}
      <SecondLevel holder={holder} actors={actors} />
      {says && (
        <details className="m-why">
          <summary>
            <span className="m-hidden">{`Grounds of what ${name} believes: `}</span>
            <GroundsMark because={because} />
          </summary>
          <Grounds
            line={{
              path,
              at: path,
              text: name,
              key: 'that',
              inMap: true,
              because,
              note: textAt(tree, [...path, 'note']),
            }}
            what={`what ${name} believes`}
          />
        </details>
      )}
      <Unseen actor={holder} />
    </article>
  );
}

function ReadingSelect(props: {
  readonly about: string;
  readonly value: string | undefined;
  readonly label: string;
  readonly onChange: (reading: string | undefined) => void;
}) {
  const { tree } = useModel();
  const readings = keysUnder(tree, ['readings', props.about]);
  const stray = props.value !== undefined && !readings.includes(props.value);
  return (
    <select
      aria-label={props.label}
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">the reading under analysis</option>
      {readings.map((id) => (
        <option key={id} value={id}>
          {textAt(tree, ['readings', props.about, id, 'label']) ?? id}
        </option>
      ))}
      {stray && <option value={props.value}>{props.value}</option>}
    </select>
  );
}

/** One more second-level belief. */
function SecondLevel({ holder, actors }: { readonly holder: string; readonly actors: readonly string[] }) {
  const { tree, edit } = useModel();
  const [of, setOf] = useState('');
  const name = actorWords(tree, holder);
  const pairs = actors
    .filter((one) => one !== holder)
    .flatMap((one) => actors.filter((about) => about !== one).map((about) => ({ of: one, about })))
    .filter(
      (one) => !secondBeliefs(tree, holder).some((known) => known.of === one.of && known.about === one.about),
    )
    .filter(({ about }) => keysUnder(tree, ['readings', about]).length > 0);
  return (
    <label className="m-field">
      What it takes others to believe
      <select
        aria-label={`What ${name} takes others to believe`}
        value={of}
        onChange={(event) => {
          const [one, about] = event.target.value.split(' ');
          setOf('');
          if (one && about)
            edit(
              `what ${name} takes others to believe`,
              setBelief(tree, holder, about, keysUnder(tree, ['readings', about])[0], one),
            );
        }}
      >
        <option value="">Choose whom, and of whom</option>
        {pairs.map((one) => (
          <option key={`${one.of} ${one.about}`} value={`${one.of} ${one.about}`}>
            {actorWords(tree, one.of)}, of {actorWords(tree, one.about)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Options an actor does not see, and states that it does not reckon with. */
function Unseen({ actor }: { readonly actor: string }) {
  const { tree, names, edit } = useModel();
  const name = actorWords(tree, actor);
  const unaware = linesUnder(tree, ['unaware', actor], 'option');
  const unperceived = linesUnder(tree, ['unperceived', actor], 'when');
  const listed = (section: string) => treeAt(tree, [section, actor])?.kind !== 'text';
  const options = names.filter(
    ({ id, kind }) => (kind === 'option' || kind === 'joint') && !unaware.some(({ text }) => text === id),
  );
  const said = unaware.length + unperceived.length;
  const problems = [...useProblems(['unaware', actor], true), ...useProblems(['unperceived', actor], false)];
  return (
    <details className="m-more" open={said > 0}>
      <summary>
        What it does not see
        <span className="m-soft"> {said === 0 ? 'nothing is named' : `${said} named`}</span>
      </summary>
      <Problems problems={problems} />
      <ul className="m-options">
        {unaware.map((line) => (
          <li key={JSON.stringify(line.path)} className="m-row">
            <span>{names.find(({ id }) => id === line.text)?.words ?? line.text}</span>
            <Why line={line} what={`that ${name} does not see ${line.text}`} />
            <button
              type="button"
              className="m-quiet"
              aria-label={`${name} sees ${line.text}`}
              onClick={() =>
                edit(`${name} sees ${line.text}`, [
                  { kind: 'remove', path: unaware.length === 1 ? ['unaware', actor] : line.path },
                ])
              }
            >
              ×
            </button>
          </li>
        ))}
        {unperceived.map((line, k) => (
          <li key={JSON.stringify(line.path)} className="m-option m-condition">
            <ConditionLine
              line={line}
              label={`Does not reckon with ${k + 1}`}
              what={`what ${name} does not reckon with`}
            />
          </li>
        ))}
      </ul>
      {listed('unaware') && (
        <label className="m-field">
          An option that it does not see
          <select
            value=""
            aria-label={`An option that ${name} does not see`}
            onChange={(event) => {
              if (event.target.value !== '')
                edit(`${name} does not see ${event.target.value}`, [
                  { kind: 'add', path: ['unaware', actor], value: event.target.value },
                ]);
            }}
          >
            <option value="">Choose an option</option>
            {options.map(({ id, words }) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </select>
        </label>
      )}
      {listed('unperceived') && (
        <AddForm
          title={`${name} does not reckon with it`}
          expression="A state that it does not reckon with"
          onAdd={(_, expression) =>
            edit(`what ${name} does not reckon with`, [
              { kind: 'add', path: ['unperceived', actor], value: expression },
            ])
          }
        />
      )}
    </details>
  );
}
