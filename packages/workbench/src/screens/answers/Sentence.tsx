import type { CaseAnswer } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  alwaysWords,
  chanceLines,
  conceptWords,
  countWords,
  factorActor,
  grantedWords,
  leadingFactor,
  leadingWords,
  rulesWords,
  sharesInOrder,
  splitBy,
  valueWords,
} from '@demarche/report/words';
import type { Setting } from './setting.ts';

type HingeOf = CaseAnswer['hinges'][number];

/** The actor whose reading carries most of the answer; undefined where no reading carries any. */
export function leadingActor(found: Case, hinge: HingeOf): string | undefined {
  const first = sharesInOrder(hinge).find(
    ({ factor, share }) => factorActor(factor) !== undefined && share > 1e-9,
  );
  return first ? factorActor(first.factor) : found.actors.find((_, i) => found.readings[i]!.length > 1)?.id;
}

/** The answer in words; no verdict stands without its condition. */
export function Sentence({
  found,
  answer,
  hinge,
  setting,
}: {
  readonly found: Case;
  readonly answer: CaseAnswer;
  readonly hinge: HingeOf;
  readonly setting: Setting;
}) {
  const granted = grantedWords(found, answer);
  const chances = chanceLines(found, answer, hinge);
  if (hinge.always)
    return (
      <p className="sentence">
        <strong>If {conceptWords[setting.concept]}</strong>: {alwaysWords(found, answer, hinge)}.
      </p>
    );
  const factor = leadingFactor(hinge)!;
  const rules = rulesWords(found, hinge.rules);
  return (
    <div className="sentence">
      <p>
        <strong>If {conceptWords[setting.concept]}</strong>
        {granted !== undefined && `, given that ${granted}`}, it hangs most on{' '}
        <strong>{leadingWords(found, hinge)}</strong>:{' '}
        {splitBy(answer.cells, hinge, factor)
          .map(({ value, counts }) => `with ${valueWords(found, factor, value)} ${countWords(counts)}`)
          .join('; ')}
        .
      </p>
      {rules.length <= 4 && <p className="small">Exactly: {rules.join('; ')}.</p>}
      {chances.map((line) => (
        <p key={line} className="small">
          {line}
        </p>
      ))}
    </div>
  );
}
