import { describe, expect, test } from 'vitest';
import { readText } from '../src/index.ts';

/** The statements of a text in words: kind, who, and what is reported. */
function told(text: string) {
  const { statements, speakers } = readText(text);
  const points = Array.from(text);
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  return statements.map(({ kind, who, speaker, parts }) => [
    kind,
    who === undefined ? speaker?.text : names.get(who),
    parts.map(({ start, end }) => points.slice(start, end).join('')).join(' | '),
  ]);
}

describe('direct quotations', () => {
  test.each([
    ['after', '“The quay will hold,” Berta Kohl said.'],
    ['inverted', '“The quay will hold,” said Berta Kohl, a harbour engineer.'],
    ['before', 'Berta Kohl told the council: “The quay will hold.”'],
    ['comma before', 'Berta Kohl said, “The quay will hold.”'],
    ['with a time', '“The quay will hold,” Berta Kohl said on Tuesday.'],
    ['with an aside', '“The quay will hold,” Berta Kohl, who built it, said.'],
    ['straight marks', '"The quay will hold," Berta Kohl explained.'],
    ['two apostrophes for a mark', "''The quay will hold,'' argued Berta Kohl."],
    ['according to', '“The quay will hold,” according to Berta Kohl.'],
    ['a rare verb', '“The quay will hold,” Berta Kohl crowed.'],
    ['single marks', 'Berta Kohl said: ‘The quay will hold.’'],
  ])('speaker %s', (_, text) => {
    const [first, ...rest] = told(text);
    expect(rest).toEqual([]);
    expect(first?.slice(0, 2)).toEqual(['direct', 'Berta Kohl']);
    expect(first?.[2]).toMatch(/^.{1,2}The quay will hold[,.].{1,2}$/u);
  });

  test('the parts around “she said” are one statement, two quotations are two', () => {
    expect(told('“The quay,” said Berta Kohl, “will hold. It always has.”')).toEqual([
      ['direct', 'Berta Kohl', '“The quay,” | “will hold. It always has.”'],
    ]);
    expect(told('“The quay will hold,” Berta Kohl said. “It has no cracks.”')).toEqual([
      ['direct', 'Berta Kohl', '“The quay will hold,” | “It has no cracks.”'],
    ]);
    expect(told('“The quay will hold,” Berta Kohl said. “It has cracks,” said Omar Dietz.')).toEqual([
      ['direct', 'Berta Kohl', '“The quay will hold,”'],
      ['direct', 'Omar Dietz', '“It has cracks,”'],
    ]);
  });

  test('a quotation over paragraphs, each opened and only the last closed, is one', () => {
    const text =
      '“The quay will hold,” Berta Kohl said. “It was built for this.\n\n“And it is checked every year.”';
    expect(told(text)).toEqual([
      [
        'direct',
        'Berta Kohl',
        '“The quay will hold,” | “It was built for this. | “And it is checked every year.”',
      ],
    ]);
  });

  test('an unclosed mark ends with its paragraph', () => {
    const found = told(
      'Berta Kohl said: “The quay will hold for years.\n\nThe council met on Monday. Nothing was decided there.',
    );
    expect(found).toEqual([['direct', 'Berta Kohl', '“The quay will hold for years.']]);
  });

  test('nested marks stay inside', () => {
    expect(told('“He told me ‘it will hold’ and left,” said Berta Kohl.')).toEqual([
      ['direct', 'Berta Kohl', '“He told me ‘it will hold’ and left,”'],
    ]);
    expect(told('“He told me “it will hold” and left,” said Berta Kohl.')).toEqual([
      ['direct', 'Berta Kohl', '“He told me “it will hold” and left,”'],
    ]);
  });

  test('a cue that ends the paragraph before', () => {
    expect(
      told('Berta Kohl answered the council in writing. She wrote:\n\n“The quay will hold for years.”'),
    ).toEqual([['direct', 'Berta Kohl', '“The quay will hold for years.”']]);
  });

  test('a quotation without a cue goes on with the last speaker and says so', () => {
    const { statements } = readText(
      '“The quay will hold,” Berta Kohl said.\n\n“There is always a risk, of course.”',
    );
    expect(statements.map(({ inherited, who }) => [inherited, who])).toEqual([
      [undefined, 'w1'],
      [true, 'w1'],
    ]);
  });

  test('words in marks that nobody utters are left out', () => {
    expect(told('The so-called “iron quay” was closed. A song named “Harbour Lights” was played.')).toEqual(
      [],
    );
  });
});

describe('reported words and thoughts', () => {
  test.each([
    ['Omar Dietz said that the quay would fail.', 'Omar Dietz', 'that the quay would fail'],
    ['Omar Dietz said the quay would fail.', 'Omar Dietz', 'the quay would fail'],
    ['The quay would fail, Omar Dietz said on Friday.', 'Omar Dietz', 'The quay would fail'],
    ['The quay would fail, said Omar Dietz.', 'Omar Dietz', 'The quay would fail'],
    ['According to Omar Dietz, the quay would fail.', 'Omar Dietz', 'the quay would fail'],
    ['The quay would fail, according to Omar Dietz.', 'Omar Dietz', 'The quay would fail'],
    [
      'Omar Dietz, a diver from Ost, believes that the quay will fail.',
      'Omar Dietz',
      'that the quay will fail',
    ],
    ['Omar Dietz told the council that the quay would fail.', 'Omar Dietz', 'that the quay would fail'],
    ['Omar Dietz vowed to close the quay.', 'Omar Dietz', 'to close the quay'],
    ['Omar Dietz has accused the council of neglect.', 'Omar Dietz', 'the council of neglect'],
    ['Omar Dietz asked whether the quay was safe.', 'Omar Dietz', 'whether the quay was safe'],
    ['Omar Dietz sees the quay as a danger to the town.', 'Omar Dietz', 'the quay as a danger to the town'],
    ['As Omar Dietz noted, the quay was old.', 'Omar Dietz', 'the quay was old'],
    ['Most divers fear that the quay will fail.', 'Most divers', 'that the quay will fail'],
  ])('%s', (text, who, what) => {
    expect(told(text)).toEqual([['indirect', who, what]]);
  });

  test('a reported clause with marks in it is mixed', () => {
    expect(told('Omar Dietz said the quay was “rotten” and had to go.')).toEqual([
      ['mixed', 'Omar Dietz', 'the quay was “rotten” and had to go'],
    ]);
    expect(told('The quay is “rotten from end to end,” Omar Dietz said.')).toEqual([
      ['mixed', 'Omar Dietz', 'The quay is “rotten from end to end,”'],
    ]);
  });

  test('a participle takes the main clause’s subject', () => {
    const found = told('Omar Dietz left the hall early, saying the quay would fail.');
    expect(found).toEqual([['indirect', 'Omar Dietz', 'the quay would fail']]);
  });

  test('nouns report as verbs do', () => {
    expect(told('Omar Dietz spoke of his fear that the quay will fail.').map((one) => one[2])).toEqual([
      'that the quay will fail',
    ]);
  });

  test('headings and furniture are no statements', () => {
    const text =
      'Kohl says quay will hold\n\nBerta Kohl said the quay would hold.\n\nThe town is quiet.\n\nShare this page';
    expect(told(text)).toEqual([['indirect', 'Berta Kohl', 'the quay would hold']]);
    expect(readText(text, { headings: true }).statements).toHaveLength(2);
  });
});

describe('who speaks', () => {
  test('mentions of one person are merged, with roles and affiliation', () => {
    const text =
      'Former Ost President Karl Brandt said the quay would hold.\n\nPresident Brandt said it was built well. Brandt said he had checked.\n\n“It is fine,” said Berta Kohl, a presiding officer at the Ost Port Fund. Kohl said it was sound.';
    const { speakers } = readText(text);
    expect(speakers).toMatchObject([
      {
        name: 'Karl Brandt',
        kind: 'person',
        aliases: ['Brandt'],
        roles: ['Former Ost President', 'President'],
      },
      {
        name: 'Berta Kohl',
        kind: 'person',
        aliases: ['Kohl'],
        roles: ['presiding officer at the Ost Port Fund'],
        affiliations: ['Ost Port Fund'],
      },
    ]);
  });

  test('a pronoun goes to the last subject that fits, not to the last speaker', () => {
    const text =
      '“It will hold,” said Walter Dietz.\n\nKarl Brandt’s plan for the quay is costly. He has argued that it will pay.\n\nBerta Kohl met Karl Brandt. She said the quay would hold.';
    expect(told(text).map((one) => one[1])).toEqual(['Walter Dietz', 'Karl Brandt', 'Berta Kohl']);
  });

  test('an office without a name is its bearer', () => {
    const text =
      'Ost President Karl Brandt spoke at noon. Walter Dietz listened. The Ost president said that the quay would hold.';
    expect(told(text).map((one) => one[1])).toEqual(['Karl Brandt']);
  });

  test('two of one surname are kept apart by title and given name', () => {
    const text =
      'Anna Brandt said the quay was safe. Karl Brandt said the quay was old. Mrs. Brandt said it would hold.';
    expect(told(text).map((one) => one[1])).toEqual(['Anna Brandt', 'Karl Brandt', 'Anna Brandt']);
  });

  test('groups stand for themselves', () => {
    expect(readText('Coastal towns said that the quay was safe.').speakers).toMatchObject([
      { name: 'Coastal towns', kind: 'group' },
    ]);
  });

  test('one person under an office held and left is reported with both places', () => {
    const text =
      'Former Mayor Karl Brandt said the quay would hold. Later Mayor Karl Brandt said it was fine.';
    const { contradictions } = readText(text);
    expect(contradictions).toEqual([
      {
        kind: 'office',
        name: 'Karl Brandt',
        who: 'w1',
        office: 'mayor',
        former: [{ start: 0, end: 24, text: 'Former Mayor Karl Brandt' }],
        held: [{ start: 57, end: 74, text: 'Mayor Karl Brandt' }],
      },
    ]);
    expect(readText('Former Mayor Karl Brandt and Mayor Anna Kohl said it was fine.').contradictions).toEqual(
      [],
    );
  });
});

test('offsets are code points of the text as given', () => {
  const text = '\u{1F6A2}\u{1F6A2} Ships wait. Berta Kohl said the \u{1F6A2} would leave.\r\n';
  const { statements, length } = readText(text);
  const points = Array.from(text);
  expect(length).toBe(points.length);
  const { start, end, speaker, cue } = statements[0]!;
  expect(points.slice(start, end).join('')).toBe('the \u{1F6A2} would leave');
  expect(points.slice(speaker!.start, speaker!.end).join('')).toBe('Berta Kohl');
  expect(points.slice(cue!.start, cue!.end).join('')).toBe('said');
});

test('the same text gives the same result', () => {
  const text = '“The quay will hold,” Berta Kohl said. Omar Dietz said that it would not.';
  expect(readText(text)).toEqual(readText(text));
});
