import type { ResultTable } from './table.ts';

/** Colours that print apart and that colour-blind people tell apart (Okabe & Ito); actors beyond them share. */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000'];

/**
 * The moves as a Graphviz drawing: a node a state, equilibria of the first concept ringed twice, where things stand filled; an arc
 * a move, solid where it improves and dashed where not, with its actor.
 */
export function resultsDot(table: ResultTable): string {
  const { actors, concepts, states, now } = table;
  const nodes = states.map((state) => {
    const under = concepts.filter((_, c) => state.equilibrium[c]);
    const label = [`${state.code}: ${state.label}`, ...(under.length > 0 ? [under.join(' ')] : [])];
    const ring = state.equilibrium[0] ? ', peripheries=2' : '';
    const fill = state.code === now ? ', style=filled, fillcolor="#dddddd"' : '';
    return `  s${state.code} [label=${quoted(label.join('\n'))}${ring}${fill}];`;
  });
  const arcs = states.flatMap((state) =>
    state.moves.flatMap((own, i) =>
      own.map(
        ({ to, improves }) =>
          `  s${state.code} -> s${to} [label=${quoted(actors[i]!.name)}, color="${colours[i % colours.length]}", style=${improves ? 'solid' : 'dashed'}];`,
      ),
    ),
  );
  const ringed = concepts[0] === undefined ? '' : `\nringed twice: ${concepts[0]} equilibria`;
  return `digraph conflict {
  label=${quoted(`${table.title}\n${table.condition}${ringed}\nwhat follows from the stated readings, not a forecast`)};
  node [shape=box];
${[...nodes, ...arcs].join('\n')}
}
`;
}

/** A line break is centred; nothing else in a text is taken for an escape. */
function quoted(text: string): string {
  return `"${text
    .toWellFormed()
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\r?\n|\r/g, '\\n')}"`;
}
