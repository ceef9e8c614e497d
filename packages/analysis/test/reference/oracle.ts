import { readFileSync } from 'node:fs';
import { type Case, compileCase, readCase } from '@demarche/case';
import type { Concept } from '../../../engine/src/solver.ts';
import { type Conflict, conflictOf } from '../../../engine/test/reference/conflict.ts';
import { truth } from '../../../engine/test/reference/truth.ts';

/** One cell of an oracle: a profile, a scenario, a concept and beliefs, with what the definitions give. */
export type OracleCell = {
  readonly profile: Readonly<Record<string, string>>;
  readonly scenario: string | null;
  readonly concept: Concept;
  readonly beliefs: 'correct' | 'as-held';
  readonly answers: Readonly<Record<string, 'yes' | 'no' | 'unsettled' | 'depends'>>;
  /** For each `no`, whether the question held on the course. */
  readonly passed: Readonly<Record<string, boolean>>;
  readonly rests: readonly (readonly number[])[];
};

export type Oracle = { readonly found: Case; readonly cells: readonly OracleCell[] };

/** `fixtures/oracle/NAME.yaml` and the cells of the file beside it, beliefs `correct`. */
export function readOracle(name: string): Oracle {
  const text = (ending: string) =>
    readFileSync(new URL(`../../../../fixtures/oracle/${name}.${ending}`, import.meta.url), 'utf8');
  const { case: found, diagnostics } = readCase(text('yaml'), { file: `${name}.yaml` });
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const { cells } = JSON.parse(text('json')) as { readonly cells: readonly OracleCell[] };
  return { found, cells: cells.filter(({ beliefs }) => beliefs === 'correct') };
}

/** The conflict of a cell as the reference reads it, where it starts, and where each question holds. */
export type Posed = {
  readonly conflict: Conflict;
  readonly now: number;
  readonly questions: Readonly<Record<string, (code: number) => boolean>>;
};

/** Poses every cell; cells that differ in the concept alone share a conflict, and with it what was computed. */
export function poser(found: Case): (cell: OracleCell) => Posed {
  const posed = new Map<string, Posed>();
  return ({ profile, scenario }) => {
    const key = JSON.stringify([profile, scenario]);
    const made = posed.get(key) ?? pose(found, profile, scenario);
    posed.set(key, made);
    return made;
  };
}

function pose(found: Case, profile: OracleCell['profile'], scenario: string | null): Posed {
  const { model, now, program, ranks } = compileCase(found, scenario);
  if (now === undefined) throw new Error('the oracle has no `now`');
  const ranksOf = found.actors.map(({ id }, i) => ranks(i, profile[id]!));
  const asked = found.questions.flatMap(({ id, holdsWhen }) =>
    holdsWhen ? [[id, truth(program(holdsWhen))] as const] : [],
  );
  return { conflict: conflictOf(model, ranksOf), now, questions: Object.fromEntries(asked) };
}
