import { readFileSync } from 'node:fs';
import { answerCase, standardSweep, sweepJob } from '@demarche/analysis';
import { type Case, compileCase, readCase } from '@demarche/case';
import { threads } from '@demarche/run';
import { medianLaterMs, medianMs, rounded } from './measure.ts';
import type { Row } from './row.ts';

/**
 * G: the grid of answers of `fixtures/oracle/large.yaml`: every profile and scenario under nash and seq, with the course, agreements
 * and rests, and what the answers hang on.
 */
export async function* gridTimes(): AsyncGenerator<Row> {
  const large = caseOf('../fixtures/oracle/large.yaml');
  const { cells } = answerCase(large, { robustness: false });
  const ms = await medianMs(15, () => answerCase(large, { robustness: false }));
  yield row('G', `large.yaml, ${cells.length} cells`, large, 1, rounded(ms), 'ms', 60);
}

/**
 * W: the sweep of the case on the talks over Ukraine, all of it and answers only, a thousand samples at once; on two threads to start
 * them counts too.
 */
export async function* sweepRates(full: boolean): AsyncGenerator<Row> {
  const talks = caseOf('../cases/ukraine-talks-2025/case.yaml');
  const each = 1_000;
  const parts = full ? 20 : 8;
  for (const only of [undefined, 'answers'] as const) {
    const { module, work, setup } = sweepJob(talks, { ...standardSweep, ...(only ? { only } : {}) });
    const conflict = `ukraine-talks-2025${only ? ', answers only' : ''}`;
    let from = 0;
    const next = () => {
      const range = { from, to: from + each };
      from += each;
      return range;
    };
    const part = work(setup);
    const one = await medianMs(5, () => part(next()));
    yield row('W', conflict, talks, 1, Math.round((1_000 * each) / one), 'samples/s', null);
    const both = await medianLaterMs(3, async () => {
      for await (const _ of threads(2).run({ module, work, setup }, Array.from({ length: parts }, next)));
    });
    yield row('W', conflict, talks, 2, Math.round((1_000 * each * parts) / both), 'samples/s', 2_000);
  }
}

function row(
  family: string,
  conflict: string,
  found: Case,
  count: number,
  measured: number,
  unit: Row['unit'],
  goal: number | null,
): Row {
  const states = compileCase(found, null).structure.codes.length;
  return {
    ...{ family, conflict, states, actors: found.actors.length, engine: 'compact', threads: count },
    ...{ measured, unit, each: null, readMs: null, goal },
  };
}

function caseOf(path: string): Case {
  return readCase(readFileSync(new URL(path, import.meta.url), 'utf8')).case!;
}
