import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { type MessagePort, parentPort } from 'node:worker_threads';

/** What a test asks of the thread: one command. Its port gets the `Run`, and then the signal is raised. */
export type Command = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly port: MessagePort;
  readonly signal: Int32Array;
};

const written: [string, string, string] = ['', '', ''];
const write = fs.writeSync;
// What the command writes to standard output and standard error is kept apart, as two files would.
fs.writeSync = ((file: number, data: Uint8Array, ...rest: []) => {
  if (file !== 1 && file !== 2) return write(file, data, ...rest);
  written[file] += Buffer.from(data).toString();
  return data.length;
}) as typeof fs.writeSync;
syncBuiltinESMExports();
const { main } = await import('../src/main.ts');

parentPort!.on('message', async ({ args, env, port, signal }: Command) => {
  written.fill('');
  const before = { ...process.env };
  Object.assign(process.env, env);
  const status = await main(args).catch((error: Error) => {
    written[2] += error.stack ?? error.message;
    return 1;
  });
  for (const name of Object.keys(env)) delete process.env[name];
  Object.assign(process.env, before);
  port.postMessage({ status, out: written[1], err: written[2] });
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
