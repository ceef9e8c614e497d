import { evaluate } from '@demarche/engine';
import type { Case, Formula } from '../case.ts';
import type { Compiled } from '../compile.ts';
import type { Path } from '../yaml/tree.ts';

/** Something in a case that a format cannot hold. */
export type Loss = {
  /** What it is, with its ids: `gate of “ukraine.vote”`. */
  readonly what: string;
  /** Why it cannot be held, and what becomes of it where it is dropped. */
  readonly why: string;
  /** Where it stands in the case file. */
  readonly path: Path;
  /** `around`: the conflict stays the same. `conflict`: without it the results may differ. `never`: it cannot be dropped. */
  readonly weight: 'around' | 'conflict' | 'never';
};

export type Holds = {
  readonly oneWay: boolean;
  readonly unperceived: boolean;
};

/** What of the rules of the conflict a format without joint options, gates and locks cannot hold. */
export function conflictLosses(compiled: Compiled, holds: Holds): readonly Loss[] {
  const { case: found, structure } = compiled;
  const { codes } = structure;
  const met = (k: number, on: boolean, formula: Formula | undefined, truth: boolean): boolean => {
    if (!formula) return false;
    const program = compiled.program(formula);
    const stack = new Uint8Array(program.length + 1);
    return codes.some(
      (code) => ((code >>> k) & 1) === Number(on) && evaluate(program, code, stack) === truth,
    );
  };
  return [
    ...found.options.flatMap(({ id, mode, direction, gate, lock }, k): Loss[] => {
      const losses: Loss[] = [];
      if (mode !== 'single')
        losses.push({
          what: `${mode === 'all' ? 'the joint option' : 'the common option'} “${id}”`,
          why: 'an option has one owner there; dropped, it stays as it stands',
          path: ['joint', id],
          weight: 'conflict',
        });
      if (!holds.oneWay && direction !== 'both' && varies(codes, k))
        losses.push({
          what: `that “${id}” goes one way only`,
          why: 'every option can be taken and dropped there',
          path: ['irreversible'],
          weight: 'conflict',
        });
      // A gate that never shuts changes nothing.
      if (direction !== 'back' && met(k, true, gate, false))
        losses.push({
          what: `the gate of “${id}”`,
          why: 'an option can be taken at any time there',
          path: ['opens', id],
          weight: 'conflict',
        });
      if (direction !== 'forward' && met(k, false, lock, true))
        losses.push({
          what: `the lock of “${id}”`,
          why: 'an option can be dropped at any time there',
          path: ['binds', id],
          weight: 'conflict',
        });
      return losses;
    }),
    ...found.unaware.flatMap((unseen, i): Loss[] =>
      unseen.length === 0
        ? []
        : [
            {
              what: `what “${found.actors[i]!.id}” is unaware of`,
              why: 'everyone sees every option there',
              path: ['unaware', found.actors[i]!.id],
              weight: 'conflict',
            },
          ],
    ),
    ...found.unperceived.flatMap((unseen, i): Loss[] =>
      unseen.length === 0 || holds.unperceived
        ? []
        : [
            {
              what: `what “${found.actors[i]!.id}” does not perceive`,
              why: 'everyone reckons with every state there',
              path: ['unperceived', found.actors[i]!.id],
              weight: 'conflict',
            },
          ],
    ),
  ];
}

/** Whether the option is taken in some states and not in others. */
export function varies(codes: Uint32Array, option: number): boolean {
  const first = codes.length > 0 ? (codes[0]! >>> option) & 1 : 0;
  return codes.some((code) => ((code >>> option) & 1) !== first);
}

export type Chosen = {
  /** Actors whose reading was asked for by name. */
  readonly readings: readonly string[];
  /** Whether a scenario, or none, was asked for. */
  readonly scenario: boolean;
};

/** What a case holds around the conflict of one profile and scenario: no other program's file has a place for it. */
export function aroundLosses(
  found: Case,
  profile: Readonly<Record<string, string>>,
  chosen: Chosen,
): readonly Loss[] {
  const around = (what: string, why: string, path: Path): Loss => ({ what, why, path, weight: 'around' });
  const list = (what: string, ids: readonly string[], why: string, path: Path): readonly Loss[] =>
    ids.length === 0 ? [] : [around(`${what} ${shortened(ids)}`, why, path)];
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  return [
    ...found.actors.flatMap(({ id }, i): readonly Loss[] => {
      const taken = profile[id];
      const others = found.readings[i]!.filter((one) => one.id !== taken).map((one) => one.id);
      if (others.length === 0 || chosen.readings.includes(id)) return [];
      return list(
        `the other readings of “${id}”:`,
        others,
        `one order an actor; “${taken}” is taken, and --reading ${id}=… says which`,
        ['readings', id],
      );
    }),
    ...(chosen.scenario
      ? []
      : list('the scenarios', ids(found.scenarios), '--scenario says which, or none', ['scenarios'])),
    ...(found.now === undefined
      ? []
      : [around('where things stand', 'no state is marked as the present one there', ['now'])]),
    ...list('the facts', ids(found.facts), 'they are put in as they stand', ['facts']),
    ...list('the terms', ids(found.terms), 'they are written out', ['terms']),
    ...list(
      'the beliefs of',
      [...new Set(found.beliefs.map(({ holder }) => found.actors[holder]!.id))],
      'everyone knows what the others want there',
      ['beliefs'],
    ),
    ...list('the questions', ids(found.questions), 'there are none there', ['questions']),
    ...list('the sources', ids(found.sources), 'there are none there', ['sources']),
    ...list('the statements', ids(found.statements), 'there are none there', ['statements']),
    ...list('the evidence', ids(found.evidence), 'there is none there', ['evidence']),
    ...list('what to look for:', ids(found.lookFor), 'there is nothing like it there', ['look-for']),
    ...list('the moves seen', ids(found.movesSeen), 'there are none there', ['moves-seen']),
  ];
}

const most = 12;

function shortened(ids: readonly string[]): string {
  const shown = ids.slice(0, most).map((id) => `“${id}”`);
  return shown.join(', ') + (ids.length > most ? ` and ${ids.length - most} more` : '');
}
