import type { Runner } from '@demarche/engine';

/** On as many threads as asked for; else on all there are, where there is work enough for as many as `useful`. */
export async function runnerFor(asked: number | undefined, useful: number): Promise<Runner> {
  const { here, most, threads } = await import('@demarche/run');
  const count = asked ?? Math.min(most, useful);
  return count <= 1 ? here : threads(count);
}
