import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Concept,
  concepts,
  evaluate,
  graphStructureOf,
  movesFrom,
  type Ranks,
  type Structure,
  stabilityOf,
} from '@demarche/engine';
import { afterAll, describe, expect, it } from 'vitest';
import { conflictOf } from '../../../engine/test/reference/conflict.ts';
import { stable } from '../../../engine/test/reference/stable.ts';
import { type Case, type Compiled, compileCase, exportCase, importText, readCase } from '../../src/index.ts';
import { randomCase } from '../arbitrary-case.ts';
import { publishedCases, repoCases } from '../repo-cases.ts';

/**
 * GMCR+ beside us: `GMCR_PY` is a checkout of its engine, which is not open source, so that neither it nor its example files are
 * here. Needs python3 with numpy too. In the checkout of 2023 (0.4.1) there are seven examples.
 */
const peer = process.env.GMCR_PY ?? '';
const runs = peer !== '' && spawnSync('python3', ['-c', 'import numpy']).status === 0;
const why =
  peer === ''
    ? 'GMCR_PY names no checkout of gmcr-py: the comparison with it is skipped'
    : 'python3 with numpy is not here: the comparison with gmcr-py is skipped';

type PeerResult = {
  readonly failed?: string;
  readonly actors: readonly string[];
  readonly codes: readonly number[];
  /** Per actor, per state. */
  readonly payoffs: readonly (readonly number[])[];
  /** Per actor, from, to: 1 where it can move. */
  readonly moves: readonly (readonly (readonly number[])[])[];
  readonly stable: Readonly<Record<'nash' | 'gmr' | 'smr' | 'seq' | 'sim', readonly (readonly number[])[]>>;
};

/** Per state: every ranking of the first actor's states (places from 1, best first), and for whom the state is stable under it. */
type InverseResult = {
  readonly codes: readonly number[];
  readonly inverse: readonly {
    readonly rankings: readonly (readonly number[])[];
    readonly stable: Readonly<Record<'nash' | 'gmr' | 'smr' | 'seq', readonly (readonly number[])[]>>;
  }[];
};

function peerOn<Result = PeerResult>(files: readonly string[]): readonly Result[] {
  const script = new URL('peer.py', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync('python3', ['-B', script, peer, ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

/** As GMCR+ takes misperceptions: nobody moves to or from a state that it misperceives. */
function peerStructure({ case: found, structure, program }: Compiled): Structure {
  if (found.unperceived.every((own) => own.length === 0)) return structure;
  const sees = found.unperceived.map((own) => {
    const programs = own.map(program);
    return (state: number) =>
      !programs.some((one) => evaluate(one, structure.codes[state]!, new Uint8Array(one.length + 1)));
  });
  return graphStructureOf({
    actors: found.actors.length,
    states: structure.codes.length,
    moves: found.actors.map((_, i) =>
      [...structure.codes.keys()].flatMap((from) =>
        sees[i]!(from)
          ? [...movesFrom(structure, i, from)].filter(sees[i]!).map((to): [number, number] => [from, to])
          : [],
      ),
    ),
  });
}

const ranksOf = (compiled: Compiled): Ranks =>
  compiled.case.actors.map((_, i) => compiled.ranks(i, compiled.case.readings[i]![0]!.id));
const asLists = (flags: readonly Uint8Array[]) => flags.map((own) => [...own]);
const dense = (numbers: readonly number[]) => {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  return numbers.map((one) => sorted.indexOf(one));
};

/** The same model, and nash, gmr, smr, seq the same for every actor and state where each opponent moves at most once. */
function sameAsPeer(found: Case, said: PeerResult): void {
  expect(said.failed).toBeUndefined();
  const compiled = compileCase(found);
  const structure = peerStructure(compiled);
  const ranks = ranksOf(compiled);
  expect(found.actors.map(({ name }) => name)).toEqual(said.actors);
  expect([...compiled.structure.codes]).toEqual(said.codes);
  expect(ranks.map((own) => dense([...own]))).toEqual(said.payoffs.map(dense));
  const moves = found.actors.map((_, i) =>
    said.codes.map((_, from) => {
      const reached = new Set(movesFrom(structure, i, from));
      return said.codes.map((_, to) => (reached.has(to) ? 1 : 0));
    }),
  );
  expect(moves).toEqual(said.moves);
  for (const concept of ['nash', 'gmr', 'smr', 'seq'] as const)
    expect([concept, asLists(stabilityOf(structure, ranks, concept, 'once').stable)]).toEqual([
      concept,
      said.stable[concept],
    ]);
}

const equilibria = (structure: Structure, ranks: Ranks, concept: Concept, rule: 'legal' | 'once') => {
  const flags = stabilityOf(structure, ranks, concept, rule).stable;
  return [...structure.codes].filter((_, state) => flags.every((own) => own[state] === 1));
};

describe.runIf(runs)('GMCR+ and its example files', () => {
  const folder = runs ? join(peer, 'Examples') : '';
  const files = runs
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.gmcr'))
        .sort()
    : [];
  const imported = (file: string): Case => {
    const made = importText(readFileSync(join(folder, file), 'utf8'), { file });
    expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return made.case!;
  };
  const peerSaid = runs ? peerOn(files.map((file) => join(folder, file))) : [];

  it('are seven', () => {
    expect(files.map((file) => file.replace('.gmcr', ''))).toEqual([
      'Cuban',
      'Elmira',
      'Garrison',
      'MilkRiver',
      'Prisoners',
      'SI_misp',
      'SyriaIraq',
    ]);
  });

  it.each(files)('%s: every concept as the definitions have it', (file) => {
    const compiled = compileCase(imported(file));
    const ranks = ranksOf(compiled);
    const conflict = conflictOf(compiled.model, ranks);
    expect(conflict.states).toEqual([...compiled.structure.codes]);
    for (const concept of concepts)
      expect([concept, asLists(stabilityOf(compiled.structure, ranks, concept).stable)]).toEqual([
        concept,
        conflict.actors.map((i) => conflict.states.map((s) => Number(stable(conflict, concept, i, s)))),
      ]);
  });

  it.each(files.map((file, k) => [file, k] as const))(
    '%s: the same model, and what it prints where each opponent moves at most once',
    (file, k) => sameAsPeer(imported(file), peerSaid[k]!),
  );

  it('in Garrison, state 52 is a gmr and smr equilibrium that GMCR+ misses', () => {
    const compiled = compileCase(imported('Garrison.gmcr'));
    const ranks = ranksOf(compiled);
    const said = peerSaid[files.indexOf('Garrison.gmcr')]!;
    const theirs = (concept: 'gmr' | 'smr') =>
      said.codes.filter((_, s) => said.stable[concept].every((own) => own[s] === 1));
    for (const concept of ['gmr', 'smr'] as const) {
      const ours = equilibria(compiled.structure, ranks, concept, 'legal');
      expect(ours).toContain(52);
      expect(theirs(concept)).toEqual(ours.filter((code) => code !== 52));
      expect(equilibria(compiled.structure, ranks, concept, 'once')).toEqual(theirs(concept));
    }
  });

  it('in the other six the two rules agree, for every concept and actor', () => {
    for (const file of files) {
      const compiled = compileCase(imported(file));
      const ranks = ranksOf(compiled);
      const different = (['gmr', 'smr', 'seq'] as const).filter((concept) => {
        const [legal, once] = (['legal', 'once'] as const).map((rule) =>
          JSON.stringify(asLists(stabilityOf(compiled.structure, ranks, concept, rule).stable)),
        );
        return legal !== once;
      });
      expect([file, different]).toEqual([file, file === 'Garrison.gmcr' ? ['gmr', 'smr'] : []]);
    }
  });

  it('Inverse GMCR lets the last improvement decide: too many rankings wherever there is more than one', () => {
    const file = 'SyriaIraq.gmcr';
    const compiled = compileCase(imported(file));
    const { structure } = compiled;
    const own = ranksOf(compiled);
    const [said] = peerOn<InverseResult>(['--inverse', join(folder, file)]);
    const counts = { nash: [0, 0], gmr: [0, 0], smr: [0, 0], seq: [0, 0] };
    said!.inverse.forEach(({ rankings, stable: theirs }, state) => {
      rankings.forEach((best, k) => {
        const first = new Uint32Array(best.length);
        best.forEach((place, at) => {
          first[place - 1] = best.length - at;
        });
        const ranks = [first, ...own.slice(1)];
        const improvements = [...movesFrom(structure, 0, state)].filter((to) => first[to]! > first[state]!);
        for (const concept of ['nash', 'gmr', 'smr', 'seq'] as const) {
          const ours = stabilityOf(structure, ranks, concept).stable[0]![state]!;
          const peers = theirs[concept][k]![0]!;
          if (ours !== peers) expect([improvements.length > 1, ours, peers]).toEqual([true, 0, 1]);
          if (said!.codes[state] !== 0) continue;
          counts[concept][0]! += ours;
          counts[concept][1]! += peers;
        }
      });
    });
    expect(counts).toEqual({ nash: [240, 240], gmr: [384, 420], smr: [300, 300], seq: [300, 360] });
  }, 60_000);

  it('simultaneous sanctions come out the same in the six without misperceptions', () => {
    const found: string[] = [];
    files.forEach((file, k) => {
      const compiled = compileCase(imported(file));
      if (compiled.case.unperceived.some((own) => own.length > 0)) return;
      const ours = asLists(stabilityOf(compiled.structure, ranksOf(compiled), 'sim').stable);
      ours.forEach((own, i) => {
        own.forEach((flag, s) => {
          if (flag !== peerSaid[k]!.stable.sim[i]![s])
            found.push(`${file} ${compiled.case.actors[i]!.name} ${compiled.structure.codes[s]}: ${flag}`);
        });
      });
    });
    expect(found).toEqual([]);
  });
});

describe.runIf(runs)('GMCR+ and what we export', () => {
  const place = mkdtempSync(join(tmpdir(), 'demarche-peer-'));
  afterAll(() => rmSync(place, { recursive: true }));

  it('reads every case of the repository and random ones as the same model, with the same results', () => {
    const texts = [
      ...[...repoCases, ...publishedCases].map(({ text }) => text),
      ...Array.from({ length: 40 }, (_, k) => randomCase(k + 52_000)),
    ];
    const written = texts.flatMap((text, k) => {
      const found = readCase(text).case!;
      if (found.options.length > 10) return [];
      const profile = Object.fromEntries(found.actors.map(({ id }, i) => [id, found.readings[i]![0]!.id]));
      const chosen = { readings: [], scenario: false };
      const { losses, text: file } = exportCase(found, { format: 'gmcr', profile, scenario: null, chosen });
      if (losses.some(({ weight }) => weight === 'never')) return [];
      const path = join(place, `${k}.gmcr`);
      writeFileSync(path, file());
      return [{ path, file: file() }];
    });
    expect(written.length).toBeGreaterThan(35);
    const said = peerOn(written.map(({ path }) => path));
    written.forEach(({ file }, k) => {
      sameAsPeer(importText(file, { file: 'x.gmcr' }).case!, said[k]!);
    });
  }, 120_000);
});

it.runIf(!runs)(why, () => {
  expect(runs).toBe(false);
});
