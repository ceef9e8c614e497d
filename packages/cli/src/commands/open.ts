import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { loadCase } from '@demarche/case/node';
import type { CaseFile } from '@demarche/workbench/serve';
import { exit, UsageError } from '../exit.ts';
import { interruption } from '../interruption.ts';
import { err, out } from '../io.ts';
import { ownTexts } from '../texts.ts';
import { writeWhole } from '../write.ts';
import { needWritable, writeResult } from './report-file.ts';

export type OpenOptions = {
  readonly port?: number | undefined;
  readonly browser: boolean;
  readonly out?: string | undefined;
  readonly quiet?: true | undefined;
};

/** Serves the workbench on this machine until it is interrupted, and opens it in a browser. */
export async function open(path: string | undefined, options: OpenOptions): Promise<number> {
  const { pageFolder, serve, singleFile } = await workbench();
  if (options.out !== undefined) {
    needWritable(options.out);
    writeResult(options.out, await singleFile());
    if (!options.quiet) err(`wrote ${options.out}: open it in a browser, with no server and no network\n`);
    return exit.done;
  }
  const file = path === undefined ? undefined : fileAt(path);
  const page = await pageFolder();
  const { signal, forget } = interruption();
  const served = await serve({
    page,
    ...(file ? { file } : {}),
    ...(options.port === undefined ? {} : { port: options.port }),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new UsageError(`port ${options.port} is taken`, 'leave --port out, and a free one is chosen');
    throw error;
  });
  out(`${served.url}\n`);
  if (!options.quiet)
    err(
      `The workbench is open on this machine alone${file ? `, with ${file.name}` : ''}. The address works once. Ctrl-C ends it; what is saved stays.\n`,
    );
  if (options.browser) show(served.url);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  forget();
  await served.close();
  return exit.done;
}

async function workbench() {
  try {
    return await import('@demarche/workbench/serve');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UsageError('the workbench is not installed', 'npm install @demarche/workbench');
  }
}

/** The case at a path, as the page reads and writes it; a folder or file without a readable case is said at once. */
function fileAt(path: string): CaseFile {
  const first = loadCase(path);
  const unreadable = first.diagnostics.find(({ code }) => code === 'unreadable');
  if (unreadable) throw new UsageError(unreadable.message, unreadable.hint);
  const { path: file } = first;
  return {
    name: file,
    load: () => {
      const { case: found, text } = loadCase(file);
      return { text, texts: found ? ownTexts(found, file) : {} };
    },
    save: (text) => writeWhole(file, text),
    watch: (changed) => {
      // The folder, since a file that is written whole is another file than before.
      const watcher = watch(dirname(file), (_, name) => {
        if (name === null || name === basename(file)) changed();
      });
      return () => watcher.close();
    },
  };
}

/** Opens an address as the system does; that no browser is there is no error, since the address was printed. */
function show(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(command!, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
