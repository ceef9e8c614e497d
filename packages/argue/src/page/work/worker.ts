import { type Jobs, jobsFor } from './jobs.ts';
import type { FromWorker, ToWorker } from './messages.ts';

type Scope = {
  readonly postMessage: (message: FromWorker) => void;
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
};

/** Answers what the page asks, one question after the other. */
export function work(scope: Scope): void {
  let jobs: Jobs | undefined;
  scope.onmessage = ({ data }) => {
    try {
      if ('basis' in data) {
        jobs = jobsFor(data.basis);
        scope.postMessage({ ready: true });
        return;
      }
      const value = run(jobs!, data.ask, data.given, (done, all) => scope.postMessage({ done, all }));
      scope.postMessage({ value });
    } catch (error) {
      scope.postMessage({ failed: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** A job by its name; the last argument tells how far it is. */
export function run(
  jobs: Jobs,
  ask: keyof Jobs,
  given: readonly unknown[],
  step: (done: number, all: number) => void,
): unknown {
  return (jobs[ask] as (...given: readonly unknown[]) => unknown)(...given, step);
}
