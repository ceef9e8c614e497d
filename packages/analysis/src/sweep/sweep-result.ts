import { concepts } from '@demarche/engine';
import { clopperPearson, confidenceSequence, level } from './intervals.ts';
import { changes, type Layout, type Tally, verdicts } from './layout.ts';
import type { Frequency, SweepResult } from './result.ts';
import type { SweepSettings } from './settings.ts';

/** Counts with their intervals, in the words of the case. */
export function resultOf(
  layout: Layout,
  settings: SweepSettings,
  { samples, counts }: Tally,
  stopped: SweepResult['stopped'],
): SweepResult {
  const kind = settings.until === undefined ? 'clopper-pearson' : 'confidence-sequence';
  const known = new Map<string, Frequency>();
  const of = (count: number, all: number): Frequency => {
    const key = `${count}/${all}`;
    const made = known.get(key) ?? frequency(kind, count, all);
    known.set(key, made);
    return made;
  };
  const at = (place: number, all = samples) => of(counts[place]!, all);
  const byName = <K extends string>(names: readonly K[], value: (at: number) => Frequency) =>
    Object.fromEntries(names.map((name, k) => [name, value(k)])) as Record<K, Frequency>;
  const seen = (state: number) =>
    (layout.rests && counts[layout.rest(state)]! > 0) ||
    concepts.some((_, c) => counts[layout.equilibrium(c, state)]! > 0);
  return {
    settings,
    samples,
    stopped,
    interval: { kind, level },
    none: at(layout.none),
    readings: layout.actors.flatMap(({ id, readings }, actor) =>
      readings.map((reading, r) => ({ actor: id, reading, drawn: at(layout.reading(actor, r)) })),
    ),
    questions: layout.questions.map((question, q) => ({
      question,
      answers: byName(verdicts, (v) => at(layout.verdict(q, v))),
      byReading: layout.actors.flatMap(({ id, readings }, actor) =>
        readings.length < 2
          ? []
          : readings.map((reading, r) => {
              const own = counts[layout.reading(actor, r)]!;
              return {
                actor: id,
                reading,
                samples: own,
                answers: byName(verdicts, (v) => at(layout.verdictUnder(q, actor, r, v), own)),
              };
            }),
      ),
    })),
    gains: layout.gains
      ? layout.actors.map(({ id }, actor) => ({
          actor: id,
          changes: byName(changes, (k) => at(layout.gain(actor, k))),
        }))
      : [],
    ...(layout.codes.length > 0
      ? {
          states: [...layout.codes.keys()].filter(seen).map((state) => ({
            code: layout.codes[state]!,
            ...(layout.rests ? { rest: at(layout.rest(state)) } : {}),
            equilibrium: byName(concepts, (c) => at(layout.equilibrium(c, state))),
          })),
        }
      : {}),
  };
}

function frequency(kind: SweepResult['interval']['kind'], count: number, samples: number): Frequency {
  if (samples === 0) return { count, share: 0, low: 0, high: 1 };
  const { low, high } =
    kind === 'clopper-pearson' ? clopperPearson(count, samples) : confidenceSequence(count, samples);
  return { count, share: count / samples, low, high };
}

/** Whether every answer of every question is known closely enough to stop. */
export function isNarrow(layout: Layout, { samples, counts }: Tally, width: number): boolean {
  return layout.questions.every((_, q) =>
    verdicts.every((__, v) => {
      const { low, high } = confidenceSequence(counts[layout.verdict(q, v)]!, samples);
      return high - low <= width;
    }),
  );
}
