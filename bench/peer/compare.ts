import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Concept, dense, type Ranks, type Structure, stabilityOf } from '@demarche/engine';
import { familyF } from '../conflicts.ts';
import { medianMs, rounded } from '../measure.ts';
import type { Row } from '../row.ts';
import { read } from '../solving.ts';

const four: readonly Concept[] = ['nash', 'gmr', 'smr', 'seq'];

/** Why the peer is not asked; undefined where it is. `GMCR_PY` names a checkout of onp/gmcr-py, none of which is here. */
export function noPeer(): string | undefined {
  if (!process.env.GMCR_PY) return 'GMCR_PY names no checkout of gmcr-py: the comparison with it is skipped';
  if (spawnSync('python3', ['-c', 'import numpy']).status !== 0)
    return 'python3 with numpy is not here: the comparison with gmcr-py is skipped';
  return undefined;
}

/**
 * Family Q, three actors, everything feasible, random strict ranks (`fixtures/gen.py 3 OPTIONS 12345`), nash gmr smr seq: by us under the
 * rule of sanctions `legal`, by us under `once`, and by the peer, which computes `once` and must count as many stable states. The
 * peer builds matrices of states by states, so that each option more takes it four times as long: without `full` it is asked of
 * the smallest only.
 */
export async function* compared(full: boolean): AsyncGenerator<Row> {
  for (const options of full ? [10, 11, 12, 13] : [10, 13]) {
    const { structure, ranks } = familyF(3, options, 12_345);
    const made = ranks();
    const states = structure.codes.length;
    const readMs = rounded(await medianMs(9, () => read(made)));
    const row = (engine: string, ms: number, goal: number | null): Row => ({
      family: 'Q',
      conflict: `${options} options, four concepts`,
      states,
      actors: 3,
      engine,
      threads: 1,
      measured: rounded(ms),
      unit: 'ms',
      each: rounded((ms * 1e6) / (states * 3)),
      readMs,
      goal,
    });
    const legalMs = await medianMs(25, () => dense.stabilityOfAll(structure, made, four));
    const peer = noPeer() === undefined && (full || options === 10) ? peerOn(options) : undefined;
    // A 20 000th of what the peer takes, here if it was asked, else where the goal was set.
    const peerMs = peer ? 1_000 * peer.seconds : options === 13 ? 59_000 : undefined;
    yield row(
      'dense, rule legal',
      legalMs,
      peerMs === undefined || options < 13 ? null : rounded(peerMs / 20_000),
    );
    const onceMs = await medianMs(1, () => four.map((one) => stabilityOf(structure, made, one, 'once')));
    yield row('plain, rule once', onceMs, null);
    if (!peer) continue;
    if (JSON.stringify(peer.stable) !== JSON.stringify(stableUnderOnce(structure, made)))
      throw new Error(`Q ${options}: the peer counts other stable states than we do under the rule once`);
    yield row('gmcr-py (the peer), rule once', 1_000 * peer.seconds, null);
  }
}

/** By concept, how many states are stable for each actor. */
function stableUnderOnce(structure: Structure, ranks: Ranks): Peer['stable'] {
  return Object.fromEntries(
    four.map((concept) => [
      concept,
      stabilityOf(structure, ranks, concept, 'once').stable.map((flags) =>
        flags.reduce((sum, one) => sum + one, 0),
      ),
    ]),
  );
}

type Peer = { readonly seconds: number; readonly stable: Readonly<Record<string, readonly number[]>> };

function peerOn(options: number): Peer {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-peer-'));
  try {
    const file = join(folder, 'conflict.gmcr');
    const made = run([
      new URL('../../fixtures/gen.py', import.meta.url).pathname,
      '3',
      `${options}`,
      '12345',
      '--gmcr',
    ]);
    writeFileSync(file, made);
    const script = new URL('time_peer.py', import.meta.url).pathname;
    return JSON.parse(run([script, process.env.GMCR_PY!, file])) as Peer;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('python3', ['-B', ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`python3 ended with ${status}: ${stderr}`);
  return stdout;
}
