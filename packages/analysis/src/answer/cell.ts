import type { Compiled } from '@demarche/case';
import { type Concept, evaluate, positionOf, type Ranks, type Structure } from '@demarche/engine';
import { perceivedProfile } from '../perceive/profile.ts';
import { type CourseGraph, courseOf } from './course.ts';
import { gainsOf, worseForAll } from './gains.ts';
import type { Arc, Game, GameTable } from './game.ts';
import type {
  Agreements,
  Beliefs,
  CellAnswer,
  Course,
  CourseStep,
  Fork,
  Profile,
  QuestionAnswer,
} from './result.ts';
import { sightOf } from './sight.ts';
import { verdictOf } from './verdict.ts';

/** The answers to all questions for one profile, scenario (that of `compiled`), concept and agreement setting. */
export function answerCell(
  compiled: Compiled,
  games: GameTable,
  profile: Profile,
  concept: Concept,
  agreements: Agreements,
  beliefs: Beliefs = 'correct',
): CellAnswer {
  const game = gameOf(compiled, games, profile, concept, beliefs);
  return answerGame(compiled, game, profile, agreements, beliefs);
}

/** The answers to all questions in a game; `profile` says whose list of priorities is told of. */
export function answerGame(
  compiled: Compiled,
  game: Game,
  profile: Profile,
  agreements: Agreements,
  beliefs: Beliefs,
): CellAnswer {
  const course = courseOf(game, startOf(compiled, game.structure), agreements);
  return {
    profile,
    scenario: compiled.scenario,
    concept: game.concept,
    beliefs,
    agreements,
    sanctions: game.sanctions,
    course: inCodes(game, course),
    answers: compiled.case.questions.map((question): QuestionAnswer => {
      if (question.kind === 'gains' || !question.holdsWhen) {
        return {
          question: question.id,
          answer: 'gains',
          gains: gainsOf(compiled, game, course, profile),
          worseForAll: worseForAll(game, course).map((states) => toCodes(game, states)),
        };
      }
      const program = compiled.program(question.holdsWhen);
      const stack = new Uint8Array(program.length + 1);
      const { answer, passed, before, forks } = verdictOf(course, (state) =>
        evaluate(program, game.structure.codes[state]!, stack),
      );
      return {
        question: question.id,
        answer,
        passed,
        ...(before ? { before } : {}),
        forks: forks.map(
          (fork): Fork => ({
            states: toCodes(
              game,
              course.components[fork.component]!.map((node) => course.nodes[node]!),
            ),
            exits: fork.exits.map(({ node, arc, verdict }) => ({
              from: game.structure.codes[course.nodes[node]!]!,
              step: stepInCodes(game, course.arcs[node]![arc]!),
              verdict,
            })),
          }),
        ),
      };
    }),
  };
}

export function gameOf(
  compiled: Compiled,
  games: GameTable,
  profile: Profile,
  concept: Concept,
  beliefs: Beliefs = 'correct',
): Game {
  const ranks = ranksFor(compiled, profile);
  if (beliefs === 'correct') return games(ranks, concept);
  const views = compiled.case.actors.map((_, i) =>
    ranksFor(compiled, perceivedProfile(compiled.case, profile, i)),
  );
  return games(
    ranks,
    concept,
    views,
    compiled.case.actors.map((_, i) => sightOf(compiled, i)),
  );
}

export function ranksFor(compiled: Compiled, profile: Profile): Ranks {
  return compiled.case.actors.map((actor, i) => compiled.ranks(i, profile[actor.id]!));
}

/** Position of the state that things start from. Throws where the case has no `now`: callers ask for it before. */
export function startOf(compiled: Compiled, structure: Structure = compiled.structure): number {
  if (compiled.now === undefined) throw new Error('the case says no `now`');
  const start = positionOf(structure, compiled.now);
  if (start === -1) throw new Error(`the start state of ${compiled.scenario ?? 'the case'} is not feasible`);
  return start;
}

function inCodes(game: Game, course: CourseGraph): Course {
  const code = (state: number) => game.structure.codes[state]!;
  return {
    now: code(course.nodes[0]!),
    states: course.nodes.map((state, node) => ({
      code: code(state),
      steps: course.arcs[node]!.map((arc) => stepInCodes(game, arc)),
    })),
    rests: course.rests
      .map((c) =>
        toCodes(
          game,
          course.components[c]!.map((node) => course.nodes[node]!),
        ),
      )
      .sort((a, b) => a[0]! - b[0]!),
  };
}

function stepInCodes(game: Game, arc: Arc): CourseStep {
  return {
    movers: arc.movers,
    to: game.structure.codes[arc.to]!,
    steps: arc.steps.map((state) => game.structure.codes[state]!),
  };
}

function toCodes(game: Game, states: readonly number[]): readonly number[] {
  return states.map((state) => game.structure.codes[state]!).sort((a, b) => a - b);
}
