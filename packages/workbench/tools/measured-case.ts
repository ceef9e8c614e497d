import { drawsOf } from '@demarche/engine';

/**
 * A case with 2^options states for measuring: four actors who own the options in turn, the first two with two readings each, eight
 * priorities a reading (one to three literals, drawn by the seed), one scenario, two questions.
 */
export function measuredCase(options: number, seed = 1): string {
  const draws = drawsOf(seed, options);
  const names = ['north', 'south', 'east', 'west'];
  const owned = names.map((_, a) =>
    Array.from({ length: options }, (__, k) => k).filter((k) => k % names.length === a),
  );
  const all = Array.from({ length: options }, (_, k) => `${names[k % names.length]}.o${k}`);
  const literal = () => `${draws.below(2) === 0 ? 'not ' : ''}${all[draws.below(options)]}`;
  const formula = () => {
    const count = 1 + draws.below(3);
    const word = draws.below(2) === 0 ? ' and ' : ' or ';
    return Array.from({ length: count }, literal).join(word);
  };
  const order = () => Array.from({ length: 8 }, () => `        - ${formula()}`).join('\n');
  const reading = (id: string) => `    ${id}:\n      label: Reading ${id}\n      prefers:\n${order()}`;
  return `demarche: 1
title: A measured conflict with ${2 ** options} states
actors:
${names.map((name, a) => `  ${name}: { name: ${name}, options: { ${owned[a]!.map((k) => `o${k}: Option ${k}`).join(', ')} } }`).join('\n')}
now: []
readings:
${names.map((name, a) => `  ${name}:\n${(a < 2 ? ['one', 'two'] : ['one']).map(reading).join('\n')}`).join('\n')}
scenarios:
  otherwise: { label: It begins otherwise, start: { ${all[0]}: true } }
questions:
  first: { ask: Does the first option hold?, holds-when: ${all[0]} }
  last: { ask: Does the last option hold?, holds-when: ${all.at(-1)} }
`;
}
