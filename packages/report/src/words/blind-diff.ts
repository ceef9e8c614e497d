import type { CaseDiff } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { blindCase } from './blind.ts';

/**
 * A comparison with every name taken out: what differs is told by its kind and place, combinations by parties and readings as the
 * first case numbers them; what only the second case has is numbered after those.
 */
export function blindDiff(
  one: Case,
  other: Case,
  diff: CaseDiff,
): { readonly one: Case; readonly other: Case; readonly diff: CaseDiff } {
  const [here, there] = [blindCase(one), blindCase(other)];
  const numbered = (what: string) => {
    const known = new Map<string, string>();
    return (id: string) => {
      if (!known.has(id)) known.set(id, `${what}-${known.size + 1}`);
      return known.get(id)!;
    };
  };
  const moreActors = numbered('new-party');
  const moreReadings = numbered('new-reading');
  const moreScenarios = numbered('new-scenario');
  const questions = numbered('question');
  const actor = (id: string) => here.names.actors.get(id) ?? moreActors(id);
  const gains = (said: string | null) =>
    said?.includes(' ')
      ? said
          .split(', ')
          .map((part) => {
            const [id, ...rest] = part.split(' ');
            return [actor(id!), ...rest].join(' ');
          })
          .join(', ')
      : said;
  const ids = numbered('difference');
  return {
    one: { ...here.case, title: 'A conflict', file: 'case.yaml' },
    other: { ...there.case, title: 'A conflict', file: 'case.yaml' },
    diff: {
      ...diff,
      differences: diff.differences.map(({ id, kind, change, at }) => ({
        id: ids(`${kind} ${id}`),
        kind,
        change,
        one: '',
        other: '',
        becauseOne: [],
        becauseOther: [],
        at,
      })),
      answers: diff.answers?.map((answer) => ({
        ...answer,
        question: questions(answer.question),
        ask: `Question ${questions(answer.question).replace('question-', '')}`,
        cells: answer.cells.map((cell) => ({
          ...cell,
          from: gains(cell.from),
          to: gains(cell.to),
          scenario:
            cell.scenario === null
              ? null
              : (here.names.scenarios.get(cell.scenario) ?? moreScenarios(cell.scenario)),
          profile: Object.fromEntries(
            Object.entries(cell.profile).map(([id, reading]) => [
              actor(id),
              here.names.readings.get(`${id}.${reading}`) ?? moreReadings(`${id}.${reading}`),
            ]),
          ),
        })),
      })),
    },
  };
}
