import { stepsOf } from '@demarche/engine';
import { agreementsFrom } from './agreement.ts';
import { componentsOf } from './components.ts';
import type { Arc, Game } from './game.ts';
import { leanFrom, undeterredFrom } from './lean.ts';
import type { Agreements } from './result.ts';

/**
 * The graph, from `now`, of lean undeterred improvements and valid agreements. `nodes` in the order they are met; `arcs` by node.
 */
export type CourseGraph = {
  readonly nodes: readonly number[];
  readonly arcs: readonly (readonly (Arc & { readonly node: number })[])[];
  /** Component of each node; a component is at rest when no arc leaves it. */
  readonly component: readonly number[];
  readonly components: readonly (readonly number[])[];
  /** Components without a way out. */
  readonly rests: readonly number[];
};

/** The steps that people would take from a state. */
export function arcsFrom(game: Game, state: number, agreements: Agreements): readonly Arc[] {
  let steps = game.known.get(state);
  if (!steps) {
    const single: Arc[] = [];
    for (const actor of game.actors) for (const step of ownSteps(game, actor, state)) single.push(step);
    steps = { single };
    game.known.set(state, steps);
  }
  const joint = agreements === 'any' || (agreements === 'at-rest' && steps.single.length === 0);
  if (!joint) return steps.single;
  if (!steps.deals) {
    const undeterred = game.actors.flatMap((actor) => undeterredFrom(game, actor, state));
    steps.deals = agreementsFrom(game, state, undeterred).map(({ movers, to }) => ({
      movers,
      to,
      steps: [to],
    }));
  }
  return steps.deals.length === 0 ? steps.single : [...steps.single, ...steps.deals];
}

/** The lean undeterred improvements of one actor. */
function ownSteps(game: Game, actor: number, state: number): readonly Arc[] {
  const undeterred = undeterredFrom(game, actor, state);
  if (undeterred.length === 0) return [];
  const own = game.alone(actor).get(state);
  if (own?.lean) return own.lean;
  const lean = leanFrom(game, actor, state).map((to) => ({
    movers: [actor],
    to,
    steps: game.sights[actor]?.steps(state, to) ?? stepsOf(game.structure, actor, state, to),
  }));
  if (own) own.lean = lean;
  return lean;
}

export function courseOf(game: Game, now: number, agreements: Agreements): CourseGraph {
  const nodes = [now];
  const nodeOf = new Map([[now, 0]]);
  const arcs: (Arc & { node: number })[][] = [];
  for (let at = 0; at < nodes.length; at++) {
    arcs.push(
      arcsFrom(game, nodes[at]!, agreements).map((arc) => {
        let node = nodeOf.get(arc.to);
        if (node === undefined) {
          node = nodes.length;
          nodeOf.set(arc.to, node);
          nodes.push(arc.to);
        }
        return { movers: arc.movers, to: arc.to, steps: arc.steps, node };
      }),
    );
  }
  const component = componentsOf(arcs.map((steps) => steps.map((step) => step.node)));
  const components: number[][] = [];
  component.forEach((c, node) => {
    components[c] ??= [];
    components[c].push(node);
  });
  const rests = components
    .map((_, c) => c)
    .filter((c) => components[c]!.every((node) => arcs[node]!.every((arc) => component[arc.node] === c)));
  return { nodes, arcs, component, components, rests };
}
