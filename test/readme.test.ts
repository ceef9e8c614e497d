import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const packages = readdirSync(join(root, 'packages'));

describe.each(packages)('the README of %s', (name) => {
  const text = readFileSync(join(root, 'packages', name, 'README.md'), 'utf8');

  test('is short', () => expect(text.split('\n').length).toBeLessThanOrEqual(61));

  const examples = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1]!);

  test.each(examples)('its example runs and prints what it says', (example) => {
    const file = join(root, 'packages', name, `example-${process.pid}.ts`);
    writeFileSync(file, example);
    try {
      const printed = execFileSync(process.execPath, [file], { cwd: root, encoding: 'utf8' }).trim();
      const said = [...example.matchAll(/console\.log\(.*\);\s*\/\/ (.*)/g)].map((match) => match[1]!);
      const lines = printed.split('\n');
      expect(lines.length).toBe(said.length);
      for (const [at, line] of lines.entries()) expect(said[at]!.startsWith(line), printed).toBe(true);
    } finally {
      rmSync(file);
    }
  });
});
