import type { AnswerChance, CaseAnswer, Chances, Estimate, Hinge, Standing } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { actorNames, isQuestioned, scenarioWords } from './names.ts';
import { withoutNoise } from './sentences.ts';
import { heldWords, verdictWord } from './verdicts.ts';

/** Whose judgement a probability rests on. */
export const weightsWords = 'if the weights stated in this case are taken';

/** `0.42 (0.16 to 0.74)`: two digits, the range rounded outwards, and never a point without it. */
export function estimateWords({
  low,
  point,
  high,
}: Pick<Estimate, 'low' | 'high'> & { readonly point?: number | undefined }): string {
  const range = `${outwards(low, Math.floor)} to ${outwards(high, Math.ceil)}`;
  return point === undefined ? range : `${withoutNoise(point).toFixed(2)} (${range})`;
}

function outwards(value: number, round: (value: number) => number): string {
  return (round(withoutNoise(100 * value)) / 100).toFixed(2);
}

/** `open 0.47 (0.18 to 0.76), yes 0.42 (0.16 to 0.74)`, the most probable first. */
export function chancesWords(answers: readonly AnswerChance[]): string {
  return byChance(answers)
    .map((one) => `${verdictWord[one.answer]} ${estimateWords(one)}`)
    .join(', ');
}

export function byChance(answers: readonly AnswerChance[]): readonly AnswerChance[] {
  const middle = ({ low, point, high }: AnswerChance) => withoutNoise(point ?? (low + high) / 2);
  return [...answers].sort((a, b) => middle(b) - middle(a));
}

/** The chances beside a hinge: under the headline's beliefs, in the first scenario of the grid. */
export function chancesAt(answer: CaseAnswer, { question, concept }: Hinge): readonly Chances[] {
  return answer.chances.filter(
    (one) => one.question === question && one.concept === concept && one.scenario === answer.scenarios[0]!,
  );
}

/**
 * The probability line of a question: whose judgement, in which circumstance, every answer with its range; and as each sees it,
 * where that differs. Empty where nothing was stated, or the answer is the same whatever the readings.
 */
export function chanceLines(found: Case, answer: CaseAnswer, hinge: Hinge): readonly string[] {
  const [first, ...others] = chancesAt(answer, hinge);
  if (!first || [first, ...others].every(({ answers }) => answers.length < 2)) return [];
  const lead = capital(`${weightsWords}, ${scenarioWords(found, first.scenario)}`);
  const lines = [`${lead}: ${chancesWords(first.answers)}${limitsWords(found, first)}.`];
  for (const other of others) {
    if (JSON.stringify(other.answers) === JSON.stringify(first.answers)) continue;
    lines.push(
      `${other.beliefs === 'as-held' ? 'As each sees it' : capital(heldWords[other.beliefs])}: ${chancesWords(other.answers)}.`,
    );
  }
  return lines;
}

/** What the reader has to know beside the ranges. */
export function limitsWords(found: Case, { unweighed, exact }: Chances): string {
  const open =
    unweighed.length > 0
      ? `; nobody weighed the readings of ${actorNames(found, unweighed)}, so that this is what every weight of them allows`
      : '';
  return `${open}${exact ? '' : '; the ranges may be too wide, never too narrow'}`;
}

/** `weighs 0.25 (0.20 to 0.40)`; undefined where nobody weighed the readings of the actor. */
export function weightWords(answer: CaseAnswer, actor: string, reading: string): string | undefined {
  const standing = answer.standings.find((one) => one.actor === actor);
  const estimate = standing?.weighed ? standing.posterior[reading] : undefined;
  return estimate && `weighs ${estimateWords(estimate)}`;
}

/** What the weights of the readings rest on, and what they leave open; undefined where nobody weighed any. */
export function basisWords(found: Case, answer: CaseAnswer): string | undefined {
  const questioned = answer.standings.filter(({ actor }) => isQuestioned(found, actor));
  const weighed = questioned.filter(({ weighed }) => weighed);
  if (weighed.length === 0) return undefined;
  const items = new Set(weighed.flatMap((one) => one.items)).size;
  const stated = weighed.filter(({ priorStated }) => priorStated).length;
  const before =
    stated === weighed.length
      ? 'the weights stated before it'
      : stated === 0
        ? 'even weights before it, which nobody stated'
        : 'the weights stated before it, even ones where nobody stated any';
  const evidence =
    items === 0
      ? 'The weights are as stated in this case'
      : `The weights follow from ${items} ${items === 1 ? 'item' : 'items'} of evidence and observed moves and from ${before}`;
  const rest = weighed.flatMap(otherWords(found));
  return `${evidence}: the coder’s judgements, not a probability about the world.${rest.length > 0 ? ` ${rest.join('; ')}.` : ''}`;
}

function otherWords(found: Case) {
  return ({ actor, posterior }: Standing): readonly string[] => {
    const { other } = posterior;
    if (!other) return [];
    return [
      `On none of the readings of ${actorNames(found, [actor])} lies ${estimateWords(other)}, and the ranges of the answers reckon with any answer there`,
    ];
  };
}

export function capital(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase());
}
