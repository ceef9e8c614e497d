import {
  type CellAnswer,
  type Expectation,
  type Perceived,
  perceiveCase,
  type Surprise,
} from '@demarche/analysis';
import { type Case, codeByRole } from '@demarche/case';
import { oneOfSeveral } from './coalesced.ts';
import { actorName, actorNames, listed, quoted } from './names.ts';
import { stateParts, stateWords, stepWords } from './states.ts';
import { verdictWord } from './verdicts.ts';

/** One surprise as one sentence without its full stop: who is in for it, whose move makes it, where that leads. */
export function surpriseWords(found: Case, surprise: Surprise, { asBelieved }: Perceived): string {
  const who = actorName(found, surprise.actor);
  if (surprise.kind === 'answer') {
    const ask = found.questions.find(({ id }) => id === surprise.question)?.ask ?? surprise.question;
    return `${who} expects ${quoted(verdictWord[surprise.expected])} on ${quoted(ask)}, and it comes out ${quoted(verdictWord[surprise.believed])}`;
  }
  const { now } = asBelieved.course;
  const { from, step, rest } = surprise;
  const expects = `${who} expects ${restingWords(found, rest, now, true)}`;
  const leads = leadsWords(found, surprise.leadsTo, now);
  const move = stepWords(found, from, step);
  if (surprise.kind === 'breaks')
    return `${expects}; but ${rest.includes(now) ? '' : 'there '}${move}, and from there ${leads}`;
  const [instead] = surprise.instead;
  const other = instead
    ? `instead ${stepWords(found, from, instead)}, and from there ${leads}`
    : `${stayWords(found, step.movers)}, and ${leads}`;
  return `${expects}, and reckons that on the way ${move}; but ${other}`;
}

/** In one cell, at most one surprise of each party, as a sentence: a move that it does not reckon with before a bare answer. */
export function surprisesIn(
  found: Case,
  cell: CellAnswer,
): readonly { readonly actor: string; readonly words: string }[] {
  const { profile, scenario, concept, agreements } = cell;
  const perceived = perceiveCase(found, { profile, scenario, concept, agreements });
  return perceived.expects.flatMap((one) => {
    const chief = chiefSurprise(found, one);
    return chief ? [{ actor: one.actor, words: surpriseWords(found, chief, perceived) }] : [];
  });
}

function chiefSurprise(found: Case, { surprises }: Expectation): Surprise | undefined {
  const place = codeByRole(found);
  const at = (one: Surprise) => ('rest' in one ? place(firstOfRest(found, one.rest)) : 0);
  const inOrder = [...surprises].sort((a, b) => at(a) - at(b));
  const firstOf = (kind: Surprise['kind']) => inOrder.find((one) => one.kind === kind);
  return firstOf('breaks') ?? firstOf('never-comes') ?? firstOf('answer');
}

/** The state of a rest that is told of it, whatever the order of the file. */
function firstOfRest(found: Case, rest: readonly number[]): number {
  const place = codeByRole(found);
  return rest.reduce((first, code) => (place(code) < place(first) ? code : first));
}

function stayWords(found: Case, movers: readonly number[]): string {
  return movers.length === 1
    ? `${actorName(found, movers[0]!)} does not`
    : `${actorNames(found, movers)} do not`;
}

/** `things to come to rest with …`, or, told of what happens, `things come to rest with …`. */
function restingWords(found: Case, rest: readonly number[], now: number, expected = false): string {
  const to = expected ? 'to ' : '';
  if (rest.length > 1)
    return `things ${to}go round and round without end, at times with ${placeWords(found, firstOfRest(found, rest))}`;
  return rest[0] === now
    ? `things ${to}${expected ? 'stay' : 'come to rest'} as they are now`
    : `things ${to}come to rest with ${placeWords(found, rest[0]!)}`;
}

function leadsWords(found: Case, rests: readonly (readonly number[])[], now: number): string {
  const place = codeByRole(found);
  const at = (rest: readonly number[]) => place(firstOfRest(found, rest));
  const [first] = [...rests].sort((a, b) => at(a) - at(b));
  if (!first) return 'nothing follows';
  const told = restingWords(found, first, now);
  return rests.length === 1 ? told : `it can end in ${rests.length} ways: in one, ${told}`;
}

/** What is done in a state, and by whom: `“Keep the tunnel open” (Torvale) and “A traffic accord” (Torvale and Marrin)`. */
function placeWords(found: Case, code: number): string {
  if (found.graph || oneOfSeveral(found, code)) return stateWords(found, code);
  const parts = stateParts(found, code).map(
    ({ who, options }) => `${listed(options.map(({ name }) => quoted(name)))} (${who})`,
  );
  return parts.length > 0 ? listed(parts) : 'no option taken';
}
