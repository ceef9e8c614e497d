import { performance } from 'node:perf_hooks';
import { readText } from '@demarche/source';

/**
 * `node bench/reader/speed.ts [MB]`: how fast the reader reads by the clock, on plain text made of invented sentences, as one text and as
 * many of the length of an article. Warm: what the model and the compiler need at first is left out, and told.
 */
const megabytes = Number(process.argv[2] ?? 1);

const people = [
  'Berta Kohl',
  'Karl Brandt',
  'Anna Berg',
  'Jory Amsel',
  'Dag Henning',
  'Ruth Calloway',
  'Tomas Verel',
];
const bodies = [
  'the harbour board',
  'the Port Fund',
  'the council of Marrin',
  'the Passes Authority',
  'the ferry company',
];
const roles = [
  'a former mayor of Ost',
  'the board’s chair',
  'an engineer at the Port Fund',
  'a director of the ferry company',
];
const things = [
  'the quay would hold until the autumn',
  'nobody had asked the people who live there',
  'two of the piles have to be replaced before the winter comes',
  'the tunnel stays shut at night while stones fall from the lining',
  'the timber of the valley would find another way to the port',
];
const plain = [
  'The tide was low on Monday, and the boats lay on the sand in front of the old customs house.',
  'In the town hall, the session went on until late in the evening, with few people listening.',
  'Work on the western pier began eleven years ago and has cost more than anyone planned.',
  'It rained. The road over the pass was closed for three days, and then for three more.',
];
const reports = [
  (who: string, what: string) => `${who} said that ${what}.`,
  (who: string, what: string) => `“${capital(what)},” ${who} said. “We have no other plan.”`,
  (who: string, what: string) => `According to ${who}, ${what}.`,
  (who: string, what: string) =>
    `${capital(who)} believes that ${what}, and fears that it will not be enough.`,
  (who: string, what: string) => `“It is sound,” said ${who}, who also told the council that ${what}.`,
];

/** Text of so many characters, always the same for a seed. */
function invented(length: number, seed: number): string {
  let state = seed >>> 0;
  const draw = <T>(all: readonly T[]): T => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return all[Math.floor((state / 2 ** 32) * all.length)]!;
  };
  const paragraphs: string[] = [];
  let size = 0;
  while (size < length) {
    const sentences = Array.from({ length: draw([1, 2, 2, 3, 4]) }, () => {
      if (draw([0, 1, 2]) > 0) return draw(plain);
      const who = draw([0, 1, 2]) === 0 ? draw(bodies) : draw(people);
      return draw(reports)(draw([0, 1, 2]) === 0 ? `${who}, ${draw(roles)},` : who, draw(things));
    });
    paragraphs.push(sentences.join(' '));
    size += paragraphs.at(-1)!.length + 2;
  }
  return paragraphs.join('\n\n');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function timed(label: string, texts: readonly string[]): void {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const began = performance.now();
  const found = texts.reduce((sum, text) => sum + readText(text).statements.length, 0);
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${label}: ${(bytes / 1e6).toFixed(2)} MB, ${found} passages, ${seconds.toFixed(2)} s, ${(bytes / 1e6 / seconds).toFixed(2)} MB/s`,
  );
}

const cold = performance.now();
readText('Berta Kohl said that the quay would hold.');
console.log(`first sentence: ${(performance.now() - cold).toFixed(0)} ms`);
const articles = Array.from({ length: Math.round((megabytes * 1e6) / 6000) }, (_, k) =>
  invented(6000, k + 1),
);
timed('articles, cold', articles.slice(0, 20));
timed('articles, warm', articles);
timed('one text', [invented(megabytes * 1e6, 7)]);
timed('one text, again', [invented(megabytes * 1e6, 7)]);
