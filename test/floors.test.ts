import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** The plan of the house: what each package may import of ours. */
const below: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  case: ['engine'],
  symbolic: ['engine'],
  run: ['engine'],
  source: ['engine', 'case'],
  analysis: ['engine', 'case', 'run'],
  report: ['engine', 'case', 'analysis'],
  argue: ['engine', 'case', 'analysis', 'report'],
  workbench: ['engine', 'case', 'run', 'source', 'analysis', 'report', 'argue'],
  cli: ['engine', 'case', 'symbolic', 'run', 'source', 'analysis', 'report', 'argue', 'workbench'],
};

const packages = readdirSync(join(root, 'packages'));

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/\b(?:from|import)\s*\(?\s*'([^'\s]+)'/g);
  return [...found].map((match) => match[1]!);
}

test('every package has its floor', () => {
  expect([...packages].sort()).toEqual(Object.keys(below).sort());
});

describe.each(packages)('%s', (name) => {
  const folder = join(root, 'packages', name);
  const files = ['src', 'bin'].flatMap((part) => {
    try {
      return sources(join(folder, part));
    } catch {
      return [];
    }
  });
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
    peerDependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
  };
  const declared = [
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.peerDependencies ?? {}),
    // What runs in a page is built with all that it is made of.
    ...(name === 'workbench' || name === 'argue' ? Object.keys(manifest.devDependencies ?? {}) : []),
  ];

  test('has source', () => expect(files.length).toBeGreaterThan(0));

  test.each(files.map((file) => relative(root, file)))('%s imports only from floors below', (file) => {
    for (const target of importsOf(join(root, file))) {
      if (target.startsWith('.')) {
        const inside = relative(folder, resolve(root, dirname(file), target));
        expect(inside.startsWith('..'), `${file} → ${target} leaves its package`).toBe(false);
        continue;
      }
      const ours = /^@demarche\/([a-z]+)/.exec(target)?.[1];
      if (ours) expect(below[name], `${file} → ${target} climbs`).toContain(ours);
      const parts = target.split('/');
      const module = target.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
      if (!/^(node|demarche):/.test(target))
        expect(declared, `${file} → ${target} is declared`).toContain(module);
    }
  });
});

test('the engine imports nothing but itself', () => {
  for (const file of sources(join(root, 'packages/engine/src')))
    for (const target of importsOf(file)) expect(target.startsWith('.'), `${file} → ${target}`).toBe(true);
});
