import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { settleCase } from '@demarche/analysis';
import { type Case, compileCase, readCase } from '@demarche/case';
import { type ConceptName, everyConcept, isDefinedOn } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

type Result = {
  readonly concept: ConceptName;
  /** By actor, the reading; the first of each where it is left out. */
  readonly profile?: Readonly<Record<string, string>>;
  readonly basis: 'read' | 'secondary' | 'unread';
  /** Numbers in print of all equilibria; or, with `without`, of states that are none. Neither where nothing is told of it. */
  readonly equilibria?: readonly number[];
  readonly without?: readonly number[];
  readonly from?: string;
  /** What comes out where it is not what is told, and why; alone where nothing is told. */
  readonly computed?: readonly number[];
  readonly why?: string;
};

/** A `results.yaml` beside a case file. */
type Results = {
  readonly source: {
    readonly authors: readonly string[];
    readonly year: number;
    readonly title: string;
    readonly where: string;
    readonly doi?: string;
  };
  readonly model: { readonly basis: Result['basis']; readonly note: string };
  readonly states?: Readonly<Record<string, number>>;
  readonly results: readonly Result[];
};

const root = new URL('../../../../', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, root), 'utf8');
const folder = 'cases/published';
const ids = readdirSync(new URL(folder, root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => existsSync(new URL(`${folder}/${name}/case.yaml`, root)))
  .sort();

function caseOf(id: string): Case {
  const { case: found, diagnostics } = readCase(textOf(`${folder}/${id}/case.yaml`));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return found!;
}

const resultsOf = (id: string) => parse(textOf(`${folder}/${id}/results.yaml`)) as Results;

/** Codes turned into numbers in print. */
function printed(results: Results, codes: readonly number[]): readonly number[] {
  const names = new Map(Object.entries(results.states ?? {}).map(([name, code]) => [code, Number(name)]));
  return codes
    .map((code) => {
      const number = results.states ? names.get(code) : code;
      expect(number, `code ${code} has no number in print`).toBeDefined();
      return number!;
    })
    .sort((a, b) => a - b);
}

const solved = ids.map((id) => {
  const found = caseOf(id);
  const results = resultsOf(id);
  const { structure } = compileCase(found);
  const concepts = everyConcept.filter((concept) => isDefinedOn(structure, concept));
  const { feasible, stable, equilibria } = settleCase(found, { concepts });
  return { id, found, concepts, results, feasible, stable, equilibria };
});

/** The fixture that a case was written from. */
const fixtures: Readonly<Record<string, string>> = {
  chicken: 'chicken',
  elmira: 'elmira-graph',
  'elmira-options': 'elmira-graph',
  'gisborne-economy': 'gisborne-economy',
  'korea-2017': 'korea-2017-base',
  'prisoners-dilemma': 'prisoners-dilemma',
  'stag-hunt': 'stag-hunt',
};

/** What the fixtures call a concept. */
const inFixtures = (concept: ConceptName) =>
  concept === 'fh' ? 'fraserHipel' : concept.replace(/^lim(?=\d)/, 'limit');

const set = (numbers: readonly number[]) => (numbers.length ? numbers.join(', ') : 'none');

function computedOf({ found, results }: Pick<(typeof solved)[number], 'found' | 'results'>, result: Result) {
  const { concept, profile } = result;
  const readings = found.actors.map(({ id }, i) => [id, profile?.[id] ?? found.readings[i]![0]!.id]);
  for (const id of Object.keys(profile ?? {})) expect(found.actors.map((actor) => actor.id)).toContain(id);
  const { equilibria } = settleCase(found, { concepts: [concept], profile: Object.fromEntries(readings) });
  return printed(results, equilibria[concept]!);
}

const linesOf = (one: (typeof solved)[number]) =>
  one.results.results.map((result) => {
    const { concept, basis, equilibria: all, without, profile } = result;
    const link = `[${one.id}](../${folder}/${one.id}/case.yaml)`;
    const readings = profile ? `: ${Object.values(profile).join(', ')}` : '';
    const said = all ? set(all) : without ? `not ${set(without)}` : 'nothing';
    return `| ${link}${readings} | \`${concept}\` | ${said} | ${set(computedOf(one, result))} | ${basis} |`;
  });

/** The table of `docs/published.md`. */
const table = [
  '| case | concept | equilibria, as told | computed | basis |',
  '| --- | --- | --- | --- | --- |',
  ...solved.flatMap(linesOf),
].join('\n');

describe('the published conflicts that are in cases/published', () => {
  it('each fixture has its case', () => {
    const files = readdirSync(new URL('fixtures/published', root)).filter((file) => file.endsWith('.json'));
    expect([...new Set(Object.values(fixtures))].map((name) => `${name}.json`).sort()).toEqual(files.sort());
    expect(ids).toEqual(expect.arrayContaining(Object.keys(fixtures)));
  });

  it.each(solved)('$id says where it comes from', ({ concepts, results: { source, model, results } }) => {
    expect(source.authors.length).toBeGreaterThan(0);
    expect(Number.isInteger(source.year)).toBe(true);
    expect(source.title && source.where && model.note).toBeTruthy();
    for (const { basis } of [model, ...results]) expect(['read', 'secondary', 'unread']).toContain(basis);
    for (const { concept, basis, equilibria, without, computed, from } of results) {
      expect(concepts).toContain(concept);
      const told = [equilibria, without].filter(Array.isArray);
      expect(told).toHaveLength(basis === 'unread' && computed && !equilibria ? 0 : 1);
      if (basis !== 'unread') expect(from, `where ${concept} was read`).toBeTruthy();
    }
  });

  it.each(solved)('$id can be answered', ({ found }) => {
    expect(found.now).toBeDefined();
    expect(Object.keys(found.questions).length).toBeGreaterThan(0);
  });

  it.each(
    solved.flatMap((one) =>
      one.results.results.map((result) => ({ ...one, result, concept: result.concept, basis: result.basis })),
    ),
  )('$id by $concept, $basis', ({ found, results, result }) => {
    const computed = computedOf({ found, results }, result);
    if (result.computed && result.equilibria) {
      expect(result.computed).not.toEqual(result.equilibria);
      expect(result.why).toBeTruthy();
    }
    const wanted = result.computed ?? result.equilibria;
    if (wanted) expect(computed).toEqual(wanted);
    for (const state of result.without ?? []) expect(computed).not.toContain(state);
  });

  it.each(solved.filter(({ id }) => fixtures[id]))('$id is the model of its fixture', (one) => {
    const said = JSON.parse(textOf(`fixtures/published/${fixtures[one.id]}.json`));
    // Elmira's fixture has the numbers in print, the others have codes.
    const named = (codes: readonly number[]) =>
      said.form === 'graph' ? printed(one.results, codes) : [...codes].sort((a, b) => a - b);
    expect(named(one.feasible)).toEqual(said.feasible);
    const actors = one.found.actors.map(({ id }) => id);
    expect(actors).toHaveLength(said.actors.length);
    for (const concept of one.concepts) {
      const name = inFixtures(concept);
      const byActor = said.referenceByActor[name];
      if (!byActor) continue;
      for (const [k, actor] of actors.entries())
        expect(named(one.stable[concept]![actor]!), `${concept} ${actor}`).toEqual(byActor[said.actors[k]]);
      expect(named(one.equilibria[concept]!), concept).toEqual(said.reference[name]);
    }
    expect(said.reference.nash).toBeDefined();
    // What is marked as read here is what the fixture has as published.
    for (const { concept, basis, equilibria, profile } of one.results.results)
      if (!profile && basis === 'read' && equilibria && said.published)
        expect(said.published[inFixtures(concept)]).toEqual(equilibria);
  });

  it('North Korea with the ways back that the post leaves open from 12, 13 and 14: what the post tells', () => {
    const { found, results } = solved.find(({ id }) => id === 'korea-2017-invasion-stays')!;
    const told = results.results.find(({ computed }) => computed)!;
    const states = settleCase(found).feasible;
    const moves = (reach: (from: number, to: number) => boolean) =>
      states.map(
        (from) =>
          `s${from}: [${states.filter((to) => to !== from && reach(from, to)).map((to) => `s${to}`)}]`,
      );
    const us = moves((from, to) => from >> 2 === to >> 2 && (from & 1) === 0);
    const north = moves((from, to) => (from & 3) === (to & 3) && (from >> 2 !== 1 || to >> 2 === 3));
    const orderOf = (actor: number) =>
      [...states].sort((a, b) => placeOf(actor, a) - placeOf(actor, b)).map((state) => `s${state}`);
    const placeOf = (actor: number, state: number) =>
      settleCase(found).order[found.actors[actor]!.id]![states.indexOf(state)]!;
    const { case: graph, diagnostics } = readCase(`
demarche: 1
title: As the post has it
states: { ${states.map((state) => `s${state}: State ${state}`).join(', ')} }
actors:
  us: { moves: { ${us.join(', ')} } }
  north-korea: { moves: { ${north.join(', ')} } }
readings:
  us: { base: { ranking: [${orderOf(0)}] } }
  north-korea: { base: { ranking: [${orderOf(1)}] } }
`);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { equilibria } = settleCase(graph!, { concepts: ['seq'] });
    expect(equilibria.seq!.map((place) => states[place])).toEqual(told.equilibria);
  });

  it('docs/published.md has the table of what is in print and what is computed', () => {
    const page = textOf('docs/published.md');
    const begin = page.indexOf('| case | concept |');
    expect(page.slice(begin, page.indexOf('\n\n', begin))).toBe(table);
  });
});
