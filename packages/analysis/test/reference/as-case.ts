import type { Case, Compiled, Formula } from '@demarche/case';
import { structureOf } from '@demarche/engine';
import type { RandomCell } from './random-cell.ts';

/** What a case without statements, evidence or beliefs has of everything else. */
const bare = {
  file: 'random.yaml',
  sha256: '',
  title: 'A random conflict',
  sources: [],
  statements: [],
  proposals: [],
  decided: [],
  facts: [],
  terms: [],
  impossible: [],
  coalesce: [],
  beliefs: [],
  evidence: [],
  lookFor: [],
  weighing: { precision: [], other: {}, reliability: {}, credibility: {}, foresight: 'none' },
  movesSeen: [],
  scenarios: [],
} as const;

/** A random conflict as a compiled case: one reading an actor, three questions, starting where we say. */
export function asCase({ model, ranks, asked }: RandomCell): (now: number) => Compiled {
  const actors = ranks.map((_, i) => ({ id: `actor-${i}`, name: `Actor ${i}` }));
  const formulas = new Map<Formula, Int32Array>();
  const questions = asked.map((program, at) => {
    const holdsWhen: Formula = { text: `question ${at}`, expression: { kind: 'constant', value: true } };
    formulas.set(holdsWhen, program);
    return { id: `q${at}`, ask: `Question ${at}?`, kind: 'holds', holdsWhen, because: [] } as const;
  });
  const found: Case = {
    ...bare,
    actors,
    options: model.options.map(({ owners, mode, direction }, k) => ({
      id: `option-${k}`,
      name: `Option ${k}`,
      owners,
      mode,
      direction,
    })),
    readings: ranks.map((rank) => [
      {
        id: 'base',
        label: 'Base',
        heldBy: [],
        because: [],
        order: { kind: 'payoffs', payoffs: [...rank] },
      },
    ]),
    unaware: actors.map(() => []),
    unperceived: actors.map(() => []),
    questions,
  };
  const structure = structureOf(model);
  return (now) => ({
    case: found,
    scenario: null,
    model,
    structure,
    now,
    program: (formula) => formulas.get(formula)!,
    ranks: (actor) => ranks[actor]!,
  });
}

/** Everybody by its only reading. */
export const onlyProfile = ({ ranks }: RandomCell): Readonly<Record<string, string>> =>
  Object.fromEntries(ranks.map((_, i) => [`actor-${i}`, 'base']));
