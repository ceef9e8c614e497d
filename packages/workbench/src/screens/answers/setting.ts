import type { AnswerOptions } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  actorName,
  agreementWords,
  conceptWords,
  heldWords,
  listed,
  quoted,
  readingLabel,
  scenarioLabel,
} from '@demarche/report/words';
import type { Chosen } from '../../view/setting/SettingFields.tsx';

/** How the questions are answered: which readings and circumstances are let in, how far each looks, whose eyes. */
export type Setting = Chosen & {
  /** An actor's id: the others are as it takes them to be. */
  readonly eyes: string | undefined;
};

export const plainly: Setting = {
  reading: {},
  scenario: undefined,
  concept: 'seq',
  agreements: 'any',
  beliefs: 'correct',
  eyes: undefined,
};

/** A setting in one line. */
export function settingWords(found: Case, setting: Setting): string {
  const held = found.actors.flatMap(({ id, name }) => {
    const reading = setting.reading[id];
    return reading === undefined ? [] : [`${name} read as ${quoted(readingLabel(found, id, reading))}`];
  });
  const { scenario, eyes } = setting;
  return [
    held.length > 0 ? listed(held) : 'Every reading in turn',
    scenario === undefined ? 'every circumstance' : scenarioLabel(found, scenario),
    conceptWords[setting.concept],
    ...(setting.agreements === 'any' ? [] : [agreementWords[setting.agreements]]),
    ...(found.beliefs.length > 0 ? [heldWords[setting.beliefs]] : []),
    ...(eyes === undefined ? [] : [`in the eyes of ${actorName(found, eyes)}`]),
  ].join(' · ');
}

/** What an actor takes the others to want, where the case says. */
export function believedBy(found: Case, eyes: string | undefined): Readonly<Record<string, string>> {
  const holder = found.actors.findIndex(({ id }) => id === eyes);
  return Object.fromEntries(
    found.beliefs
      .filter((one) => one.holder === holder && one.of === undefined)
      .map(({ about, reading }) => [found.actors[about]!.id, reading]),
  );
}

/** The setting as the analyses take it, with what the case does not have any more left out. */
export function optionsOf(found: Case, setting: Setting): Omit<AnswerOptions, 'signal' | 'onProgress'> {
  const wanted = { ...setting.reading, ...believedBy(found, setting.eyes) };
  const reading = Object.fromEntries(
    found.actors.flatMap(({ id }, i) => {
      const one = wanted[id];
      return one !== undefined && found.readings[i]!.some((each) => each.id === one) ? [[id, one]] : [];
    }),
  );
  const known = setting.scenario == null || found.scenarios.some(({ id }) => id === setting.scenario);
  return {
    concepts: [setting.concept],
    agreements: setting.agreements,
    beliefs: [setting.beliefs],
    reading,
    ...(setting.scenario === undefined || !known ? {} : { scenario: setting.scenario }),
    robustness: false,
  };
}
