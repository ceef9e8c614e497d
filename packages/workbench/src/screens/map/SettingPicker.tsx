import type { Case } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import {
  agreementWords,
  conceptSaying,
  heldWords,
  isQuestioned,
  scenarioLabel,
} from '@demarche/report/words';
import type { MapAsked } from '../../compute/map.ts';

const conceptsShown: readonly Concept[] = ['nash', 'seq', 'gmr', 'smr', 'sseq'];

/** How the conflict is looked at: readings, circumstance, how far each looks ahead. */
export function SettingPicker({
  found,
  asked,
  onAsked,
}: {
  readonly found: Case;
  readonly asked: MapAsked;
  readonly onAsked: (asked: MapAsked) => void;
}) {
  return (
    <fieldset className="setting">
      <legend>If</legend>
      {found.actors.map((actor, i) =>
        isQuestioned(found, actor.id) ? (
          <label key={actor.id}>
            {actor.name} is read as
            <select
              value={asked.profile[actor.id]}
              onChange={(event) =>
                onAsked({ ...asked, profile: { ...asked.profile, [actor.id]: event.target.value } })
              }
            >
              {found.readings[i]!.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ) : null,
      )}
      {found.scenarios.length > 0 && (
        <label>
          Circumstance
          <select
            value={asked.scenario ?? ''}
            onChange={(event) =>
              onAsked({ ...asked, scenario: event.target.value === '' ? null : event.target.value })
            }
          >
            {[null, ...found.scenarios.map(({ id }) => id)].map((id) => (
              <option key={id ?? ''} value={id ?? ''}>
                {scenarioLabel(found, id)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        Everybody
        <select
          value={asked.concept}
          onChange={(event) => onAsked({ ...asked, concept: event.target.value as Concept })}
        >
          {conceptsShown.map((concept) => (
            <option key={concept} value={concept}>
              {conceptSaying(concept)} ({concept})
            </option>
          ))}
        </select>
      </label>
      <label>
        Agreements
        <select
          value={asked.agreements}
          onChange={(event) =>
            onAsked({ ...asked, agreements: event.target.value as MapAsked['agreements'] })
          }
        >
          {(['any', 'at-rest', 'none'] as const).map((one) => (
            <option key={one} value={one}>
              {agreementWords[one]}
            </option>
          ))}
        </select>
      </label>
      {found.beliefs.length > 0 && (
        <label>
          Beliefs
          <select
            value={asked.beliefs}
            onChange={(event) => onAsked({ ...asked, beliefs: event.target.value as MapAsked['beliefs'] })}
          >
            {(['correct', 'as-held'] as const).map((one) => (
              <option key={one} value={one}>
                {heldWords[one]}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
}
