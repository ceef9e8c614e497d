import type { Case } from '@demarche/case';
import { Choice } from '../../view/setting/Choice.tsx';
import { SettingFields } from '../../view/setting/SettingFields.tsx';
import { believedBy, plainly, type Setting } from './setting.ts';

/** Chooses what is let in, and in whose eyes the others are seen. */
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
  const holders = found.actors.filter((_, i) => found.beliefs.some(({ holder }) => holder === i));
  return (
    <SettingFields
      found={found}
      label={label}
      chosen={setting}
      onChosen={(change) => onSetting({ ...setting, ...change })}
      fixed={believedBy(found, setting.eyes)}
      each
    >
      {found.beliefs.length > 0 && (
        <Choice
          label="In whose eyes"
          value={setting.eyes ?? ''}
          options={[
            ['', 'nobody’s: the parties are as they are read'],
            ...holders.map(({ id, name }) => [id, `${name}: the others as it takes them to be`] as const),
          ]}
          onChoice={(eyes) => onSetting({ ...setting, eyes: eyes === '' ? undefined : eyes })}
        />
      )}
      <button type="button" onClick={() => onSetting(plainly)}>
        Begin anew
      </button>
    </SettingFields>
  );
}
