import type { Row } from './row.ts';

const families: readonly (readonly [family: string, what: string, mark: string])[] = [
  ['F', 'all feasible, random ranks', 'M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z'],
  ['S', 'ranks from priorities', 'M-5-5H5V5H-5Z'],
  ['H', 'half of it feasible', 'M0-6L6 5H-6Z'],
  ['A', 'long chains of improvements', 'M0-6L6 0L0 6L-6 0Z'],
  ['P', 'sparse: a list of the states', 'M0 6L6-5H-6Z'],
  ['I', 'one-way options: a list', 'M-6-2H-2V-6H2V-2H6V2H2V6H-2V2H-6Z'],
];

const frame = { left: 62, right: 500, top: 64, bottom: 372, width: 760, height: 446 };
const least = { bits: 14, ns: 5 };
const most = { bits: 24, ns: 1_000 };

const x = (states: number) =>
  frame.left + ((Math.log2(states) - least.bits) / (most.bits - least.bits)) * (frame.right - frame.left);
const y = (ns: number) =>
  frame.bottom - (Math.log(ns / least.ns) / Math.log(most.ns / least.ns)) * (frame.bottom - frame.top);
const at = (value: number) => value.toFixed(1);

/**
 * Nanoseconds a state and actor by the number of states, family by family, as SVG that reads in light and dark alike. A cost that is
 * linear in the states lies level.
 */
export function costPlot(rows: readonly Row[], circumstances: string): string {
  const lines = families.map(([family, what, mark]) => ({
    label: `${family}: ${what}`,
    mark,
    points: rows.flatMap((row) =>
      row.family === family && row.threads === 1 && row.states !== null && row.each !== null
        ? [{ states: row.states, ns: row.each }]
        : [],
    ),
  }));
  const grid = [
    ...[14, 16, 18, 20, 22, 24].flatMap((bits) => {
      const here = at(x(2 ** bits));
      return [
        `<path class="g" d="M${here} ${frame.top}V${frame.bottom}"/>`,
        `<text class="s" x="${here}" y="${frame.bottom + 20}" text-anchor="middle">2<tspan dy="-4" font-size="9">${bits}</tspan></text>`,
      ];
    }),
    ...[10, 30, 100, 300, 1_000].flatMap((ns) => [
      `<path class="g" d="M${frame.left} ${at(y(ns))}H${frame.right}"/>`,
      `<text class="s" x="${frame.left - 8}" y="${at(y(ns) + 4)}" text-anchor="end">${ns}</text>`,
    ]),
  ];
  const places = apart(lines.map(({ points }) => y(points.at(-1)!.ns)));
  const drawn = lines.flatMap(({ label, mark, points }, k) => {
    const path = points.map(({ states, ns }) => `${at(x(states))} ${at(y(ns))}`);
    return [
      `<path class="l" d="M${path.join('L')}"/>`,
      ...path.map((place) => `<path class="m" transform="translate(${place})" d="${mark}"/>`),
      `<path class="t" d="M${path.at(-1)}L${frame.right + 10} ${at(places[k]!)}"/>`,
      `<path class="m" transform="translate(${frame.right + 20} ${at(places[k]!)})" d="${mark}"/>`,
      `<text x="${frame.right + 32}" y="${at(places[k]! + 4)}">${label}</text>`,
    ];
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-labelledby="t d">`,
    '<title id="t">What a state costs</title>',
    '<desc id="d">Nanoseconds for each feasible state and actor, all five concepts, one thread, by the number of feasible states. Level lines mean time in proportion to the states.</desc>',
    '<style>text{font:13px system-ui,sans-serif;fill:#1c2128}.s{fill:#57606a;font-size:12px}.b{fill:#fff}.g{stroke:#d8dee4}.t{stroke:#57606a;stroke-dasharray:2 3}.l{stroke:#0b5cad;stroke-width:2}.m{fill:#0b5cad;stroke:#fff}.g,.t,.l{fill:none}',
    '@media (prefers-color-scheme:dark){text{fill:#e6e9ec}.s{fill:#a6b0ba}.b{fill:#14181c}.g{stroke:#3a424b}.t{stroke:#a6b0ba}.l{stroke:#7db7f2}.m{fill:#7db7f2;stroke:#14181c}}</style>',
    `<rect class="b" width="${frame.width}" height="${frame.height}"/>`,
    `<text x="${frame.left}" y="26" font-weight="700">What a state costs, however many there are</text>`,
    `<text class="s" x="${frame.left}" y="46">nanoseconds a state and actor, all five concepts, one thread, four actors</text>`,
    ...grid,
    ...drawn,
    `<text class="s" x="${at((frame.left + frame.right) / 2)}" y="${frame.bottom + 38}" text-anchor="middle">feasible states</text>`,
    `<text class="s" x="${frame.width - 8}" y="${frame.height - 6}" text-anchor="end" font-size="10">${circumstances.replaceAll('`', '')}</text>`,
    '</svg>',
  ].join('\n')}\n`;
}

/** The places of labels: as near as may be to where they belong, in the same order, with room for a line of text each. */
function apart(wished: readonly number[]): readonly number[] {
  const places = [...wished];
  const order = [...places.keys()].sort((a, b) => wished[a]! - wished[b]!);
  for (let k = 1; k < order.length; k++)
    places[order[k]!] = Math.max(places[order[k]!]!, places[order[k - 1]!]! + 18);
  return places;
}
