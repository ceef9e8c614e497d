import type { Case, Diagnostic } from '@demarche/case';
import { printDiagnostics } from '@demarche/case';
import { type LoadResult, loadCase } from '@demarche/case/node';
import {
  type Concept,
  type ConceptName,
  compareConcepts,
  everyConcept,
  farthest,
  isConceptName,
  isSolverConcept,
  type SanctionRule,
  concepts as theFive,
} from '@demarche/engine';
import { exit, Stop, UsageError } from './exit.ts';
import { err, styleOf } from './io.ts';
import { named, pair } from './name.ts';

/** Options that commands share; each command has some of them. */
export type Common = {
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
  readonly full?: true | undefined;
  readonly blind?: true | undefined;
  readonly reading?: readonly string[] | undefined;
  readonly scenario?: string | undefined;
  readonly without?: readonly string[] | undefined;
  readonly source?: readonly string[] | undefined;
  readonly concepts?: string | undefined;
  readonly sanctions?: string | undefined;
  readonly agreements?: string | undefined;
  readonly beliefs?: string | undefined;
};

export type Opened = {
  /** As it is computed with and shown: without what was withdrawn, without names where it is blind. */
  readonly found: Case;
  readonly loaded: LoadResult;
  /** Actor id → reading id, as `--reading` said. */
  readonly reading: Readonly<Record<string, string>>;
  /** Undefined where nothing was said: all of them, or things as they stand. */
  readonly scenario: string | null | undefined;
  readonly withdrawn?: import('@demarche/analysis').Withdrawn;
  /** The id that a question, statement, … of the file has in `found`. */
  readonly idOf: (kind: 'questions' | 'statements' | 'sources' | 'actors', id: string) => string;
};

/** Loads a case. Errors are printed and end the command; warnings are counted on stderr. */
export async function openCase(path: string, common: Common): Promise<Opened> {
  const loaded = load(path, common);
  if (!loaded.case) {
    err(`${diagnosticsText(loaded, common.blind, process.stderr)}\n`);
    throw new Stop(loaded.diagnostics.some(({ code }) => code === 'unreadable') ? exit.usage : exit.errors);
  }
  // That a text is not at hand is told under every result.
  const warnings = loaded.diagnostics.filter(({ code }) => code !== 'anchor-unverified').length;
  if (warnings > 0 && !common.quiet)
    err(
      `${warnings} warning${warnings === 1 ? '' : 's'}: see demarche check${common.blind ? '' : ` ${path}`}\n`,
    );
  const written = loaded.case;
  const blind = common.blind === true;
  const reading: Record<string, string> = {};
  for (const text of common.reading ?? []) {
    const [actor, id] = pair(text, '--reading', 'russia=subjugation');
    const ids = written.actors.map((one) => one.id);
    named('actor', actor, ids, blind);
    const own = written.readings[ids.indexOf(actor)]!.map((one) => one.id);
    reading[actor] = named(blind ? 'reading' : `reading of ${actor}`, id, own, blind);
  }
  const scenario =
    common.scenario === undefined
      ? undefined
      : common.scenario === 'none'
        ? null
        : named(
            'scenario',
            common.scenario,
            written.scenarios.map(({ id }) => id),
            blind,
          );
  let found = written;
  let withdrawn: Opened['withdrawn'];
  if (common.without?.length) {
    const { withoutItems } = await import('@demarche/analysis');
    const known = [...written.statements, ...written.sources, ...written.evidence, ...written.movesSeen].map(
      ({ id }) => id,
    );
    for (const id of common.without) named('statement, source, evidence or move', id, known, blind);
    withdrawn = withoutItems(written, common.without)!;
    found = withdrawn.case;
  }
  if (!blind)
    return { found, loaded, reading, scenario, ...(withdrawn ? { withdrawn } : {}), idOf: (_, id) => id };
  const { blindCase } = await import('@demarche/report/words');
  const { names } = blindCase(written);
  const { case: hidden } = blindCase(found);
  const actor = (id: string) => names.actors.get(id)!;
  return {
    found: hidden,
    loaded,
    reading: Object.fromEntries(
      Object.entries(reading).map(([id, one]) => [actor(id), names.readings.get(`${id}.${one}`)!]),
    ),
    scenario: typeof scenario === 'string' ? names.scenarios.get(scenario)! : scenario,
    ...(withdrawn
      ? {
          withdrawn: {
            ...withdrawn,
            case: hidden,
            statements: withdrawn.statements.map((id) => names.statements.get(id)!),
            // What judgements are called holds names: only how many there are is said.
            assumptions: withdrawn.assumptions.map((_, k) => `judgement ${k + 1}`),
            evidence: withdrawn.evidence.map((_, k) => `item ${k + 1}`),
          },
        }
      : {}),
    idOf: (kind, id) => names[kind].get(id) ?? id,
  };
}

export function load(path: string, { source = [] }: Common): LoadResult {
  const sources = Object.fromEntries(
    source.map((text) => pair(text, '--source', 'analysis=path/to/text.txt')),
  );
  const loaded = loadCase(path, { sources });
  if (loaded.case)
    for (const id of Object.keys(sources))
      named(
        'source',
        id,
        loaded.case.sources.map((one) => one.id),
      );
  return loaded;
}

/** Diagnostics as text; blind ones without what the file says. */
export function diagnosticsText(
  { diagnostics, text }: { readonly diagnostics: readonly Diagnostic[]; readonly text: string },
  blind: boolean | undefined,
  stream: NodeJS.WriteStream,
): string {
  if (!blind) return printDiagnostics(diagnostics, text, styleOf(stream));
  return diagnostics
    .map(({ severity, code, range }) => `${range.line}:${range.column}: ${severity} (${code})`)
    .join('\n');
}

/**
 * `nash,seq` or `all`, of the concepts that can drive a course; undefined where nothing was said. What only `solve` knows is refused
 * with the reason.
 */
export function conceptsOf(text: string | undefined): readonly Concept[] | undefined {
  if (text === undefined) return undefined;
  if (text === 'all') return theFive;
  const asked = text.split(',').map((one) => {
    const name = one.trim();
    if (isConceptName(name) && !isSolverConcept(name))
      throw new UsageError(
        `${name} cannot drive a course: it does not say of a single move what would follow on it`,
        `take of ${theFive.join(', ')}; which states ${name} calls stable, \`demarche solve\` says`,
      );
    return named('concept', name, theFive) as Concept;
  });
  return theFive.filter((one) => asked.includes(one));
}

/** The same of every concept there is, for `solve`; \`all\` leaves out what is not defined on the case. */
export function everyConceptOf(text: string | undefined, found: Case): readonly ConceptName[] | undefined {
  if (text === undefined) return undefined;
  const needsOptions = (one: ConceptName) => one === 'sim' || one === 'fh';
  const given = found.graph ? 'this case is given by states and moves' : 'this case has `coalesce`d states';
  const flippable = !found.graph && found.coalesce.length === 0;
  if (text === 'all') return everyConcept.filter((one) => flippable || !needsOptions(one));
  const asked = text.split(',').map((one) => {
    const name = one.trim();
    if (/^lim\d+$/.test(name) && !isConceptName(name))
      throw new UsageError(
        `${name}: limited moves look from 1 to ${farthest} moves ahead`,
        'write lim2, lim3, …',
      );
    if (!isConceptName(name)) named('concept', name, everyConcept);
    return name as ConceptName;
  });
  const undefinedHere = asked.find((one) => needsOptions(one) && !flippable);
  if (undefinedHere)
    throw new UsageError(
      `${undefinedHere} needs options that can be flipped at the same time, and ${given}`,
      'leave it out, or take `--concepts all`, which does',
    );
  return [...new Set(asked)].sort(compareConcepts);
}

/** `--sanctions`, checked by the command line already. */
export function sanctionsOf({ sanctions }: Common): SanctionRule {
  return (sanctions as SanctionRule | undefined) ?? 'legal';
}

/** Ids and names of a case whose file says where things stand; else says that it is needed. */
export function needNow(found: Case, command: string): void {
  if (found.now) return;
  throw new UsageError(
    `${command} needs to know where things stand, and the case says no \`now\``,
    'add `now: [...]`, the options taken and the facts that hold today (`now: []` for none)',
  );
}
