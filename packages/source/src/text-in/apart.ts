import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Hints } from './format.ts';
import { megabytes, textLimits } from './limits.ts';
import { MissingPackage } from './needed.ts';
import type { NoText, SourceText } from './source-text.ts';
import { textFrom } from './text-in.ts';

type Task = { readonly readApart: true; readonly bytes: Uint8Array; readonly hints: Hints };
type Answer =
  | { readonly made: SourceText | NoText }
  | { readonly missing: string; readonly packages: readonly string[] };

export type Bounds = {
  /** Milliseconds. */
  readonly time: number;
  /** Bytes beyond what the process holds at the beginning. */
  readonly memory: number;
};

/**
 * `textFrom` in a thread of its own, which is ended where it takes too long or too much memory: a small file can unpack into a very
 * large one. Plain text is read at once.
 */
export async function textApart(
  bytes: Uint8Array,
  hints: Hints,
  bounds: Bounds = textLimits,
): Promise<SourceText | NoText> {
  const task: Task = { readApart: true, bytes, hints };
  const before = process.memoryUsage.rss();
  const worker = new Worker(new URL(import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(bounds.memory / 1024 ** 2) },
    stderr: true,
    stdout: true,
  });
  return new Promise((resolve, reject) => {
    let done = false;
    const end = (settle: () => void) => {
      if (done) return;
      done = true;
      clearTimeout(late);
      clearInterval(watch);
      void worker.terminate().finally(settle);
    };
    const refuse = (problem: string) =>
      end(() => resolve({ problem, hint: 'take the part that matters, or give its text' }));
    const late = setTimeout(
      () => refuse(`reading it took more than ${bounds.time / 1000} s (limit time)`),
      bounds.time,
    );
    const tooLarge = `reading it took more than ${megabytes(bounds.memory)} of memory (limit memory)`;
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > bounds.memory) refuse(tooLarge);
    }, 50);
    worker.once('message', (answer: Answer) =>
      end(() =>
        'made' in answer ? resolve(answer.made) : reject(new MissingPackage(answer.missing, answer.packages)),
      ),
    );
    worker.once('error', (error: Error & { code?: string }) =>
      refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge : 'it cannot be read: is it whole?'),
    );
    worker.once('exit', () => refuse('reading it ended without a word'));
  });
}

if (!isMainThread && (workerData as Partial<Task> | null)?.readApart) {
  const { bytes, hints } = workerData as Task;
  // The library for PDF leaves rejections behind that nobody waits for; what it could read is still the answer.
  process.on('unhandledRejection', () => {});
  const answer = await textFrom(bytes, hints).then(
    (made): Answer => ({ made }),
    (error: unknown): Answer => {
      if (error instanceof MissingPackage) return { missing: error.what, packages: error.packages };
      // Deep pages and broken PDFs can break the libraries that read them: that is about the file.
      return { made: { problem: `it cannot be read: ${(error as Error).message ?? 'unknown'}` } };
    },
  );
  parentPort!.postMessage(answer);
}
