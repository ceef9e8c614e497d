import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

export const root = resolve(import.meta.dirname, '../../..');
const bin = join(root, 'packages/cli/bin/demarche.js');

export type Run = { readonly status: number | null; readonly out: string; readonly err: string };

/** The real command, from the root of the repo, without a terminal. */
export function demarche(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const { COLUMNS: _, NO_COLOR: __, ...rest } = process.env;
  const done = spawnSync(process.execPath, [bin, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...rest, ...env },
    maxBuffer: 1 << 28,
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

const ajv = new Ajv2020({ allErrors: true });

/** What a command prints with `--json`, checked against its published schema. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into what the schema has checked
export function jsonOf(args: readonly string[]): any {
  const { status, out, err } = demarche([...args, '--json', '--quiet']);
  expect(err).toBe('');
  expect(status).toBe(0);
  const value = JSON.parse(out);
  matches(args[0]!, value);
  return value;
}

export function matches(command: string, value: unknown): void {
  const schema = JSON.parse(readFileSync(join(root, `packages/cli/schema/${command}.schema.json`), 'utf8'));
  const validate = ajv.getSchema(schema.title) ?? ajv.compile({ ...schema, $id: schema.title });
  const sound = validate(value);
  expect(validate.errors ?? []).toEqual([]);
  expect(sound).toBe(true);
}

export const cases = globSync('{cases/*/case.yaml,fixtures/oracle/*.yaml}', { cwd: root }).sort();
