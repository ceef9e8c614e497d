import type { Beliefs, Combination } from '@demarche/analysis';
import { type Concept, concepts } from '@demarche/engine';
import { capital, conceptWords, heldWords, scenarioLabel } from '@demarche/report/words';
import { element, picker } from './element.ts';
import type { State } from './state.ts';

/** Circumstances, how far everybody looks, and whether they misread each other. */
export function combinationFields(state: State): HTMLElement {
  const { found } = state;
  const shown = state.shown();
  const { at } = state.view();
  const set = (change: Partial<Combination>) => state.set({ at: { ...state.view().at, ...change } });
  const circumstances = [
    { value: '', words: scenarioLabel(shown, null) },
    ...found.scenarios.map(({ id }, k) => ({ value: id, words: shown.scenarios[k]!.label })),
  ];
  const held = (['correct', 'as-held'] as const).map((value) => ({
    value,
    words: capital(heldWords[value]),
  }));
  return element(
    'fieldset',
    {},
    element('legend', {}, 'The circumstances, and how they see each other'),
    circumstances.length > 1 &&
      picker('Circumstances', circumstances, at.scenario ?? '', (value) =>
        set({ scenario: value === '' ? null : value }),
      ),
    picker(
      'How far they look ahead',
      concepts.map((value) => ({ value, words: capital(conceptWords[value]) })),
      at.concept,
      (value) => set({ concept: value as Concept }),
    ),
    picker('What they believe of each other', held, at.beliefs, (value) =>
      set({ beliefs: value as Beliefs }),
    ),
  );
}
