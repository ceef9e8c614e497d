import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { Command } from './command-thread.ts';

export const root = resolve(import.meta.dirname, '../../..');
const bin = join(root, 'packages/cli/bin/demarche.js');

export type Run = { readonly status: number | null; readonly out: string; readonly err: string };

/** The command as a process of its own, from the root of the repo, without a terminal. */
export function demarcheProcess(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const done = spawnSync(process.execPath, [bin, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...plain(), ...env },
    maxBuffer: 1 << 28,
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

let thread: Worker | undefined;

/**
 * The same in a thread that stays, so that the program is loaded once and not for each of a thousand commands. `demarcheProcess` is for
 * tests of what only a process has: memory, signals, and that a start is a start.
 */
export function demarche(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  if (process.cwd() !== root) return demarcheProcess(args, env);
  if (!thread) {
    thread = new Worker(new URL('./command-thread.ts', import.meta.url), { env: plain(), execArgv: [] });
    thread.unref();
  }
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  thread.postMessage({ args, env, port: port2, signal } satisfies Command, [port2]);
  if (Atomics.wait(signal, 0, 0, 100_000) === 'timed-out') throw new Error(`no end: ${args.join(' ')}`);
  const run = receiveMessageOnPort(port1)!.message;
  port1.close();
  return run;
}

/** The environment without what says how a terminal looks. */
function plain(): NodeJS.ProcessEnv {
  const { COLUMNS: _, NO_COLOR: __, ...rest } = process.env;
  return rest;
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
