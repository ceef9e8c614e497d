import { readdirSync, readFileSync } from 'node:fs';
import { answerCell, courseOf, gamesOf, reachCase, settleCase, settleCoalitions } from '@demarche/analysis';
import { type Case, compileCase, readCase } from '@demarche/case';
import { type Concept, concepts } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { gameOf } from '../../src/answer/cell.ts';

type PerActor<T> = Readonly<Record<string, T>>;
type Option = { readonly name: string; readonly actor: string; readonly direction: 'both' | 'fwd' | 'back' };

/** What of a file in `fixtures/published` these tests read. */
type Published = {
  readonly name: string;
  readonly title: string;
  readonly form: 'options' | 'graph';
  readonly actors: readonly string[];
  readonly options: readonly Option[];
  readonly infeasible?: readonly string[];
  readonly feasible: readonly number[];
  readonly labels: Readonly<Record<string, string>>;
  readonly moves: PerActor<Readonly<Record<string, readonly number[]>>>;
  /** Classes of states from best to worst. */
  readonly ranking: PerActor<readonly (readonly number[])[]>;
  readonly published?: Partial<Record<Concept, readonly number[]>>;
  readonly remembered?: Partial<Record<Concept, readonly number[]>>;
  readonly reference: Record<Concept, readonly number[]>;
  readonly referenceByActor: Record<Concept, PerActor<readonly number[]>>;
  readonly optionForm?: {
    readonly options: readonly Option[];
    readonly infeasible: readonly string[];
    readonly coalesce: readonly string[];
    readonly codes: Readonly<Record<string, readonly number[]>>;
  };
  readonly coalitions?: { readonly equilibria: Partial<Record<Concept, readonly number[]>> };
  readonly statusQuo?: {
    readonly now: number;
    readonly reachedByImprovements: readonly number[];
    readonly reachedByMoves: readonly number[];
  };
};

const folder = new URL('../../../../fixtures/published/', import.meta.url);
const conflicts = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Published);

const idOf = (actor: string) => actor.toLowerCase().replaceAll(' ', '-');

/** A case file of a conflict by options; `payoff` of a state code, larger is better. */
function optionCase(
  said: Published,
  {
    options,
    infeasible = [],
    coalesce = [],
  }: {
    readonly options: readonly Option[];
    readonly infeasible?: readonly string[];
    readonly coalesce?: readonly string[];
  },
  payoff: (actor: string, code: number) => number,
): Case {
  const ids = options.map(({ actor }, k) => `${idOf(actor)}.o${k}`);
  const pattern = (letters: string) =>
    [...letters]
      .flatMap((letter, k) => (letter === '-' ? [] : [letter === 'Y' ? ids[k]! : `not ${ids[k]}`]))
      .join(' and ');
  const impossible = infeasible.map(pattern);
  const isOut = (code: number) =>
    infeasible.some((letters) =>
      [...letters].every((letter, k) => letter === '-' || (letter === 'Y') === ((code >>> k) & 1) > 0),
    );
  const codes = Array.from({ length: 2 ** options.length }, (_, code) => code).filter((code) => !isOut(code));
  return sound({
    title: said.title,
    actors: Object.fromEntries(
      said.actors.map((actor) => [
        idOf(actor),
        {
          name: actor,
          options: Object.fromEntries(
            options.flatMap((one, k) => (one.actor === actor ? [[`o${k}`, one.name]] : [])),
          ),
        },
      ]),
    ),
    irreversible: options.flatMap(({ direction }, k) =>
      direction === 'both' ? [] : [{ option: ids[k], way: direction === 'fwd' ? 'forward' : 'back' }],
    ),
    impossible,
    coalesce: coalesce.map(pattern),
    readings: Object.fromEntries(
      said.actors.map((actor) => [
        idOf(actor),
        { base: { payoffs: codes.map((code) => payoff(actor, code)) } },
      ]),
    ),
  });
}

/** A case file of a conflict by its graph: state k of the publication is called `s` and k. */
function graphCase(said: Published): Case {
  return sound({
    title: said.title,
    states: Object.fromEntries(said.feasible.map((state) => [`s${state}`, said.labels[state]])),
    actors: Object.fromEntries(
      said.actors.map((actor) => [
        idOf(actor),
        {
          name: actor,
          moves: Object.fromEntries(
            Object.entries(said.moves[actor]!).map(([from, to]) => [`s${from}`, to.map((end) => `s${end}`)]),
          ),
        },
      ]),
    ),
    now: [`s${said.statusQuo!.now}`],
    readings: Object.fromEntries(
      said.actors.map((actor) => [
        idOf(actor),
        { base: { ranking: said.ranking[actor]!.map((same) => same.map((state) => `s${state}`)) } },
      ]),
    ),
    questions: { bargain: { ask: 'Is there a modified order that is accepted?', 'holds-when': 's4 or s8' } },
  });
}

function sound(data: object): Case {
  const { case: found, diagnostics } = readCase(stringify({ demarche: 1, ...data }));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return found!;
}

/** Everything that is said of a conflict comes out; `named` turns a state code into the publication's number. */
function expectAsPublished(said: Published, found: Case, named: (code: number) => number): void {
  const { feasible, stable, equilibria } = settleCase(found);
  const numbers = (codes: readonly number[]) => codes.map(named).sort((a, b) => a - b);
  expect(numbers(feasible)).toEqual(said.feasible);
  for (const concept of concepts) {
    if (!(concept in said.reference)) continue;
    for (const actor of said.actors)
      expect(numbers(stable[concept]![idOf(actor)]!), `${concept} ${actor}`).toEqual(
        said.referenceByActor[concept][actor],
      );
    for (const from of [said.published, said.remembered, said.reference])
      if (from?.[concept]) expect(numbers(equilibria[concept]!), concept).toEqual(from[concept]);
  }
}

const place = (said: Published, actor: string, state: number) =>
  said.ranking[actor]!.length - said.ranking[actor]!.findIndex((same) => same.includes(state));

describe('the published conflicts, as case files', () => {
  it('are six', () => expect(conflicts).toHaveLength(6));

  it.each(conflicts.filter(({ form }) => form === 'options'))('$name', (said) => {
    const found = optionCase(said, said, (actor, code) => place(said, actor, code));
    expectAsPublished(said, found, (code) => code);
  });

  const elmira = conflicts.find(({ name }) => name === 'elmira-graph')!;

  it('Elmira in graph form', () => {
    expectAsPublished(elmira, graphCase(elmira), (code) => code + 1);
  });

  it('Elmira by options, with the states in which the firm has gone coalesced: what the graph says', () => {
    const { codes, ...form } = elmira.optionForm!;
    const stateOf = new Map(
      Object.entries(codes).flatMap(([state, own]) => own.map((code) => [code, Number(state)] as const)),
    );
    const found = optionCase(elmira, form, (actor, code) => place(elmira, actor, stateOf.get(code)!));
    expectAsPublished(elmira, found, (code) => stateOf.get(code)!);
    expect(settleCase(found).coalesced).toEqual({ 8: codes['9'] });
    const { structure } = compileCase(found);
    for (const [i, actor] of elmira.actors.entries())
      for (const [state, code] of structure.codes.entries()) {
        const { start, to } = structure.arcs![i]!.after;
        const ends = [...to.subarray(start[state]!, start[state + 1]!)].map(
          (end) => stateOf.get(structure.codes[end]!)!,
        );
        expect(ends.sort(), `${actor} ${code}`).toEqual(elmira.moves[actor]![stateOf.get(code)!] ?? []);
      }
  });

  it('Elmira from the status quo: improvements lead to 5, and the deal of two leads on to 8', () => {
    const found = graphCase(elmira);
    const { byMoves, byImprovements } = reachCase(found);
    expect(byImprovements.map((code) => code + 1)).toEqual(elmira.statusQuo!.reachedByImprovements);
    expect(byMoves.map((code) => code + 1)).toEqual(elmira.statusQuo!.reachedByMoves);
    const compiled = compileCase(found);
    const games = gamesOf(compiled.structure);
    const profile = Object.fromEntries(found.actors.map(({ id }) => [id, 'base']));
    for (const concept of ['nash', 'seq'] as const) {
      const alone = courseOf(gameOf(compiled, games, profile, concept), 0, 'none');
      expect(alone.rests.flatMap((c) => alone.components[c]!.map((node) => alone.nodes[node]! + 1))).toEqual([
        5,
      ]);
      const { course, answers } = answerCell(compiled, games, profile, concept, 'any');
      expect(course.rests).toEqual([[7]]);
      expect(
        course.states.map(({ code, steps }) => [code + 1, steps.map(({ movers, to }) => [movers, to + 1])]),
      ).toEqual([
        [1, [[[2], 5]]],
        [5, [[[0, 1], 8]]],
        [8, []],
      ]);
      expect(answers[0]!.answer).toBe('yes');
    }
  });

  it.each(['nash', 'gmr', 'smr', 'seq'] as const)('Elmira: what no coalition leaves, by %s', (concept) => {
    const { common } = settleCoalitions(graphCase(elmira), { concept });
    expect(common.map((code) => code + 1)).toEqual(elmira.coalitions!.equilibria[concept]);
  });
});
