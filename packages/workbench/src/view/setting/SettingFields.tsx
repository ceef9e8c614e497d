import type { Agreements, Beliefs } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import {
  agreementWords,
  conceptSaying,
  heldWords,
  isQuestioned,
  scenarioLabel,
} from '@demarche/report/words';
import type { ReactNode } from 'react';
import { Choice } from './Choice.tsx';
import './setting.css';

/** How a conflict is looked at. */
export type Chosen = {
  /** Actor id → the one reading that is taken; without it each in turn. */
  readonly reading: Readonly<Record<string, string>>;
  /** One circumstance; undefined for each in turn, null for things as they stand. */
  readonly scenario: string | null | undefined;
  readonly concept: Concept;
  readonly agreements: Agreements;
  readonly beliefs: Beliefs;
};

const concepts: readonly Concept[] = ['seq', 'nash', 'gmr', 'smr', 'sseq'];
const inTurn = ['', 'each in turn'] as const;

/** Chooses readings, circumstance, and how far each looks ahead; with `each` all readings and circumstances may be taken in turn. */
export function SettingFields({
  found,
  label,
  chosen,
  onChosen,
  each = false,
  fixed = {},
  children,
}: {
  readonly found: Case;
  readonly label: string;
  readonly chosen: Chosen;
  readonly onChosen: (change: Partial<Chosen>) => void;
  readonly each?: boolean;
  /** Actor id → a reading that cannot be chosen otherwise. */
  readonly fixed?: Readonly<Record<string, string>>;
  readonly children?: ReactNode;
}) {
  const { reading, scenario } = chosen;
  return (
    <fieldset className="setting">
      <legend>{label}</legend>
      {found.actors.map(
        ({ id, name }, i) =>
          isQuestioned(found, id) && (
            <Choice
              key={id}
              label={`${name} is read as`}
              value={fixed[id] ?? reading[id] ?? ''}
              disabled={fixed[id] !== undefined}
              options={[
                ...(each ? [inTurn] : []),
                ...found.readings[i]!.map((one) => [one.id, one.label] as const),
              ]}
              onChoice={(to) => {
                const { [id]: _, ...others } = reading;
                onChosen({ reading: to === '' ? others : { ...others, [id]: to } });
              }}
            />
          ),
      )}
      {found.scenarios.length > 0 && (
        <Choice
          label="Circumstance"
          value={scenario === undefined ? '' : `= ${scenario ?? ''}`}
          options={[
            ...(each ? [inTurn] : []),
            ...[null, ...found.scenarios.map(({ id }) => id)].map(
              (id) => [`= ${id ?? ''}`, scenarioLabel(found, id)] as const,
            ),
          ]}
          onChoice={(to) =>
            onChosen({ scenario: to === '' ? undefined : to === '= ' ? null : to.slice('= '.length) })
          }
        />
      )}
      <Choice
        label="Everybody"
        value={chosen.concept}
        options={concepts.map((one) => [one, `${conceptSaying(one)} (${one})`])}
        onChoice={(concept) => onChosen({ concept })}
      />
      <Choice
        label="Agreements"
        value={chosen.agreements}
        options={(['any', 'at-rest', 'none'] as const).map((one) => [one, agreementWords[one]])}
        onChoice={(agreements) => onChosen({ agreements })}
      />
      {found.beliefs.length > 0 && (
        <Choice
          label="Beliefs"
          value={chosen.beliefs}
          options={(['correct', 'as-held'] as const).map((one) => [one, heldWords[one]])}
          onChoice={(beliefs) => onChosen({ beliefs })}
        />
      )}
      {children}
    </fieldset>
  );
}
