import { type Remote, wrap } from 'comlink';
import { useEffect, useState } from 'react';
import { useDocument } from '../../../document/use-document.ts';
import type { Removed } from './removed.ts';
import type { RemovedJobs } from './worker.ts';

let jobs: Remote<RemovedJobs> | undefined;

function worker(): Remote<RemovedJobs> {
  jobs ??= wrap<RemovedJobs>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
  return jobs;
}

/** What `impossible` removes in the last text without errors; the last that is known while a newer one is counted. */
export function useRemoved(): Removed | undefined {
  const { sound } = useDocument().now;
  const [known, setKnown] = useState<Removed>();
  useEffect(() => {
    if (!sound.case) return;
    let current = true;
    worker()
      .removed(sound.case)
      .then(
        (removed) => current && setKnown(removed),
        () => current && setKnown(undefined),
      );
    return () => {
      current = false;
    };
  }, [sound]);
  return known;
}
