import {
  answerCase,
  chainOf,
  firstProfile,
  judgementsOf,
  perceiveCase,
  reachCase,
  reasonsAt,
  settleCase,
  usesOf,
  weighActor,
} from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { reportHtml, reportMoreOf } from '../../src/html/index.ts';
import {
  answerJson,
  hingesJson,
  perceiveJson,
  reachJson,
  settleJson,
  usesJson,
  weighJson,
  whyJson,
} from '../../src/json/index.ts';
import { reportMarkdown } from '../../src/markdown/index.ts';
import {
  answerText,
  hingeText,
  perceiveText,
  plain,
  reachText,
  settleText,
  usesText,
  weighText,
  whyText,
} from '../../src/terminal/index.ts';

const version = '0.0.0';
const settings = { agreements: 'any', sanctions: 'legal' } as const;
/** Wide enough that nothing wraps: where lines break hangs on how long names are. */
const view = { width: 1_000_000, paint: plain };

/** Everything that the commands print of a case, as text. */
export function textsOf(found: Case, results = resultsOf(found)): Readonly<Record<string, string>> {
  const { answer, settled, reached, perceived, weighed, chains, uses } = results;
  const { profile } = settled;
  const concept = 'seq';
  return {
    answer: answerText(found, answer, view, { version }),
    full: answerText(found, answer, view, { version, full: true }),
    hinge: hingeText(found, answer, view, { version }),
    solve: settleText(found, settled, view, {
      version,
      full: true,
      concept,
      reasons: (code) => reasonsAt(found, { concept, profile }, code),
    }),
    reach: reachText(found, reached, view, { version, full: true, settings }),
    perceive: perceiveText(found, perceived, view, { version, settings, full: true }),
    weigh: weighText(found, weighed, view, { version }),
    why: chains.map((chain) => whyText(found, answer, chain, view, { version })).join('\n'),
    uses: uses.map((one) => usesText(found, one, view, { version })).join('\n'),
  };
}

/** The same as JSON, and the report. */
export function filesOf(found: Case, results = resultsOf(found)): Readonly<Record<string, string>> {
  const { answer, settled, reached, perceived, weighed, chains, uses } = results;
  const files = {
    answer: answerJson(found, answer, version),
    hinge: hingesJson(found, answer, version),
    solve: settleJson(found, settled, version, true),
    reach: reachJson(found, reached, settings, version, true),
    perceive: perceiveJson(found, perceived, settings, version),
    weigh: weighJson(found, weighed, version),
    why: chains.map((chain) => whyJson(found, answer, chain, version)),
    uses: uses.map((one) => usesJson(found, one, version)),
  };
  return {
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, JSON.stringify(file)])),
    report: reportHtml(found, answer, {
      version,
      texts: {},
      more: reportMoreOf(found, answer, { samples: 20 }),
    }),
    markdown: reportMarkdown(found, answer, { version, texts: {} }),
  };
}

/** What there is to tell, computed once for all tellings. */
export function resultsOf(found: Case, profile = firstProfile(found)) {
  const answer = answerCase(found);
  const things = [found.statements, found.sources, found.actors, judgementsOf(found)].flat();
  return {
    answer,
    settled: settleCase(found, { profile }),
    reached: reachCase(found, { profile }),
    perceived: perceiveCase(found, { profile, scenario: null, concept: 'seq', agreements: 'any' }),
    weighed: found.actors.map((_, i) => weighActor(found, i)),
    chains: found.questions.map(({ id }) => chainOf(found, answer, id)),
    uses: things.map(({ id }) => usesOf(found, id)!),
  };
}
