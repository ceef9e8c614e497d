import { mulberry32 } from './conflicts.ts';

/**
 * The text of a case file with so many options of four parties, dealt in blocks, all of them free, and ten priorities a party: each a
 * conjunction of one to three literals over all options, as family S has them. The same text for the same seed, whatever the
 * machine. `ruledOut`: so many combinations of two literals are impossible.
 */
export function largeCase(options: number, seed: number, ruledOut = 0): string {
  const next = mulberry32(seed);
  const parties = ['north', 'south', 'east', 'west'];
  const ownOptions = parties.map((party, p) => {
    const count = Math.floor(options / 4) + (p < options % 4 ? 1 : 0);
    return Array.from({ length: count }, (_, k) => `${party}-${k + 1}`);
  });
  const names = ownOptions.flatMap((own, p) => own.map((id) => `${parties[p]}.${id}`));
  const literal = (): string => {
    const name = names[next() % names.length]!;
    return next() % 2 ? `not ${name}` : name;
  };
  const clause = (literals: number) => Array.from({ length: literals }, literal).join(' and ');
  const lines = [
    'demarche: 1',
    `title: "Made for measuring: ${options} options"`,
    'actors:',
    ...ownOptions.flatMap((own, p) => [
      `  ${parties[p]}:`,
      `    name: ${parties[p]}`,
      '    options:',
      ...own.map((id) => `      ${id}: ${id}`),
    ]),
    ...(ruledOut > 0 ? ['impossible:', ...Array.from({ length: ruledOut }, () => `  - ${clause(2)}`)] : []),
    'readings:',
    ...parties.flatMap((party) => [
      `  ${party}:`,
      '    made:',
      '      prefers:',
      ...Array.from({ length: 10 }, () => `        - ${clause(1 + (next() % 3))}`),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
