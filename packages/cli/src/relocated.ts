import { codes, type Diagnostic, type ReadResult } from '@demarche/case';
import type { Candidate, Reanchored, SourceReanchored } from '@demarche/source';

export type Relocation = SourceReanchored['statements'][number];

const codeOf = {
  moved: 'anchor-moved',
  changed: 'anchor-changed',
  ambiguous: 'anchor-ambiguous',
  orphan: 'anchor-orphan',
} as const;

/** What became of passages, as diagnostics at their places in the case file. What stands where it stood has none. */
export function relocationDiagnostics(
  { positions }: Pick<ReadResult, 'positions'>,
  file: string,
  sources: readonly SourceReanchored[],
): Diagnostic[] {
  if (!positions) return [];
  return sources.flatMap(({ statements }) =>
    statements.flatMap(({ id, outcome }): Diagnostic[] => {
      if (outcome.kind === 'same') return [];
      const code = codeOf[outcome.kind];
      const { severity, hint } = codes[code];
      const one = {
        ...{ code, severity, file, message: `“${id}” ${becameWords(outcome)}` },
        range: positions.at(['statements', id, 'at']),
      };
      return [hint === undefined ? one : { ...one, hint: hint.replaceAll('ID', id) }];
    }),
  );
}

/** What became of one passage, in words that follow its name. */
export function becameWords(outcome: Reanchored): string {
  switch (outcome.kind) {
    case 'same':
      return 'stands where it stood';
    case 'moved':
      return `stands at ${placeWords(outcome.at)} now, word for word${outcome.by === 'context' ? ', with what stood around it' : ''}`;
    case 'changed':
      return `stands at ${placeWords(outcome.at)} now with ${editWords(outcome.edits)}: please confirm`;
    case 'ambiguous':
      return `stands in several places: ${outcome.candidates.map(placeWords).join(', ')}`;
    case 'orphan':
      return outcome.candidates.length > 0
        ? `stands nowhere; nearest: ${outcome.candidates.map(nearWords).join(', ')}`
        : `stands nowhere${outcome.cut ? ', as far as was looked: the text is too long for every window' : ''}`;
  }
}

function nearWords(one: Candidate): string {
  return `${placeWords(one)} (${editWords(one.edits)})`;
}

function placeWords({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}..${end}`;
}

function editWords(edits: number): string {
  return `${edits} character${edits === 1 ? '' : 's'} edited`;
}
