import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Concept, dense, stabilityOf } from '@demarche/engine';
import { familyF } from '../conflicts.ts';
import { medianMs, rounded } from '../measure.ts';

const four: readonly Concept[] = ['nash', 'gmr', 'smr', 'seq'];

/** Family Q: the same conflict by us, under both rules, and by the peer; null where there is no peer. */
export type Compared = {
  readonly states: number;
  readonly legalMs: number;
  readonly onceMs: number;
  readonly peerMs: number | null;
  /** Whether the peer calls as many states stable, by concept and actor, as we do under the rule `once`. */
  readonly agrees: boolean | null;
};

/** Why the peer is not asked; undefined where it is. `GMCR_PY` names a checkout of onp/gmcr-py, none of which is here. */
export function noPeer(): string | undefined {
  if (!process.env.GMCR_PY) return 'GMCR_PY names no checkout of gmcr-py: the comparison with it is skipped';
  if (spawnSync('python3', ['-c', 'import numpy']).status !== 0)
    return 'python3 with numpy is not here: the comparison with gmcr-py is skipped';
  return undefined;
}

/** Three actors, everything feasible, random strict ranks: `fixtures/gen.py 3 OPTIONS 12345`. */
export async function compared(options: number): Promise<Compared> {
  const { structure, ranks } = familyF(3, options, 12_345);
  const made = ranks();
  const legalMs = await medianMs(9, () => dense.stabilityOfAll(structure, made, four));
  const onceMs = await medianMs(1, () => four.map((one) => stabilityOf(structure, made, one, 'once')));
  const peer = noPeer() === undefined ? peerOn(options) : undefined;
  const ours = Object.fromEntries(
    four.map((concept) => [
      concept,
      stabilityOf(structure, made, concept, 'once').stable.map((flags) =>
        flags.reduce((sum, one) => sum + one, 0),
      ),
    ]),
  );
  return {
    states: 2 ** options,
    legalMs: rounded(legalMs),
    onceMs: rounded(onceMs),
    peerMs: peer ? rounded(1_000 * peer.seconds) : null,
    agrees: peer ? JSON.stringify(peer.stable) === JSON.stringify(ours) : null,
  };
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
