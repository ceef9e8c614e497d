import type { Case } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import {
  agreementWords,
  conceptSaying,
  heldWords,
  isQuestioned,
  scenarioLabel,
} from '@demarche/report/words';
import { believedBy, plainly, type Setting } from './setting.ts';

const conceptsShown: readonly Concept[] = ['seq', 'nash', 'gmr', 'smr', 'sseq'];

/** Chooses readings, circumstance, how far each looks and whose eyes. */
export function SettingForm({
  found,
  setting,
  onSetting,
  label,
}: {
  readonly found: Case;
  readonly setting: Setting;
  readonly onSetting: (setting: Setting) => void;
  readonly label: string;
}) {
  const believed = believedBy(found, setting.eyes);
  const set = (change: Partial<Setting>) => onSetting({ ...setting, ...change });
  const holders = found.actors.filter((_, i) => found.beliefs.some(({ holder }) => holder === i));
  return (
    <fieldset className="setting">
      <legend>{label}</legend>
      {found.actors.map((actor, i) =>
        isQuestioned(found, actor.id) ? (
          <label key={actor.id}>
            {actor.name} is read as
            <select
              value={believed[actor.id] ?? setting.reading[actor.id] ?? ''}
              disabled={believed[actor.id] !== undefined}
              onChange={(event) => {
                const { [actor.id]: _, ...others } = setting.reading;
                set({
                  reading: event.target.value === '' ? others : { ...others, [actor.id]: event.target.value },
                });
              }}
            >
              <option value="">each in turn</option>
              {found.readings[i]!.map(({ id, label: name }) => (
                <option key={id} value={id}>
                  {name}
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
            value={setting.scenario === undefined ? 'all' : `= ${setting.scenario ?? ''}`}
            onChange={(event) => {
              const { value } = event.target;
              set({ scenario: value === 'all' ? undefined : value === '= ' ? null : value.slice(2) });
            }}
          >
            <option value="all">each in turn</option>
            {[null, ...found.scenarios.map(({ id }) => id)].map((id) => (
              <option key={id ?? ''} value={`= ${id ?? ''}`}>
                {scenarioLabel(found, id)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        Everybody
        <select value={setting.concept} onChange={(event) => set({ concept: event.target.value as Concept })}>
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
          value={setting.agreements}
          onChange={(event) => set({ agreements: event.target.value as Setting['agreements'] })}
        >
          {(['any', 'at-rest', 'none'] as const).map((one) => (
            <option key={one} value={one}>
              {agreementWords[one]}
            </option>
          ))}
        </select>
      </label>
      {found.beliefs.length > 0 && (
        <>
          <label>
            Beliefs
            <select
              value={setting.beliefs}
              onChange={(event) => set({ beliefs: event.target.value as Setting['beliefs'] })}
            >
              {(['correct', 'as-held'] as const).map((one) => (
                <option key={one} value={one}>
                  {heldWords[one]}
                </option>
              ))}
            </select>
          </label>
          <label>
            In whose eyes
            <select
              value={setting.eyes ?? ''}
              onChange={(event) => set({ eyes: event.target.value === '' ? undefined : event.target.value })}
            >
              <option value="">nobody’s: the parties are as they are read</option>
              {holders.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}: the others as it takes them to be
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      <button type="button" onClick={() => onSetting(plainly)}>
        Begin anew
      </button>
    </fieldset>
  );
}
