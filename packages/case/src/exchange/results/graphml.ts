import type { ResultTable } from './table.ts';

type Key = {
  readonly id: string;
  readonly of: 'graph' | 'node' | 'edge';
  readonly name: string;
  readonly type: 'string' | 'int' | 'boolean';
};

/** States as nodes and moves as edges, with ranks and stability as their data (GraphML 1.0: Gephi, yEd, NetworkX, igraph). */
export function resultsGraphml(table: ResultTable): string {
  const { actors, options, concepts, states, now } = table;
  const keys: Key[] = [
    { id: 'title', of: 'graph', name: 'title', type: 'string' },
    { id: 'condition', of: 'graph', name: 'condition', type: 'string' },
    { id: 'label', of: 'node', name: 'label', type: 'string' },
    { id: 'code', of: 'node', name: 'code', type: 'string' },
    { id: 'now', of: 'node', name: 'now', type: 'boolean' },
    ...options.map(({ id }, k): Key => ({ id: `o${k}`, of: 'node', name: id, type: 'boolean' })),
    ...actors.map(({ id }, i): Key => ({ id: `r${i}`, of: 'node', name: `rank ${id}`, type: 'int' })),
    ...concepts.flatMap((concept, c): Key[] => [
      { id: `c${c}`, of: 'node', name: concept, type: 'boolean' },
      ...actors.map(
        ({ id }, i): Key => ({ id: `c${c}a${i}`, of: 'node', name: `${concept} ${id}`, type: 'boolean' }),
      ),
    ]),
    { id: 'actor', of: 'edge', name: 'actor', type: 'string' },
    { id: 'improves', of: 'edge', name: 'improves', type: 'boolean' },
  ];
  const data = (key: string, value: string | number | boolean) =>
    `<data key="${key}">${escaped(String(value))}</data>`;
  const nodes = states.map(
    (state) =>
      `    <node id="s${state.code}">${[
        data('label', state.label),
        data('code', state.code),
        data('now', state.code === now),
        ...(options.length > 0 ? state.taken.map((on, k) => data(`o${k}`, on)) : []),
        ...state.ranks.map((rank, i) => data(`r${i}`, rank)),
        ...concepts.flatMap((_, c) => [
          data(`c${c}`, state.equilibrium[c]!),
          ...state.stable[c]!.map((holds, i) => data(`c${c}a${i}`, holds)),
        ]),
      ].join('')}</node>`,
  );
  const edges = states.flatMap((state) =>
    state.moves.flatMap((own, i) =>
      own.map(
        ({ to, improves }) =>
          `    <edge source="s${state.code}" target="s${to}">${data('actor', actors[i]!.id)}${data('improves', improves)}</edge>`,
      ),
    ),
  );
  const declared = keys.map(
    ({ id, of, name, type }) =>
      `  <key id="${id}" for="${of}" attr.name="${escaped(name)}" attr.type="${type}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${declared.join('\n')}
  <graph id="conflict" edgedefault="directed">
    ${data('title', table.title)}${data('condition', table.condition)}
${[...nodes, ...edges].join('\n')}
  </graph>
</graphml>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML cannot hold at all is left out. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"']/g, (one) => entities[one]!)
  );
}
