import { newCase } from '@demarche/case';
import { expect, test } from 'vitest';
import { documentOf } from '../../src/document/document.ts';

const start = newCase({ title: 'A harbour' });

test('every step is taken back and done again, to the byte', () => {
  const document = documentOf(start);
  const texts = [start];
  for (const title of ['One', 'Two', 'Three']) {
    document.edit(`title ${title}`, [{ kind: 'set', path: ['title'], value: title }]);
    texts.push(document.snapshot().text);
  }
  for (const text of texts.toReversed().slice(1)) {
    document.undo();
    expect(document.snapshot().text).toBe(text);
  }
  document.undo();
  expect(document.snapshot().text).toBe(start);
  for (const text of texts.slice(1)) {
    document.redo();
    expect(document.snapshot().text).toBe(text);
  }
  expect(document.snapshot()).toMatchObject({ undo: 'title Three', redo: undefined });
});

test('typing is one step; a new step forgets what was undone', () => {
  const document = documentOf(start);
  document.write('typing', `${start}#`, 'yaml');
  document.write('typing', `${start}##`, 'yaml');
  document.undo();
  expect(document.snapshot().text).toBe(start);
  document.write('typing', `${start}#!`, 'yaml');
  expect(document.snapshot().redo).toBeUndefined();
});

test('while the text has errors the last sound case stays', () => {
  const document = documentOf(start);
  document.write('typing', 'demarche: [', 'yaml');
  expect(document.snapshot().read.case).toBeUndefined();
  expect(document.snapshot().read.diagnostics.length).toBeGreaterThan(0);
  expect(document.snapshot().sound.case?.title).toBe('A harbour');
});
