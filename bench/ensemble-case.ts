import { familyE } from './ensemble.ts';

/** Family E as a case: 4 actors, 150 feasible states, 10 priorities an actor in one reading each. */
export function ensembleCase(seed: number): string {
  const { structure, literals } = familyE(seed);
  const feasible = new Set(structure.codes);
  const options = Array.from({ length: 8 }, (_, k) => `a${k >> 1}.o${k & 1}`);
  const term = (option: number, off: boolean) => (off ? `not ${options[option]}` : options[option]!);
  const impossible = Array.from({ length: 256 }, (_, code) => code)
    .filter((code) => !feasible.has(code))
    .map((code) => options.map((_, k) => term(k, ((code >>> k) & 1) === 0)).join(' and '));
  const actors = Array.from(
    { length: 4 },
    (_, a) => `  a${a}: { name: Actor ${a}, options: { o0: First, o1: Second } }`,
  );
  const readings = literals.map((lines, a) => {
    const prefers = lines.map(
      (line) => `        - ${line.map(({ option, off }) => term(option, off)).join(' and ')}`,
    );
    return [`  a${a}:`, '    own:', '      label: Its own', '      prefers:', ...prefers].join('\n');
  });
  const first = structure.codes[0]!;
  const now = options.filter((_, k) => (first >>> k) & 1).join(', ');
  return [
    'demarche: 1',
    `title: A conflict of 150 states, drawn by the seed ${seed}`,
    'actors:',
    ...actors,
    'impossible:',
    ...impossible.map((one) => `  - ${one}`),
    `now: [${now}]`,
    'readings:',
    ...readings,
    'questions:',
    `  first: { ask: Is the first option on?, holds-when: ${options[0]} }`,
    '',
  ].join('\n');
}
