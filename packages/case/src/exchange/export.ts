import type { Case } from '../case.ts';
import { type Compiled, compileCase } from '../compile.ts';
import { writeCsv } from './csv/write.ts';
import { writeGmcr } from './gmcr/write.ts';
import { aroundLosses, type Chosen, conflictLosses, type Loss } from './loss.ts';
import { notProduct, writeNfg } from './nfg/write.ts';
import { compiledPlain } from './plain.ts';

/** Files of other programs that a conflict can be written as. */
export const exportFormats = ['gmcr', 'nfg', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export type ExportOptions = {
  readonly format: ExportFormat;
  /** Actor id → reading id. */
  readonly profile: Readonly<Record<string, string>>;
  readonly scenario: string | null;
  /** What was asked for by name, so that leaving the rest out is no loss. */
  readonly chosen: Chosen;
};

export type ExportResult = {
  /** What the format cannot hold: the rules of the conflict first, then what is around it. */
  readonly losses: readonly Loss[];
  /** The file without what it cannot hold; undefined where one of the losses is of the weight `never`. */
  readonly text: () => string;
};

const holds = {
  gmcr: { oneWay: true, unperceived: true },
  nfg: { oneWay: false, unperceived: false },
  csv: { oneWay: false, unperceived: false },
} as const;

const writers = { gmcr: writeGmcr, nfg: writeNfg, csv: writeCsv } as const;

/** One profile and scenario of a case as a file of another program. Throws `LimitError` where it is too large to list. */
export function exportCase(found: Case, options: ExportOptions): ExportResult {
  const { format, profile, scenario, chosen } = options;
  const around = aroundLosses(found, profile, chosen);
  const form = formLosses(found);
  if (form.length > 0) return { losses: [...form, ...around], text: never };
  const compiled = compiledPlain(found, scenario);
  if (compiled.structure.codes.length === 0) return { losses: [nothingLeft, ...around], text: never };
  const rules = conflictLosses(asWritten(found, scenario, compiled), holds[format]);
  const shape = format === 'nfg' ? notProduct(compiled) : [];
  const losses = [...shape, ...rules, ...around];
  return { losses, text: shape.length > 0 ? never : () => writers[format](compiled, profile) };
}

const nothingLeft: Loss = {
  what: 'the joint options',
  why: 'an option has one owner there, and with these as they stand no state is left',
  path: ['joint'],
  weight: 'never',
};

function never(): string {
  throw new Error('what cannot be dropped cannot be written');
}

/** Gates are judged in the states of the case itself, before joint options are held where they stand. */
function asWritten(found: Case, scenario: string | null, plain: Compiled): Compiled {
  return plain.scenario === scenario ? plain : compileCase(found, scenario);
}

function formLosses(found: Case): readonly Loss[] {
  if (found.graph)
    return [
      {
        what: 'the graph form',
        why: 'a state is a combination of options there, and this case lists its states by name',
        path: ['states'],
        weight: 'never',
      },
    ];
  if (found.coalesce.length > 0)
    return [
      {
        what: 'the coalesced states',
        why: 'every combination of options is a state of its own there',
        path: ['coalesce'],
        weight: 'never',
      },
    ];
  return [];
}
