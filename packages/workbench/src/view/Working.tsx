import type { JobState } from '../compute/use-job.ts';
import './working.css';

/** How far a long answer has come, and how to stop it; what went wrong. What is quick shows nothing. */
export function Working({ job }: { readonly job: Omit<JobState<unknown>, 'value'> }) {
  const { progress, error, stopped, stop, again } = job;
  if (error !== undefined) return <p role="alert">{error}</p>;
  if (stopped)
    return (
      <p role="status">
        Stopped.{' '}
        <button type="button" onClick={again}>
          Work it out after all
        </button>
      </p>
    );
  if (!progress) return null;
  return (
    <p className="working">
      <progress value={progress.done} max={progress.of} aria-label="Working it out" /> {progress.done} of{' '}
      {progress.of} combinations{' '}
      <button type="button" onClick={stop}>
        Stop
      </button>
    </p>
  );
}
